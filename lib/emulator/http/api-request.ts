import type { IncomingHttpHeaders } from 'node:http';

/** One request to the API, read to its end. */
export interface ApiRequest {
  readonly method: string;
  /** Path without the query string. */
  readonly path: string;
  /** What follows the question mark; empty when nothing does. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body was longer than the service takes; `body` is empty then. */
  readonly bodyTooLarge: boolean;
}

/** The answer to a request. */
export interface ApiReply {
  readonly status: number;
  /** Return code of the service, as in the body. */
  readonly code: number;
  readonly body: unknown;
  /** One sentence for the developer: why it was refused, or what was ignored. */
  readonly reason?: string;
  /** Forms that are not the documented ones and were taken all the same. */
  readonly lenient?: readonly string[];
  /** Set when the emulator keeps no state for the operation and answers the documented example. */
  readonly stateless?: boolean;
}

/** An answer of success with further fields. */
export function success(fields: Readonly<Record<string, unknown>> = {}): ApiReply {
  return { status: 200, code: 200, body: { code: 200, ...fields } };
}

/** A refusal, in the form of the service. */
export function refusal(status: number, code: number, reason: string, path: string): ApiReply {
  return { status, code, reason, body: { code, errorMessage: reason, url: path } };
}
