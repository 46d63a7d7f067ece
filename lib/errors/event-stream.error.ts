import { ImError } from './im.error.js';

/**
 * An event stream did not do what it was asked: it is full or closed, it cannot be reached, or it
 * did not answer in time. An append that failed may have been stored nevertheless; it is safe to
 * append the event again under the same key.
 */
export class ImEventStreamError extends ImError {}
