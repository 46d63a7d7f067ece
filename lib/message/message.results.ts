import type { ImResult } from '../client/result.js';

/** Result of `messages.sendPrivate`. */
export interface SendPrivateMessageResult extends ImResult {
  /** Id of the message for each recipient. */
  readonly messageUIDs: readonly {
    readonly userId: string;
    readonly messageUID: string;
  }[];
}
