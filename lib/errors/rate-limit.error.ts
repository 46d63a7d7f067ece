import { ImApiError, type ImRefusedCall } from './api.error.js';

/** A quota is used up. */
export class ImRateLimitError extends ImApiError {
  constructor(
    message: string,
    call: ImRefusedCall,
    /** `local`: this process held the call back; `server`: the service refused it. */
    readonly source: 'local' | 'server',
    /** When the same call can succeed, in milliseconds from now; undefined when not known. */
    readonly retryAfterMs: number | undefined,
  ) {
    super(message, call);
  }
}
