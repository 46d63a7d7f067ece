import { conversationOfFriends } from './conversation.js';
import type { ImClientPlatform, ImOpenEvent, OpenNumber } from './event.types.js';
import { fieldsOf, id, integer, optionalText, receivedEvent } from './fields.js';

/**
 * Two users have become friends, are about to, or are no more.
 *
 * It comes where friend hosting is on; enter the address in the console. A repetition has the same
 * `eventType`, users and `time`.
 * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/friendship-sync
 */
export interface FriendshipChange extends ImOpenEvent {
  /**
   * 1 request sent, 2 accepted, 3 rejected, 4 removed, 5 added by the Server API. The vendor's own
   * sample server takes 1 and 5, not 2, as the beginning of a friendship.
   */
  readonly eventType: OpenNumber<1 | 2 | 3 | 4 | 5>;
  /** Who did it. */
  readonly userId: string;
  /** The other user. */
  readonly toUserId: string;
  /** When it happened, Unix time in milliseconds. */
  readonly time: number;
  readonly source?: ImClientPlatform | undefined;
  /** What was written with a request. */
  readonly extra?: string | undefined;
}

/** Checks and normalises the body of a `friendship-sync` callback. */
export function parseFriendshipChange(body: unknown): FriendshipChange {
  const fields = fieldsOf(body);
  const event = {
    eventType: integer(fields, 'eventType'),
    userId: id(fields, 'userId'),
    toUserId: id(fields, 'toUserId'),
    time: integer(fields, 'time'),
    source: optionalText(fields, 'source'),
    extra: optionalText(fields, 'extra'),
  };
  return receivedEvent(event, fields);
}

/** What orders changes: the two users. */
export function conversationOfFriendship({ userId, toUserId }: FriendshipChange): string {
  return conversationOfFriends(userId, toUserId);
}
