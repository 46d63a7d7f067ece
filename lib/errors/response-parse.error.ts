import { ImTransportError } from './transport.error.js';

/** The answer could not be read: not JSON, or too large. The operation may have been applied. */
export class ImResponseParseError extends ImTransportError {}
