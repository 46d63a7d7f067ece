import type { IncomingHttpHeaders } from 'node:http';
import { ImCallbackError } from '../errors/callback.error.js';
import type { ImApp } from '../im.app.js';
import { unmappedAddress } from '../im.safe-options.js';
import { isDigest, verifySignature } from '../signature/verify.js';
import type { CallbackRequest } from './callback.exchange.js';
import type { CallbackHandler, ReceivedEvent } from './callback.handler.js';
import { malformed } from './events/fields.js';
import { callbackKey, tooLarge } from './received.body.js';
import type { ReceivedSignature } from './signature.parts.js';
import { within } from './time-limit.js';

const DIGITS = /^\d{1,16}$/;

/** @throws ImCallbackError when the callback came from an address that the app does not allow. */
export function refuseForeignAddress({ settings }: ImApp, request: CallbackRequest): void {
  const { allowedIps } = settings.callbacks;
  if (allowedIps === undefined) return;
  const { ip } = request;
  const address = ip && unmappedAddress(ip);
  if (address !== undefined && allowedIps.includes(address)) return;
  throw new ImCallbackError(
    'address-refused',
    `The callback came from ${address ?? 'an unknown address'}, which is not in \`allowedIps\`. ` +
      "Behind a proxy, set the framework's `trust proxy`.",
  );
}

/** @throws ImCallbackError when the announced body is larger than this app takes. */
export function refuseLargeBody({ settings }: ImApp, headers: IncomingHttpHeaders): void {
  const { maxBodyBytes } = settings.callbacks;
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge(maxBodyBytes);
}

/**
 * How long the callback is fresh from now on, in milliseconds.
 * @throws ImCallbackError when it is not fresh, or its signature is no digest.
 */
export function freshFor({ settings }: ImApp, received: ReceivedSignature): number {
  if (!isDigest(received.signature)) {
    throw new ImCallbackError('signature-invalid', 'The signature is not 40 hexadecimal digits.');
  }
  const { toleranceMs } = settings.callbacks;
  const timestamp = DIGITS.test(received.timestamp) ? Number(received.timestamp) : NaN;
  const freshMs = timestamp + toleranceMs - Date.now();
  if (freshMs > 0 && freshMs <= 2 * toleranceMs) return freshMs;
  throw new ImCallbackError(
    'timestamp-stale',
    'The callback was signed too long ago, or ahead of this clock. Check that the clock is right.',
  );
}

/** The App Secret did not come: nothing is known about the callback. */
export class SecretUnavailable extends Error {}

/**
 * The App Secret.
 * @param deadline When the callback must be answered, by `performance.now()`.
 * @throws SecretUnavailable when its function fails or does not answer in time.
 */
export function secretOf({ settings }: ImApp, deadline: number): string | Promise<string> {
  const unavailable = (cause: unknown): never => {
    throw new SecretUnavailable('the App Secret is not available', { cause });
  };
  try {
    const secret = settings.appSecret();
    return typeof secret === 'string'
      ? secret
      : within(secret, deadline - performance.now()).catch(unavailable);
  } catch (error) {
    return unavailable(error);
  }
}

/** @throws ImCallbackError when the signature was made with none of the app's secrets. */
export function refuseForgery({ settings }: ImApp, secret: string, it: ReceivedSignature): void {
  const previous = settings.callbacks.previousSecrets();
  const secrets = previous.length === 0 ? [secret] : [secret, ...previous];
  if (verifySignature(secrets, it, it.signature)) return;
  throw new ImCallbackError(
    'signature-invalid',
    'The signature does not match. Check that the App Secret is the one of this app and environment.',
  );
}

/** @throws ImCallbackError when the app takes no signature with a second callback. */
export function refuseReplay({ settings }: ImApp): void {
  if (settings.callbacks.replay !== 'reject') return;
  throw new ImCallbackError('replayed', 'The signature was used with another callback before.');
}

/** What a callback brings, with the key that a repetition has too. */
export interface ReceivedContent {
  readonly event: ReceivedEvent;
  readonly key: string;
}

/** @throws ImCallbackError when the body does not have the form of the event. */
export function receiveContent(
  handler: CallbackHandler,
  app: ImApp,
  place: string,
  body: unknown,
): ReceivedContent {
  try {
    return { key: callbackKey(app.name, place, body), event: handler.receive(body) };
  } catch (error) {
    // The stack was too small for it.
    if (error instanceof RangeError) throw malformed('it is nested too deeply');
    throw error;
  }
}
