import { conversationOfMessage } from './conversation.js';
import {
  channelType,
  optionalContent,
  receivedContent,
  type ImChannelType,
  type ImClientPlatform,
  type ImOpenEvent,
  type ImReceivedContent,
} from './event.types.js';
import {
  fieldsOf,
  id,
  integer,
  optionalFlag,
  optionalList,
  optionalText,
  receivedEvent,
} from './fields.js';

/**
 * A message that waits for a verdict: the pre-messaging callback.
 *
 * The platform waits 3 s, asks once, and delivers the message when there is no answer by then. It
 * asks about the messages that a rule of the console selects, for ultra groups also about edits and
 * changed expansions; messages of the Server API only where that is switched on too.
 * @see https://docs.rongcloud.io/platform-chat-api/moderation/msgcb
 */
export interface PreMessage extends ImOpenEvent {
  /** App Key of the app. */
  readonly appKey?: string | undefined;
  /** Who sends it. */
  readonly fromUserId: string;
  /** Where it goes: a user, group, chatroom or ultra group, by `channelType`. */
  readonly targetId: string;
  /** Members that a message directed inside a group goes to. */
  readonly toUserIds?: readonly string[] | undefined;
  /** Message type, such as `RC:TxtMsg`; sent as `msgType`. */
  readonly objectName: string;
  /**
   * The content: an object where it was sent as JSON, as that of all built-in types is, else the
   * text. `isMessage` tells the type.
   */
  readonly content: ImReceivedContent;
  /** Text of the push notification. */
  readonly pushContent?: string | undefined;
  /** Silent message. */
  readonly disablePush?: boolean | undefined;
  /** Push options: an object, or the text where it is none. */
  readonly pushExt?: ImReceivedContent | undefined;
  /** The message can be expanded. */
  readonly expansion?: boolean | undefined;
  /** Expansion keys and values: an object, or the text where it is none. */
  readonly extraContent?: ImReceivedContent | undefined;
  readonly channelType: ImChannelType;
  /** When the service received it, Unix time in milliseconds; sent as `msgTimeStamp`. */
  readonly msgTimestamp: number;
  /** Id of the message; sent as `messageId`. */
  readonly msgUID: string;
  /** Ultra groups: id of the message that this one edits. */
  readonly originalMsgUID?: string | undefined;
  readonly os?: ImClientPlatform | undefined;
  /** Ultra groups: id of the channel. */
  readonly busChannel?: string | undefined;
  /** Address of the sender, `ip:port`. */
  readonly clientIp?: string | undefined;
  /** Marked as made by AI; only where the app has this switched on. */
  readonly aiGenerated?: boolean | undefined;
}

/** Checks and normalises the body of a `pre-messaging` callback. */
export function parsePreMessage(body: unknown): PreMessage {
  const fields = fieldsOf(body);
  const event = {
    appKey: optionalText(fields, 'appKey'),
    fromUserId: id(fields, 'fromUserId'),
    targetId: id(fields, 'targetId'),
    toUserIds: optionalList(fields, 'toUserIds'),
    objectName: id(fields, 'objectName'),
    content: receivedContent(fields),
    pushContent: optionalText(fields, 'pushContent'),
    disablePush: optionalFlag(fields, 'disablePush'),
    pushExt: optionalContent(fields, 'pushExt'),
    expansion: optionalFlag(fields, 'expansion'),
    extraContent: optionalContent(fields, 'extraContent'),
    channelType: channelType(fields),
    msgTimestamp: integer(fields, 'msgTimestamp'),
    msgUID: id(fields, 'msgUID'),
    originalMsgUID: optionalText(fields, 'originalMsgUID'),
    os: optionalText(fields, 'os'),
    busChannel: optionalText(fields, 'busChannel'),
    clientIp: optionalText(fields, 'clientIp'),
    aiGenerated: optionalFlag(fields, 'aiGenerated'),
  };
  return receivedEvent(event, fields);
}

/** What orders messages that wait for a verdict: their conversation. */
export function conversationOfPreMessage(message: PreMessage): string {
  return conversationOfMessage(message.channelType, message.targetId, message.fromUserId);
}
