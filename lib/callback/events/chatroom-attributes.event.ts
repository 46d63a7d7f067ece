import { conversationOfChatroom, sharedConversation } from './conversation.js';
import type { ImOpenEvent, OpenNumber } from './event.types.js';
import {
  eventsIn,
  fieldsOf,
  id,
  integer,
  optionalInteger,
  optionalText,
  receivedEvent,
  text,
  textIfSent,
} from './fields.js';

/**
 * An attribute of a chatroom was set or deleted.
 *
 * Changes of one room are in order by `version`. Enter the address in the console. A repetition has
 * the same room, `key`, `optType` and `version`.
 * @see https://docs.rongcloud.io/platform-chat-api/chatroom/kv-attribute/sync-kv
 */
export interface ChatroomAttributeChange extends ImOpenEvent {
  readonly chatroomId: string;
  /** Name of the attribute; absent where all were deleted. */
  readonly key?: string | undefined;
  /** Its value, may be empty. */
  readonly value?: string | undefined;
  /** 1 set, 2 deleted, 3 all were deleted. */
  readonly optType: OpenNumber<1 | 2 | 3>;
  /** Who did it. */
  readonly userId: string;
  /** Reserved by the platform. */
  readonly status?: number | undefined;
  /** When it happened, Unix time in milliseconds. */
  readonly timestamp: number;
  /** Grows with every change. */
  readonly version: number;
}

/**
 * Checks and normalises the body of a `chatroom-attributes` callback: always a list, as it is not
 * documented whether the platform sends one.
 */
export function parseChatroomAttributes(body: unknown): ChatroomAttributeChange[] {
  return eventsIn(body).map(parseChange);
}

function parseChange(change: unknown): ChatroomAttributeChange {
  const fields = fieldsOf(change);
  const event = {
    chatroomId: id(fields, 'chatroomId'),
    key: optionalText(fields, 'key'),
    value: textIfSent(fields, 'value'),
    optType: integer(fields, 'optType'),
    userId: text(fields, 'userId'),
    status: optionalInteger(fields, 'status'),
    timestamp: integer(fields, 'timestamp'),
    version: integer(fields, 'version'),
  };
  return receivedEvent(event, fields);
}

/** What orders changes: their room; changes of several rooms have no order among them. */
export function conversationOfAttributes(changes: readonly ChatroomAttributeChange[]): string {
  const conversationOf = (change: ChatroomAttributeChange) =>
    conversationOfChatroom(change.chatroomId);
  return sharedConversation(changes, conversationOf, 'chatroom-attributes');
}
