import { createNonce } from '../../signature/nonce.js';
import { sign } from '../../signature/sign.js';
import type { ImEmulatorEvent } from './event-bodies.types.js';
import { rulesOf } from './events.js';

/** Other names of the signed values, for tests of apps that take them. */
export interface ImEmulatorSignatureNames {
  /**
   * Names that older apps get: `signTimestamp` in place of `timestamp`, and no app key in the query.
   * Documented for messages, presence and chatroom status; the other events keep their names.
   */
  readonly legacy?: boolean | undefined;
  /**
   * `App-Key`, `Nonce`, … in place of `RC-App-Key`, `RC-Nonce`, …, for the event that is signed in
   * headers, which is `moderation-result`.
   */
  readonly plainHeaders?: boolean | undefined;
}

/** What {@link signCallback} signs. */
export interface SignCallbackInput {
  /** The event; it decides the content type and where the signed values travel. */
  readonly event?: ImEmulatorEvent | undefined;
  readonly appKey: string;
  readonly appSecret: string;
  /** Address of the callback route; a query of its own is kept. */
  readonly url: string;
  /** Unix time in milliseconds. Default: now. */
  readonly timestamp?: number | string | undefined;
  /** Random text. Default: 18 random digits. */
  readonly nonce?: string | undefined;
  /** Default: the current names. */
  readonly signatureNames?: ImEmulatorSignatureNames | undefined;
}

/** A signed callback, ready to be posted with a body. */
export interface SignedCallback {
  /** The address, with the signature in its query unless the event has it in headers. */
  readonly url: string;
  /** Headers to send along: the content type of the event, and the signature where it is in headers. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Content types as they travel. */
export const CALLBACK_CONTENT_TYPES = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
} as const;

/**
 * Signs a callback as the service does, for tests that post callbacks to an app themselves.
 *
 * The signature covers neither path nor body. For `pre-messaging` the app key is not in the query:
 * put it into the form as `appKey`. For `moderation-result` all signed values are headers.
 * @see https://docs.rongcloud.io/platform-chat-api/auth-callback
 */
export function signCallback(input: SignCallbackInput): SignedCallback {
  const { event, appKey, appSecret, signatureNames: names = {} } = input;
  const nonce = input.nonce ?? createNonce();
  const timestamp = String(input.timestamp ?? Date.now());
  const signature = sign(appSecret, { nonce, timestamp });
  const rules = event === undefined ? undefined : rulesOf(event);
  const contentType =
    rules === undefined ? {} : { 'Content-Type': CALLBACK_CONTENT_TYPES[rules.contentType] };
  const url = new URL(input.url);
  if (rules?.appKeyIn === 'headers') {
    const prefix = names.plainHeaders === true ? '' : 'RC-';
    const values = { 'App-Key': appKey, Nonce: nonce, Timestamp: timestamp, Signature: signature };
    const signed = Object.entries(values).map(([name, value]) => [prefix + name, value] as const);
    return { url: url.href, headers: { ...contentType, ...Object.fromEntries(signed) } };
  }
  const isLegacy = names.legacy === true && (rules === undefined || rules.legacySignature === true);
  if (rules?.appKeyIn !== 'body' && !isLegacy) url.searchParams.set('appKey', appKey);
  url.searchParams.set('nonce', nonce);
  url.searchParams.set(isLegacy ? 'signTimestamp' : 'timestamp', timestamp);
  url.searchParams.set('signature', signature);
  return { url: url.href, headers: contentType };
}
