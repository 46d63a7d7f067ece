import { ImError } from './im.error.js';

/** The service sent a page of a list twice; reading on might never end. Items before it are sound. */
export class ImRepeatedPageError extends ImError {
  constructor(
    /** Name of the operation. */
    readonly operation: string,
  ) {
    super(
      `${operation} got the same page twice although another was asked for. What was read before is ` +
        'sound; read on later from the `checkpoint`, or read page by page yourself.',
    );
  }
}
