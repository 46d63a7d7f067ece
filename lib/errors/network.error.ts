import { ImTransportError } from './transport.error.js';

/** The connection failed, and the call is known to have changed nothing or is safe to repeat. */
export class ImNetworkError extends ImTransportError {}
