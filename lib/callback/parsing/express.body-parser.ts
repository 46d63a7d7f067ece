import { type ParsedUrlQuery, parse } from 'node:querystring';
import { ImCallbackError } from '../../errors/callback.error.js';
import { BODY_REFUSAL, type CallbackRequest } from '../callback.exchange.js';
import type { BodyKind } from '../events/event.map.js';
import { malformed } from '../events/fields.js';
import { bodyKindOf } from '../received.body.js';
import type { CallbackPaths } from './callback.paths.js';

/** What is used of an Express request. */
interface ExpressRequest extends CallbackRequest, NodeJS.EventEmitter {
  readonly method: string;
  readonly readableEnded: boolean;
  resume(): unknown;
}

type Middleware = (request: ExpressRequest, response: unknown, next: () => void) => void;

const MAX_PARAMETERS = 5_000;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Parses the bodies of callbacks before Express' own parsers see them, which stop at 100 KB and at
 * 1,000 parameters. A body that cannot be taken is noted on the request for the guard to refuse.
 */
export function createExpressBodyParser(
  paths: CallbackPaths,
  maxBodyBytes: () => number,
): Middleware {
  // Nest looks for `jsonParser` and `urlencodedParser` by name and must not find this one.
  return function imCallbackBodyParser(request, _response, next) {
    // Some hosts, such as Firebase, hand over requests that are parsed already.
    const isTaken = request.body !== undefined || request.readableEnded;
    if (request.method !== 'POST' || isTaken || !paths.matches(request.url)) {
      next();
      return;
    }
    const finish = (read: () => unknown): void => {
      try {
        request.body = read();
      } catch (error) {
        refuse(request, error);
      }
      next();
    };
    try {
      const kind = hasNoBody(request) ? 'json' : bodyKindOf(request.headers);
      readBytes(request, maxBodyBytes(), (bytes) => {
        finish(() => parseBody(bytes(), kind));
      });
    } catch (error) {
      finish(() => {
        throw error;
      });
    }
  };
}

function hasNoBody({ headers }: ExpressRequest): boolean {
  return (
    headers['content-type'] === undefined &&
    Number(headers['content-length'] ?? 0) === 0 &&
    headers['transfer-encoding'] === undefined
  );
}

function refuse(request: ExpressRequest, error: unknown): void {
  if (!(error instanceof ImCallbackError)) throw error;
  request[BODY_REFUSAL] = error;
  // Without a type, Express' own parsers leave the rest of the body alone: what they would throw
  // goes to the application's filters, and one of those may answer it with 200.
  delete request.headers['content-type'];
}

/** Calls back with the body, or with a function that throws when it is too large. */
function readBytes(
  request: ExpressRequest,
  maxBytes: number,
  done: (bytes: () => Buffer) => void,
): void {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let received = 0;
  const onData = (chunk: Buffer): void => {
    received += chunk.length;
    if (received <= maxBytes) {
      chunks.push(chunk);
      return;
    }
    request.off('data', onData).off('end', onEnd);
    // The rest is thrown away as it comes, so that the client reads the answer.
    request.resume();
    done(() => {
      throw tooLarge(maxBytes);
    });
  };
  const onEnd = (): void => {
    done(() => Buffer.concat(chunks, received));
  };
  request.on('data', onData).on('end', onEnd);
}

function tooLarge(maxBytes: number): ImCallbackError {
  return new ImCallbackError(
    'body-too-large',
    `The body is larger than ${maxBytes} bytes, the limit of \`callbacks.maxBodyBytes\`.`,
  );
}

function parseBody(bytes: Buffer, kind: BodyKind): unknown {
  if (bytes.length === 0) throw malformed('it is empty');
  const text = bytes.toString('utf8');
  return kind === 'form' ? parseForm(text) : parseJson(text);
}

function parseForm(text: string): ParsedUrlQuery {
  let parameters = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (++parameters > MAX_PARAMETERS) {
      throw new ImCallbackError(
        'body-too-large',
        `The body has more than ${MAX_PARAMETERS} parameters.`,
      );
    }
  }
  return parse(text, '&', '=', { maxKeys: 0 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
  } catch {
    // The parser's own message quotes the body.
    throw malformed('it is not JSON');
  }
}
