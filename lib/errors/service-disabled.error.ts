import { ImApiError, type ImRefusedCall } from './api.error.js';

/**
 * The service is not switched on for this app: enable it in the console.
 *
 * After code 1009 the error is remembered for 30 s: calls that need the same switch fail at once with
 * `source: 'local'`; where the switch is not known, calls of the same quota. The first call after that
 * asks the service again.
 */
export class ImServiceDisabledError extends ImApiError {
  constructor(
    message: string,
    call: ImRefusedCall,
    /** `local`: remembered from an earlier call, nothing was sent; `server`: the service refused it. */
    readonly source: 'local' | 'server',
    /** What must be switched on, as far as the vendor's pages name it. */
    readonly consoleSwitch: string | undefined,
  ) {
    super(message, call);
  }
}
