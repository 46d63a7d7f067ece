import { ImTransportError } from './transport.error.js';

/**
 * The request left this machine and no answer came: the service may have applied it or not.
 *
 * Thrown instead of a retry for operations that are not safe to repeat, such as sending a message.
 * Look for the effect before you send again, or accept that it may happen twice.
 *
 * With `dedupeSends` a send is repeated before, so that this comes when its repetitions brought no answer
 * either. A refused one is the `cause`: which code the service refuses repetitions with is not documented,
 * so that a refusal does not tell whether the message was sent.
 */
export class ImAmbiguousOutcomeError extends ImTransportError {}
