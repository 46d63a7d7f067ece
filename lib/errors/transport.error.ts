import { ImError } from './im.error.js';

/** What is known about the attempt that failed. */
export interface ImFailedCall {
  /** Name of the app. */
  readonly app: string;
  /** Name of the operation, such as `user.register`. */
  readonly operation: string;
  /** Base address the last attempt went to; undefined when none was made. */
  readonly endpoint?: string | undefined;
  /** `X-Request-ID` of the last attempt; quote it to the vendor's support. */
  readonly requestId?: string | undefined;
  /** Attempts that were made. */
  readonly attempts: number;
}

/** A call got no usable answer from the service. */
export abstract class ImTransportError extends ImError implements ImFailedCall {
  readonly app: string;
  readonly operation: string;
  readonly endpoint: string | undefined;
  readonly requestId: string | undefined;
  readonly attempts: number;

  constructor(message: string, call: ImFailedCall, options?: ErrorOptions) {
    super(message, options);
    this.app = call.app;
    this.operation = call.operation;
    this.endpoint = call.endpoint;
    this.requestId = call.requestId;
    this.attempts = call.attempts;
  }
}
