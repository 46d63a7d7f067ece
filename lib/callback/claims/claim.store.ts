/**
 * Remembers callbacks: which one a signature came with, and how each was answered.
 *
 * The service signs neither body nor path and may deliver a callback more than once; this memory is
 * what refuses replays and runs a handler once. The default lives in the process.
 *
 * Signatures are 40 lower-case hexadecimal digits. The key of a callback is a digest of its app, of the
 * place where it came in and of its body, in 43 characters of base64url. A store that wraps another
 * one hands them on as they are.
 *
 * A store that fails, or takes more than a second of a callback's time, is passed over: the callback
 * is handled without it, and an error is logged. `wait` may take as long as it is told.
 */
export interface ImClaimStore {
  /**
   * Binds a signature to the callback it came with, for `ttlMs` milliseconds. False when it is bound to
   * another one already.
   */
  bind(signature: string, callbackKey: string, ttlMs: number): boolean | Promise<boolean>;
  /** Claims a callback for `ttlMs` milliseconds, or says how far the one who holds it has got. */
  claim(callbackKey: string, ttlMs: number): ImClaim | Promise<ImClaim>;
  /** Records the answer of a claimed callback, so that a repetition gets the same one. */
  settle(callbackKey: string, reply: ImCallbackReply, ttlMs: number): void | Promise<void>;
  /** Gives a claimed callback back after a failure, so that a repetition is handled. */
  release(callbackKey: string): void | Promise<void>;
  /**
   * Waits until a callback that runs elsewhere is settled. Undefined when it was released or is not
   * settled within `waitMs` milliseconds.
   */
  wait(callbackKey: string, waitMs: number): Promise<ImCallbackReply | undefined>;
}

/** The state of a callback that was asked for. */
export type ImClaim =
  /** It is the caller's to handle. */
  | { readonly state: 'claimed' }
  /** Somebody else handles it now. */
  | { readonly state: 'running' }
  /** It was handled; this was the answer. */
  | { readonly state: 'done'; readonly reply: ImCallbackReply };

/** The body of an answer with status 200: empty, or a verdict. */
export type ImCallbackReply = string;
