/** Why an attempt brought no reply. */
export type TransportFailureReason = 'network' | 'timeout' | 'aborted' | 'too-large';

/** An attempt brought no reply. Never leaves the client: the executor makes an `ImError` of it. */
export class TransportFailure extends Error {
  constructor(
    readonly reason: TransportFailureReason,
    options?: ErrorOptions,
  ) {
    super(`no reply: ${reason}`, options);
  }
}

/**
 * A failed connection. The error that undici gives is not passed on: it may hold bytes of the reply,
 * and so a user's token.
 */
export function networkFailure(thrown: unknown): TransportFailure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = new Error(error.message === '' ? code : error.message);
  cause.name = error.name;
  return new TransportFailure('network', { cause: code ? Object.assign(cause, { code }) : cause });
}
