import { randomUUID } from 'node:crypto';
import { createNonce } from '../signature/nonce.js';
import { sign } from '../signature/sign.js';

/** The headers of a reply, names in lower case. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * One attempt of a call, as it walks through axios.
 *
 * Secret and signature are private to it: neither inspection nor serialisation of the axios config
 * that carries the attempt shows them.
 */
export class ImAttempt {
  /** `X-Request-ID`, new for each attempt. */
  readonly requestId = randomUUID();
  /** The request may have left this machine: from here on its outcome can be unknown. */
  left = false;
  replyHeaders: ReplyHeaders = {};
  readonly #secret: string;
  #signature = '';

  constructor(
    readonly appKey: string,
    secret: string,
    readonly contentType: string,
    readonly timeoutMs: number,
    readonly signal: AbortSignal | undefined,
  ) {
    this.#secret = secret;
  }

  /** Signs the attempt as of now; returns all headers that it needs. */
  sign(): Record<string, string> {
    const nonce = createNonce();
    const timestamp = String(Date.now());
    this.#signature = sign(this.#secret, { nonce, timestamp });
    return {
      'Content-Type': this.contentType,
      'App-Key': this.appKey,
      Nonce: nonce,
      Timestamp: timestamp,
      Signature: this.#signature,
      'X-Request-ID': this.requestId,
    };
  }

  /** Replaces secret and signature in a text of the service's, should it quote them. */
  redact(text: string): string {
    const withoutSecret = text.replaceAll(this.#secret, '[redacted]');
    return this.#signature === ''
      ? withoutSecret
      : withoutSecret.replaceAll(this.#signature, '[redacted]');
  }
}

/** The attempt that an axios config carries. */
export function attemptOf(config: object): ImAttempt {
  const attempt: unknown = Reflect.get(config, 'attempt');
  if (attempt instanceof ImAttempt) return attempt;
  throw new TypeError('This HTTP client sends calls of its own app only; use ImClient.request().');
}
