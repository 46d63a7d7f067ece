import * as crypto from 'node:crypto';

/** The shared secret of an app, with what a signature is made of besides it. */
export interface SignatureParts {
  /** Random text, at most 18 characters. */
  readonly nonce: string;
  /** Unix time in milliseconds, as the decimal text that travels. */
  readonly timestamp: string;
}

// `crypto.hash` halves the cost of `createHash`; it came with Node 20.12 and 21.7.
const sha1Hex: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha1', text, 'hex')
    : (text) => crypto.createHash('sha1').update(text).digest('hex');

/**
 * Signs a request or a callback: lower-case hex SHA-1 of secret, nonce and timestamp, in this order.
 *
 * The signature covers neither path nor body; TLS is what guards them.
 * @see https://docs.rongcloud.io/platform-chat-api/auth
 */
export function sign(secret: string, { nonce, timestamp }: SignatureParts): string {
  return sha1Hex(secret + nonce + timestamp);
}
