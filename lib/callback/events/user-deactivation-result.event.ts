import { conversationOfUser } from './conversation.js';
import type { ImOpenEvent, OpenNumber } from './event.types.js';
import { code, fieldsOf, id, integer, receivedEvent } from './fields.js';

/**
 * A user was deactivated or reactivated, or could not be.
 *
 * It answers `users.deactivate` and `users.reactivate`: deactivations within 15 minutes,
 * reactivations and repeated orders at once. The data of a deactivated user are gone. Enter the
 * address in the console. A repetition has the same `operateId`, `userId` and `type`.
 * @see https://docs.rongcloud.io/platform-chat-api/user/deactivation/callback-deactivation
 */
export interface UserDeactivationResult extends ImOpenEvent {
  readonly userId: string;
  /** What the call answered as its `operateId`. */
  readonly operateId: string;
  /** 0 deactivated, 1 reactivated. */
  readonly type: OpenNumber<0 | 1>;
  /** `0` for success; the other codes are not documented. */
  readonly code: string;
  /** When it was done, Unix time in milliseconds. */
  readonly time: number;
}

/** Checks and normalises the body of a `user-deactivation-result` callback. */
export function parseUserDeactivationResult(body: unknown): UserDeactivationResult {
  const fields = fieldsOf(body);
  const event = {
    userId: id(fields, 'userId'),
    operateId: id(fields, 'operateId'),
    type: integer(fields, 'type'),
    code: code(fields, 'code'),
    time: integer(fields, 'time'),
  };
  return receivedEvent(event, fields);
}

/** What orders results: their user. */
export function conversationOfDeactivationResult({ userId }: UserDeactivationResult): string {
  return conversationOfUser(userId);
}
