import { ImTransportError } from './transport.error.js';

/** No answer in time, and the call is known to have changed nothing or is safe to repeat. */
export class ImTimeoutError extends ImTransportError {}
