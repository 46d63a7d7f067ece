import { conversationOfBot } from './conversation.js';
import {
  optionalChannelType,
  optionalContent,
  type ImChannelType,
  type ImOpenEvent,
  type ImReceivedContent,
  type OpenText,
} from './event.types.js';
import type { ReceivedFields } from './field-names.js';
import {
  fieldsOf,
  id,
  integer,
  nestedFields,
  optionalInteger,
  optionalRecord,
  optionalText,
  receivedEvent,
  text,
  textIfSent,
  withUnknown,
} from './fields.js';

/** What a bot is told. */
export type BotEventType = OpenText<
  | 'message:private'
  | 'message:group_mentioned'
  | 'message:private_recall'
  | 'message:group_mentioned_recall'
  | 'message:private_read'
  | 'message:group_read'
  | 'group:bot_join'
  | 'group:bot_left'
  | 'group:dismiss'
  | 'group:user_join'
  | 'group:user_left'
>;

/** The bot that is told. */
export interface BotIdentity {
  readonly userId: string;
  readonly name: string;
  /** Address of the avatar. */
  readonly profileUrl?: string | undefined;
  /** Kind, as it was given when the bot was created. */
  readonly type?: string | undefined;
  readonly metadata?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Something happened to a bot or where it is.
 *
 * It goes to the `callbackUrl` of the integration that was given when the bot was created, not to an
 * address of the console, and only for the message types and events named there. The fields of a
 * message stand on the event, by the names that they have in `message-routing`. All that came is in
 * `data`; of what is no message only `fromUserId` stands on the event, as the rest is not
 * documented. A repetition of a message has the same `msgUID`.
 * @see https://docs.rongcloud.cn/platform-chat-api/bot/callback-channels/bot-callback-webhook
 */
export interface BotEvent extends ImOpenEvent {
  readonly type: BotEventType;
  /** When it happened, Unix time in milliseconds. */
  readonly timestamp: number;
  readonly bot: BotIdentity;
  /** What came with the event, as it came. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Messages: who sent it; other events: who did it, where that is told. */
  readonly fromUserId?: string | undefined;
  /** Messages: where it went, the bot or the group. */
  readonly toUserId?: string | undefined;
  /** Messages: type, such as `RC:TxtMsg`. */
  readonly objectName?: string | undefined;
  /**
   * Messages: the content, an object where it was sent as JSON, else the text. `isMessage` tells the
   * type.
   */
  readonly content?: ImReceivedContent | undefined;
  readonly channelType?: ImChannelType | undefined;
  /** Messages: id. */
  readonly msgUID?: string | undefined;
  /** Messages: when the service received it, Unix time in milliseconds. */
  readonly msgTimestamp?: number | undefined;
}

const MESSAGE_TYPES: ReadonlySet<string> = new Set(['message:private', 'message:group_mentioned']);

/** Checks and normalises the body of a `bot-event` callback. */
export function parseBotEvent(body: unknown): BotEvent {
  const fields = fieldsOf(body);
  const type = id(fields, 'type');
  const data = nestedFields(fields, 'data');
  const event = {
    type,
    timestamp: integer(fields, 'timestamp'),
    bot: parseBot(nestedFields(fields, 'bot')),
    data,
    ...(MESSAGE_TYPES.has(type) ? parseMessage(data) : senderOf(data)),
  };
  return receivedEvent(event, fields);
}

function parseMessage(data: ReceivedFields) {
  return {
    fromUserId: optionalText(data, 'fromUserId'),
    toUserId: optionalText(data, 'toUserId'),
    objectName: optionalText(data, 'objectName'),
    content: optionalContent(data, 'content'),
    channelType: optionalChannelType(data),
    msgUID: optionalText(data, 'msgUID'),
    msgTimestamp: optionalInteger(data, 'msgTimestamp'),
  };
}

/** What has no documented form is not refused for the form that it has. */
function senderOf({ fromUserId }: ReceivedFields) {
  return { fromUserId: typeof fromUserId === 'string' ? fromUserId : undefined };
}

function parseBot(fields: ReceivedFields): BotIdentity {
  const bot = {
    userId: id(fields, 'userId'),
    name: text(fields, 'name'),
    profileUrl: optionalText(fields, 'profileUrl'),
    type: optionalText(fields, 'type'),
    metadata: optionalRecord(fields, 'metadata', textIfSent),
  };
  return withUnknown(bot, fields);
}

/** What orders bot events: the bot and the user who writes to it. */
export function conversationOfBotEvent({ bot, fromUserId }: BotEvent): string {
  return conversationOfBot(bot.userId, fromUserId ?? '');
}
