import { conversationOfUser, sharedConversation } from './conversation.js';
import type { ImClientPlatform, ImOpenEvent, OpenText } from './event.types.js';
import { code, eventsIn, fieldsOf, id, integer, optionalText, receivedEvent } from './fields.js';

/** What a device did: `0` came online, `1` went offline, `2` logged out. */
export type ImOnlineStatus = OpenText<'0' | '1' | '2'>;

/**
 * A device of a user came or went.
 *
 * It is a change, not a state: a user is offline when all devices (`sessionId`) are. Drop changes
 * that are older than the last one you know, by `time`. A lost connection is told minutes later.
 * Several changes come in one callback. A repetition has the same `userId`, `sessionId`, `status` and
 * `time`.
 * @see https://docs.rongcloud.cn/platform-chat-api/user/onlinestatus
 */
export interface UserOnlineStatus extends ImOpenEvent {
  /** The user; the platform spells the field `userid`. */
  readonly userId: string;
  readonly status: ImOnlineStatus;
  /** Platform of the device, told when it comes online. */
  readonly os?: ImClientPlatform | undefined;
  /** When it happened, Unix time in milliseconds. */
  readonly time: number;
  /** Address of the device, `ip:port`. */
  readonly clientIp?: string | undefined;
  /** Tells the devices of a user apart. */
  readonly sessionId?: string | undefined;
}

/**
 * Checks and normalises the body of a `user-online-status` callback: always a list, also where the
 * platform sends a single change.
 */
export function parseUserOnlineStatus(body: unknown): UserOnlineStatus[] {
  return eventsIn(body).map(parseChange);
}

function parseChange(change: unknown): UserOnlineStatus {
  const fields = fieldsOf(change);
  const event = {
    userId: id(fields, 'userId'),
    status: code(fields, 'status'),
    os: optionalText(fields, 'os'),
    time: integer(fields, 'time'),
    clientIp: optionalText(fields, 'clientIp'),
    sessionId: optionalText(fields, 'sessionId'),
  };
  return receivedEvent(event, fields);
}

/** What orders changes: their user; changes of several users have no order among them. */
export function conversationOfOnlineStatus(changes: readonly UserOnlineStatus[]): string {
  return sharedConversation(
    changes,
    ({ userId }) => conversationOfUser(userId),
    'user-online-status',
  );
}
