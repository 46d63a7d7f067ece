import type { ImResult } from '../client/result.js';

/** Result of `push.send`, `sendToUsers` and `sendCustom`. */
export interface SendPushResult extends ImResult {
  /** Id of the push. */
  readonly id: string;
}

/** Result of `push.sendWithMessage`. */
export interface SendPushWithMessageResult extends SendPushResult {
  /** Id of the message; two of the vendor's SDKs know it, no page does. */
  readonly messageUID?: string;
}
