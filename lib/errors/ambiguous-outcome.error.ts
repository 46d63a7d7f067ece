import { ImTransportError } from './transport.error.js';

/**
 * The request left this machine and no answer came: the service may have applied it or not.
 *
 * Thrown instead of a retry for operations that are not safe to repeat, such as sending a message.
 * Look for the effect before you send again, or accept that it may happen twice.
 */
export class ImAmbiguousOutcomeError extends ImTransportError {}
