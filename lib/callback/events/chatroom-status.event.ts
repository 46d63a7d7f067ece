import { conversationOfChatroom, sharedConversation } from './conversation.js';
import type { ImOpenEvent, OpenNumber } from './event.types.js';
import { eventsIn, fieldsOf, id, integer, optionalTexts, receivedEvent } from './fields.js';

/**
 * A chatroom was created or destroyed, or users came or went.
 *
 * Further devices of a user who is in the room are not told. Several changes come in one callback,
 * many on busy rooms; their order is by `time`. Enter the address in the console. A repetition has
 * the same room, `type`, `status`, `time` and users.
 * @see https://docs.rongcloud.io/platform-chat-api/chatroom/status
 */
export interface ChatroomStatus extends ImOpenEvent {
  /** The room; sent as `chatRoomId`. */
  readonly chatroomId: string;
  /** Who came or went; empty where the room itself was created or destroyed. */
  readonly userIds: readonly string[];
  /**
   * What set it off: 0 a call or a client, 1 the user was removed after 30 s or 30 messages
   * offline, 2 the user was banned, 3 the room was destroyed by itself.
   */
  readonly status: OpenNumber<0 | 1 | 2 | 3>;
  /** 0 created, 1 joined, 2 left, 3 destroyed. */
  readonly type: OpenNumber<0 | 1 | 2 | 3>;
  /** When it happened, Unix time in milliseconds. */
  readonly time: number;
}

/** Checks and normalises the body of a `chatroom-status` callback: always a list. */
export function parseChatroomStatus(body: unknown): ChatroomStatus[] {
  return eventsIn(body).map(parseChange);
}

function parseChange(change: unknown): ChatroomStatus {
  const fields = fieldsOf(change);
  const event = {
    chatroomId: id(fields, 'chatroomId'),
    userIds: optionalTexts(fields, 'userIds') ?? [],
    status: integer(fields, 'status'),
    type: integer(fields, 'type'),
    time: integer(fields, 'time'),
  };
  return receivedEvent(event, fields);
}

/** What orders changes: their room; changes of several rooms have no order among them. */
export function conversationOfChatroomStatus(changes: readonly ChatroomStatus[]): string {
  const conversationOf = ({ chatroomId }: ChatroomStatus) => conversationOfChatroom(chatroomId);
  return sharedConversation(changes, conversationOf, 'chatroom-status');
}
