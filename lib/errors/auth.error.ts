import { ImApiError, type ImRefusedCall } from './api.error.js';

/** App Key, App Secret or signature was refused. */
export class ImAuthError extends ImApiError {
  constructor(
    message: string,
    call: ImRefusedCall,
    /**
     * How far this machine's clock is ahead of the service's, in milliseconds, when it is more than
     * 30 s: the likely cause then. Undefined otherwise.
     */
    readonly clockOffsetMs: number | undefined,
  ) {
    super(message, call);
  }
}
