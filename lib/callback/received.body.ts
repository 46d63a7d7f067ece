import { hash } from 'node:crypto';
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

/** What the content type says the body is; undefined when it is neither a form nor JSON. */
export function typeOfBody(headers: IncomingHttpHeaders): BodyKind | undefined {
  const type = headers['content-type'] ?? '';
  return KINDS.get(type) ?? KINDS.get(type.split(';', 1)[0]?.trim().toLowerCase() ?? '');
}

// The platform writes its content types in a few ways only. Whoever fills this with other ones makes
// callbacks a little slower, no more.
const MAX_READ_TYPES = 16;
const readTypes = new Map<string, BodyKind>();

/**
 * How the body is encoded, by its headers.
 * @throws ImCallbackError when it is neither a form nor JSON, compressed, or not UTF-8.
 */
export function bodyKindOf(headers: IncomingHttpHeaders): BodyKind {
  const type = headers['content-type'] ?? '';
  const kind = readTypes.get(type) ?? readType(type, headers);
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (kind !== undefined && encoding === 'identity') return kind;
  throw unsupported('must be an uncompressed form or JSON, in UTF-8');
}

function readType(type: string, headers: IncomingHttpHeaders): BodyKind | undefined {
  const kind = typeOfBody(headers);
  const charset = CHARSET.exec(type)?.[1] ?? 'utf-8';
  if (kind === undefined || !UTF_8.test(charset)) return undefined;
  if (readTypes.size < MAX_READ_TYPES) readTypes.set(type, kind);
  return kind;
}

/**
 * The parsed body of a callback whose event comes as one of `kinds`.
 * @throws ImCallbackError when there is none, or it came in another encoding.
 */
export function receivedBody(request: CallbackRequest, kinds: readonly BodyKind[]): unknown {
  if (request[BODY_REFUSAL] !== undefined) throw request[BODY_REFUSAL];
  const { body, headers } = request;
  if (isBodiless(headers)) throw malformed('it is empty');
  if (!kinds.includes(bodyKindOf(headers))) {
    throw unsupported(`of this event must be ${kinds.join(' or ')}`);
  }
  if (body === undefined || body === null) throw malformed('it is empty');
  return body;
}

function isBodiless(headers: IncomingHttpHeaders): boolean {
  return (
    headers['content-type'] === undefined &&
    Number(headers['content-length'] ?? 0) === 0 &&
    headers['transfer-encoding'] === undefined
  );
}

/** A body that is larger than `maxBytes`, by its headers or by its bytes. */
export function tooLarge(maxBytes: number): ImCallbackError {
  return new ImCallbackError(
    'body-too-large',
    `The body is larger than ${maxBytes} bytes, the limit of \`callbacks.maxBodyBytes\`.`,
  );
}

/** A body that came in another encoding than it should have. */
export function unsupported(problem: string): ImCallbackError {
  return new ImCallbackError('content-type-unsupported', `The body ${problem}.`);
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

/**
 * What a callback and its repetitions have in common, however they were encoded: a digest of their
 * content and of the place where they came in.
 * @throws RangeError when the body is nested too deeply.
 */
export function callbackKey(app: string, place: string, body: unknown): string {
  return hash('sha256', `${app}\n${place}\n${JSON.stringify(body)}`, 'base64url');
}
