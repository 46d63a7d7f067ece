import { createNonce } from '../../signature/nonce.js';
import { sign } from '../../signature/sign.js';
import { rulesOf, type ImEmulatorEvent } from './events.js';

/** What {@link signCallback} signs. */
export interface SignCallbackInput {
  /** The event; it decides the content type and where the app key travels. */
  readonly event?: ImEmulatorEvent | undefined;
  readonly appKey: string;
  readonly appSecret: string;
  /** Address of the callback route; a query of its own is kept. */
  readonly url: string;
  /** Unix time in milliseconds. Default: now. */
  readonly timestamp?: number | string | undefined;
  /** Random text. Default: 18 random digits. */
  readonly nonce?: string | undefined;
}

/** A signed callback, ready to be posted with a body. */
export interface SignedCallback {
  /** The address with the signature in its query. */
  readonly url: string;
  /** Headers to send along: the content type of the event. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Content types as they travel. */
const CALLBACK_CONTENT_TYPES = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
} as const;

/**
 * Signs a callback as the service does, for tests that post callbacks to an app themselves.
 *
 * The signature covers neither path nor body. For `pre-messaging` the app key is not in the query:
 * put it into the form as `appKey`.
 * @see https://docs.rongcloud.io/platform-chat-api/auth-callback
 */
export function signCallback(input: SignCallbackInput): SignedCallback {
  const { event, appKey, appSecret } = input;
  const nonce = input.nonce ?? createNonce();
  const timestamp = String(input.timestamp ?? Date.now());
  const rules = event === undefined ? undefined : rulesOf(event);
  const url = new URL(input.url);
  if (rules?.appKeyIn !== 'body') url.searchParams.set('appKey', appKey);
  url.searchParams.set('nonce', nonce);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('signature', sign(appSecret, { nonce, timestamp }));
  const headers =
    rules === undefined ? {} : { 'Content-Type': CALLBACK_CONTENT_TYPES[rules.contentType] };
  return { url: url.href, headers };
}
