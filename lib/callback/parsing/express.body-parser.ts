import { ImCallbackError } from '../../errors/callback.error.js';
import { BODY_REFUSAL, type CallbackRequest } from '../callback.exchange.js';
import { malformed } from '../events/fields.js';
import { bodyKindOf, tooLarge, typeOfBody } from '../received.body.js';
import { parseBody } from './body-text.js';
import type { CallbackPaths } from './callback.paths.js';

/** What is used of an Express request. */
interface ExpressRequest extends CallbackRequest, NodeJS.EventEmitter {
  readonly method: string;
  readonly readableEnded: boolean;
}

type Middleware = (request: ExpressRequest, response: unknown, next: () => void) => void;

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
    } else if (typeOfBody(request.headers) === undefined) {
      // Express' own parsers do not take it either; the guard refuses it by its header.
      next();
    } else {
      readBody(request, maxBodyBytes(), next);
    }
  };
}

/**
 * Reads the body to its end, also one that is refused: Express' own parsers leave a request alone
 * that has ended, and what they would throw goes to the application's filters, one of which may
 * answer it with 200.
 */
function readBody(request: ExpressRequest, maxBytes: number, next: () => void): void {
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > maxBytes;
  const chunks: Buffer[] = [];
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (isTooLarge || received > maxBytes) chunks.length = 0;
    else chunks.push(chunk);
  });
  request.on('end', () => {
    try {
      const kind = bodyKindOf(request.headers);
      if (isTooLarge || received > maxBytes) throw tooLarge(maxBytes);
      const [first] = chunks;
      // Most bodies come in one piece, which need not be copied.
      const isOnePiece = first?.length === received;
      request.body = parseBody(isOnePiece ? first : Buffer.concat(chunks, received), kind);
    } catch (error) {
      const isRefusal = error instanceof ImCallbackError;
      request[BODY_REFUSAL] = isRefusal ? error : malformed('it cannot be parsed');
    }
    next();
  });
}
