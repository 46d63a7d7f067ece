import { ImError } from './im.error.js';
import type { ImFailedCall } from './transport.error.js';

/** What the service answered, with what is known about the call. */
export interface ImRefusedCall extends ImFailedCall {
  /** The service's own code; undefined when the body held none. */
  readonly code: number | undefined;
  /** HTTP status; undefined when nothing was sent. */
  readonly status: number | undefined;
}

/** The service refused a call. The subclasses say what to do about it. */
export class ImApiError extends ImError implements ImRefusedCall {
  readonly app: string;
  readonly operation: string;
  readonly endpoint: string | undefined;
  readonly requestId: string | undefined;
  readonly attempts: number;
  readonly code: number | undefined;
  readonly status: number | undefined;

  constructor(message: string, call: ImRefusedCall, options?: ErrorOptions) {
    super(message, options);
    this.app = call.app;
    this.operation = call.operation;
    this.endpoint = call.endpoint;
    this.requestId = call.requestId;
    this.attempts = call.attempts;
    this.code = call.code;
    this.status = call.status;
  }
}
