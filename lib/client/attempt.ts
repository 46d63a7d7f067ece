import { randomUUID } from 'node:crypto';
import { createNonce } from '../signature/nonce.js';
import { sign } from '../signature/sign.js';

/** The headers of a reply, names in lower case. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A request that is ready to be signed and sent. */
export interface EncodedRequest {
  readonly method: 'POST' | 'GET' | 'PUT' | 'DELETE';
  /** Path with its query, if any. */
  readonly path: string;
  readonly encoding: 'form' | 'json';
  /** Absent in a GET. */
  readonly body: string | undefined;
}

/** What an attempt is made of. */
export interface ImAttemptParts {
  readonly appKey: string;
  readonly secret: string;
  readonly endpoint: string;
  readonly request: EncodedRequest;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

const CONTENT_TYPES = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
} as const;

/**
 * One attempt of a call, as it walks through axios, whole: axios copies and checks every key of a
 * config and every header it is given, which would cost more than all else that a call does here.
 *
 * Secret, signature and headers are private to it: neither inspection nor serialisation of the axios
 * config that carries the attempt shows them.
 */
export class ImAttempt {
  /** `X-Request-ID`, new for each attempt. */
  readonly requestId = randomUUID();
  readonly endpoint: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** The request may have left this machine: from here on its outcome can be unknown. */
  left = false;
  replyHeaders: ReplyHeaders = {};
  readonly #appKey: string;
  readonly #secret: string;
  readonly #request: EncodedRequest;
  #signature = '';
  #headers: string[] = [];

  constructor({ appKey, secret, endpoint, request, timeoutMs, signal }: ImAttemptParts) {
    this.#appKey = appKey;
    this.#secret = secret;
    this.endpoint = endpoint;
    this.#request = request;
    this.timeoutMs = timeoutMs;
    this.signal = signal;
  }

  /** What is sent. */
  get request(): EncodedRequest {
    return this.#request;
  }

  /** Signs the attempt as of now. */
  sign(): void {
    const nonce = createNonce();
    const timestamp = String(Date.now());
    this.#signature = sign(this.#secret, { nonce, timestamp });
    this.#headers = [
      'Content-Type',
      CONTENT_TYPES[this.#request.encoding],
      'App-Key',
      this.#appKey,
      'Nonce',
      nonce,
      'Timestamp',
      timestamp,
      'Signature',
      this.#signature,
      'X-Request-ID',
      this.requestId,
    ];
  }

  /** All headers that it needs, names and values in turn; none before it is signed. */
  get headers(): string[] {
    return this.#headers;
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
