import { ImTransportError } from './transport.error.js';

/** The caller's `signal` ended the call, or its app was closed. */
export class ImAbortedError extends ImTransportError {}
