import {
  channelType,
  receivedContent,
  type ImChannelType,
  type ImClientPlatform,
  type ImOpenEvent,
  type ImReceivedContent,
} from './event.types.js';
import { conversationOfMessage } from './conversation.js';
import {
  fieldsOf,
  id,
  integer,
  optionalFlag,
  optionalInteger,
  optionalText,
  optionalTexts,
  receivedEvent,
} from './fields.js';

/**
 * A message that was sent: the post-messaging callback, one for each message.
 *
 * Messages of the Server API, blocked ones and status messages come only where they were switched on
 * in the console; broadcasts never come. Order is not promised. A repetition has the same `msgUID`;
 * in ultra groups an edit has a new one, and that of the edited message in `originalMsgUID`.
 * @see https://docs.rongcloud.io/platform-chat-api/message/sync
 */
export interface RoutedMessage extends ImOpenEvent {
  /** Who sent it. */
  readonly fromUserId: string;
  /** Where it went: a user, group, chatroom or ultra group, by `channelType`. */
  readonly toUserId: string;
  /** Message type, such as `RC:TxtMsg`. */
  readonly objectName: string;
  /**
   * The content: an object where it was sent as JSON, as that of all built-in types is, else the
   * text. `isMessage` tells the type.
   */
  readonly content: ImReceivedContent;
  readonly channelType: ImChannelType;
  /** When the service received it, Unix time in milliseconds. */
  readonly msgTimestamp: number;
  /** Id of the message. */
  readonly msgUID: string;
  /** Ultra groups: id of the message that this one changes, expands or deletes. */
  readonly originalMsgUID?: string | undefined;
  /** Sensitive words: 0 none, 1 holds a blocked word, 2 holds a replaced word. */
  readonly sensitiveType?: number | undefined;
  readonly source?: ImClientPlatform | undefined;
  /** Ultra groups: id of the channel. */
  readonly busChannel?: string | undefined;
  /** Who received a message that was directed to some members of a group. */
  readonly groupUserIds?: readonly string[] | undefined;
  /** Marked as made by AI; only where the app has this switched on. */
  readonly aiGenerated?: boolean | undefined;
}

/** Checks and normalises the body of a `message-routing` callback. */
export function parseRoutedMessage(body: unknown): RoutedMessage {
  const fields = fieldsOf(body);
  const event = {
    fromUserId: id(fields, 'fromUserId'),
    toUserId: id(fields, 'toUserId'),
    objectName: id(fields, 'objectName'),
    content: receivedContent(fields),
    channelType: channelType(fields),
    msgTimestamp: integer(fields, 'msgTimestamp'),
    msgUID: id(fields, 'msgUID'),
    originalMsgUID: optionalText(fields, 'originalMsgUID'),
    sensitiveType: optionalInteger(fields, 'sensitiveType'),
    source: optionalText(fields, 'source'),
    busChannel: optionalText(fields, 'busChannel'),
    groupUserIds: optionalTexts(fields, 'groupUserIds'),
    aiGenerated: optionalFlag(fields, 'aiGenerated'),
  };
  return receivedEvent(event, fields);
}

/** What orders routed messages: their conversation. */
export function conversationOfRoutedMessage(message: RoutedMessage): string {
  return conversationOfMessage(message.channelType, message.toUserId, message.fromUserId);
}
