import { conversationOfMessage } from './conversation.js';
import {
  channelType,
  optionalContent,
  receivedContent,
  type ImChannelType,
  type ImClientPlatform,
  type ImOpenEvent,
  type ImReceivedContent,
  type OpenNumber,
} from './event.types.js';
import {
  fieldsOf,
  id,
  integer,
  nestedFields,
  optionalInteger,
  optionalList,
  optionalText,
  receivedEvent,
  withUnknown,
} from './fields.js';

/**
 * What the platform's own moderation has decided about a message.
 *
 * The platform sends the message as JSON text in `content`; here its fields stand on the event, by
 * the names that they have in `message-routing`. Enter the address on the console's page of the
 * moderation service; a changed one takes up to 30 minutes. A message with picture, sound or film
 * may have several results (our reading); a repetition has the same `msgUID` and `serviceProvider`.
 *
 * The only event that is signed in headers.
 * @see https://docs.rongcloud.io/platform-chat-api/moderation/audit-result
 */
export interface ModerationResult extends ImOpenEvent {
  /** 10000 passed, 10001 rejected. */
  readonly result: OpenNumber<10000 | 10001>;
  /** Id of the message. */
  readonly msgUID: string;
  /** Mark of the provider that has decided. */
  readonly serviceProvider: string;
  /** The provider's own answer: an object where it is one, else the text. */
  readonly resultDetail?: ImReceivedContent | undefined;
  /** App Key of the app. */
  readonly appKey?: string | undefined;
  /** Who sent the message. */
  readonly fromUserId: string;
  /** Where it went: a user, group, chatroom or ultra group, by `channelType`. */
  readonly targetId: string;
  /** Members that a message directed inside a group went to. */
  readonly toUserIds?: readonly string[] | undefined;
  readonly channelType: ImChannelType;
  /** Message type, such as `RC:TxtMsg`. */
  readonly objectName: string;
  /**
   * The content of the message, sent as `message`: an object where it was sent as JSON, else the
   * text. `isMessage` tells the type.
   */
  readonly content: ImReceivedContent;
  /** Expansion keys and values. */
  readonly extraContent?: ImReceivedContent | undefined;
  readonly clientOs?: ImClientPlatform | undefined;
  /** When the service received the message, Unix time in milliseconds; sent as `messageTime`. */
  readonly msgTimestamp?: number | undefined;
}

/** Checks and normalises the body of a `moderation-result` callback. */
export function parseModerationResult(body: unknown): ModerationResult {
  const fields = fieldsOf(body);
  const message = nestedFields(fields, 'content');
  const event = {
    result: integer(fields, 'result'),
    msgUID: id(fields, 'msgUID'),
    serviceProvider: id(fields, 'serviceProvider'),
    resultDetail: optionalContent(fields, 'resultDetail'),
    appKey: optionalText(message, 'appKey'),
    fromUserId: id(message, 'fromUserId'),
    targetId: id(message, 'targetId'),
    toUserIds: optionalList(message, 'toUserIds'),
    channelType: channelType(message),
    objectName: id(message, 'objectName'),
    content: receivedContent(message, 'message'),
    extraContent: optionalContent(message, 'extraContent'),
    clientOs: optionalText(message, 'clientOs'),
    msgTimestamp: optionalInteger(message, 'msgTimestamp'),
  };
  const { message: _content, ...others } = message;
  return receivedEvent(withUnknown(event, others), fields);
}

/** What orders results: the conversation of the message. */
export function conversationOfModerationResult(event: ModerationResult): string {
  return conversationOfMessage(event.channelType, event.targetId, event.fromUserId);
}
