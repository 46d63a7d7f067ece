import type { ServerResponse } from 'node:http';
import type { ApiReply } from './api-request.js';

/** Response header with one sentence for the developer. */
const REASON_HEADER = 'X-Emulator-Reason';
/** Response header with what a request relied on beyond the documented forms. */
const LENIENT_HEADER = 'X-Emulator-Lenient';
/** Response header of operations that the emulator keeps no state for. */
const STATE_HEADER = 'X-Emulator-State';

const NOT_PRINTABLE = /[^\x20-\x7e]/g;
const LONGEST_REASON = 500;

/** Writes the answer of the API. */
export function writeReply(response: ServerResponse, reply: ApiReply): void {
  const text = JSON.stringify(reply.body);
  const headers: Record<string, string | number> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  };
  if (reply.reason !== undefined) headers[REASON_HEADER] = headerText(reply.reason);
  if (reply.lenient !== undefined) headers[LENIENT_HEADER] = headerText(reply.lenient.join('; '));
  if (reply.stateless === true) headers[STATE_HEADER] = 'none';
  response.writeHead(reply.status, headers);
  response.end(text);
}

/** Text that may stand in a header; the body has the sentence in full. */
function headerText(text: string): string {
  return text.replace(NOT_PRINTABLE, '?').slice(0, LONGEST_REASON);
}
