import { ImError } from './im.error.js';

/** Why a callback was refused. */
export type ImCallbackRefusal =
  | 'signature-missing'
  | 'signature-invalid'
  | 'timestamp-stale'
  | 'replayed'
  | 'app-unknown'
  | 'address-refused'
  | 'body-malformed'
  | 'body-too-large'
  | 'content-type-unsupported'
  | 'event-unknown';

/**
 * A callback was refused. It is the `cause` of the 400, 401, 404, 413 or 415 that answers it; the
 * answer itself does not say which check failed.
 */
export class ImCallbackError extends ImError {
  constructor(
    /** Which check failed. */
    readonly reason: ImCallbackRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
