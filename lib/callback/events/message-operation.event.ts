import { conversationOfMessage } from './conversation.js';
import {
  channelType,
  type ImChannelType,
  type ImClientPlatform,
  type ImOpenEvent,
  type OpenNumber,
} from './event.types.js';
import type { ReceivedFields } from './field-names.js';
import {
  fieldsOf,
  id,
  integer,
  nestedFields,
  optionalFields,
  optionalFlag,
  optionalInteger,
  optionalText,
  receivedEvent,
  withUnknown,
} from './fields.js';

/** The conversation of a message that was recalled or deleted. */
export interface OperatedConversation {
  /** Sent as a number in `conversationType`. */
  readonly channelType: ImChannelType;
  /** A user, group, chatroom or ultra group, by `channelType`. */
  readonly targetId: string;
  /** Ultra groups: id of the channel. */
  readonly busChannel?: string | undefined;
}

/** The message that was recalled or deleted. */
export interface OperatedMessage {
  /** Sent as `messageId`. */
  readonly msgUID?: string | undefined;
  /** When the service received it, Unix time in milliseconds; sent as `messageTime`. */
  readonly msgTimestamp?: number | undefined;
}

/** How a message was recalled. */
export interface RecallDetails {
  /** It also goes from the receivers' own stores. */
  readonly isDelete?: boolean | undefined;
  /** Done by an administrator. */
  readonly isAdmin?: boolean | undefined;
  readonly extra?: string | undefined;
}

/** What was deleted. */
export interface DeletionDetails {
  /** 1 single messages, 2 all before `msgTimestamp`. */
  readonly deleteType?: OpenNumber<1 | 2> | undefined;
  /** Unix time in milliseconds. */
  readonly msgTimestamp?: number | undefined;
}

/**
 * Messages were recalled or deleted.
 *
 * No page of the vendor describes it: its form is that of a public SDK. Enter the address in the
 * console where it is offered. Edits and changed expansions come as `message-routing`. A repetition
 * has the same `eventType`, message, `fromUserId` and `optTime`.
 * @see https://docs.rongcloud.io/platform-chat-api/auth-callback
 */
export interface MessageOperation extends ImOpenEvent {
  /** 1 recalled, 2 deleted. */
  readonly eventType: OpenNumber<1 | 2>;
  /** Who did it. */
  readonly fromUserId: string;
  /** When it was done, Unix time in milliseconds. */
  readonly optTime: number;
  readonly source?: ImClientPlatform | undefined;
  readonly conversationInfo: OperatedConversation;
  readonly originalMsgInfo?: OperatedMessage | undefined;
  /** For recalls. */
  readonly recallMsgInfo?: RecallDetails | undefined;
  /** For deletions. */
  readonly deleteMsgInfo?: DeletionDetails | undefined;
}

/** Checks and normalises the body of a `message-operation` callback. */
export function parseMessageOperation(body: unknown): MessageOperation {
  const fields = fieldsOf(body);
  const event = {
    eventType: integer(fields, 'eventType'),
    fromUserId: id(fields, 'fromUserId'),
    optTime: integer(fields, 'optTime'),
    source: optionalText(fields, 'source'),
    conversationInfo: parseConversation(nestedFields(fields, 'conversationInfo')),
    originalMsgInfo: parseMessage(optionalFields(fields, 'originalMsgInfo')),
    recallMsgInfo: parseRecall(optionalFields(fields, 'recallMsgInfo')),
    deleteMsgInfo: parseDeletion(optionalFields(fields, 'deleteMsgInfo')),
  };
  return receivedEvent(event, fields);
}

function parseConversation(fields: ReceivedFields): OperatedConversation {
  const conversation = {
    channelType: channelType(fields),
    targetId: id(fields, 'targetId'),
    busChannel: optionalText(fields, 'busChannel'),
  };
  return withUnknown(conversation, fields);
}

function parseMessage(fields: ReceivedFields | undefined): OperatedMessage | undefined {
  if (fields === undefined) return undefined;
  const message = {
    msgUID: optionalText(fields, 'msgUID'),
    msgTimestamp: optionalInteger(fields, 'msgTimestamp'),
  };
  return withUnknown(message, fields);
}

function parseRecall(fields: ReceivedFields | undefined): RecallDetails | undefined {
  if (fields === undefined) return undefined;
  const details = {
    isDelete: optionalFlag(fields, 'isDelete'),
    isAdmin: optionalFlag(fields, 'isAdmin'),
    extra: optionalText(fields, 'extra'),
  };
  return withUnknown(details, fields);
}

function parseDeletion(fields: ReceivedFields | undefined): DeletionDetails | undefined {
  if (fields === undefined) return undefined;
  const details = {
    deleteType: optionalInteger(fields, 'deleteType'),
    msgTimestamp: optionalInteger(fields, 'msgTimestamp'),
  };
  return withUnknown(details, fields);
}

/** What orders operations: the conversation of the message. */
export function conversationOfOperation(operation: MessageOperation): string {
  const { conversationInfo, fromUserId } = operation;
  return conversationOfMessage(conversationInfo.channelType, conversationInfo.targetId, fromUserId);
}
