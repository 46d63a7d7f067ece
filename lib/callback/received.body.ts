import * as crypto from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ImCallbackError } from '../errors/callback.error.js';
import { BODY_REFUSAL, type CallbackRequest } from './callback.exchange.js';
import type { BodyKind } from './events/event.map.js';
import { malformed } from './events/fields.js';

const KINDS: ReadonlyMap<string, BodyKind> = new Map([
  ['application/x-www-form-urlencoded', 'form'],
  ['application/json', 'json'],
]);
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;
const UTF_8 = /^utf-?8$/i;

/**
 * How the body is encoded, by its headers.
 * @throws ImCallbackError when it is neither a form nor JSON, compressed, or not UTF-8.
 */
export function bodyKindOf(headers: IncomingHttpHeaders): BodyKind {
  const type = headers['content-type'] ?? '';
  const encoding = headers['content-encoding'];
  const known = KINDS.get(type);
  if (known !== undefined && encoding === undefined) return known;

  const kind = KINDS.get(type.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const charset = CHARSET.exec(type)?.[1] ?? 'utf-8';
  const isPlain = encoding === undefined || encoding.toLowerCase() === 'identity';
  if (kind !== undefined && isPlain && UTF_8.test(charset)) return kind;
  throw new ImCallbackError(
    'content-type-unsupported',
    'The body must be an uncompressed form or JSON, in UTF-8.',
  );
}

/**
 * The parsed body of a callback whose event comes as one of `kinds`.
 * @throws ImCallbackError when there is none, or it came in another encoding.
 */
export function receivedBody(request: CallbackRequest, kinds: readonly BodyKind[]): unknown {
  if (request[BODY_REFUSAL] !== undefined) throw request[BODY_REFUSAL];
  const { body } = request;
  if (body === undefined || body === null) throw malformed('it is empty');
  if (!kinds.includes(bodyKindOf(request.headers))) {
    throw new ImCallbackError(
      'content-type-unsupported',
      `The body of this event is ${kinds.join(' or ')}.`,
    );
  }
  return body;
}

/** The App Key that a form carries, where the platform sends it in the body. */
export function appKeyInBody(body: unknown): string | undefined {
  return typeof body === 'object' &&
    body !== null &&
    'appKey' in body &&
    typeof body.appKey === 'string'
    ? body.appKey
    : undefined;
}

// `crypto.hash` halves the cost of `createHash`; it came with Node 20.12 and 21.7.
const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'base64url')
    : (text) => crypto.createHash('sha256').update(text).digest('base64url');

/** What two callbacks with the same content have in common, however they were encoded. */
export function bodyHash(body: unknown): string {
  return sha256(JSON.stringify(body));
}
