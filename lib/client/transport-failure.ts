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
