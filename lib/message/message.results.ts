import type { ImResult } from '../client/result.js';

/** Ids of messages that were sent to users. */
export interface SentToUsers extends ImResult {
  /** Id of the message for each recipient. */
  readonly messageUIDs: readonly {
    readonly userId: string;
    readonly messageUID: string;
  }[];
}

/** Ids of messages that were sent to groups. */
export interface SentToGroups extends ImResult {
  /** Id of the message for each group. */
  readonly messageUIDs: readonly {
    readonly groupId: string;
    readonly messageUID: string;
  }[];
}

/** Id of one message. */
export interface SentMessage extends ImResult {
  /** Id of the message; two of the vendor's SDKs know it, no page does. */
  readonly messageUID?: string;
}

/** Result of `messages.sendPrivate`. */
export type SendPrivateMessageResult = SentToUsers;

/** Result of `messages.sendPrivateTemplate`. */
export type SendPrivateTemplateResult = SentToUsers;

/** Result of `messages.sendPrivateStatus`. */
export type SendPrivateStatusMessageResult = SentToUsers;

/** Result of `messages.sendSystem`. */
export type SendSystemMessageResult = SentToUsers;

/** Result of `messages.sendSystemTemplate`. */
export type SendSystemTemplateResult = SentToUsers;

/** Result of `messages.sendGroup`. */
export type SendGroupMessageResult = SentToGroups;

/** Result of `messages.sendGroupStatus`. */
export type SendGroupStatusMessageResult = SentToGroups;

/** Result of `messages.sendUltraGroup`. */
export type SendUltraGroupMessageResult = SentToGroups;

/** Result of `messages.sendChatroom`. */
export interface SendChatroomMessageResult extends ImResult {
  /** Id of the message for each chatroom. */
  readonly messageUIDs: readonly {
    readonly chatroomId: string;
    readonly messageUID: string;
  }[];
}

/** Result of `messages.broadcast`. */
export type BroadcastResult = SentMessage;

/** Result of `messages.broadcastOnline`. */
export type BroadcastOnlineResult = SentMessage;

/** Result of `messages.stream.sendPrivateChunk` and `sendGroupChunk`. */
export interface SendChunkResult extends ImResult {
  /** Id of the message, with the first chunk: the later ones carry it. */
  readonly messageUID?: string;
}

/** Result of `messages.expansion.query`. */
export interface QueryMessageExpansionResult extends ImResult {
  /** The data by their keys. */
  readonly extraContent: Readonly<Record<string, MessageExpansionValue>>;
}

/** Data attached to a message under one key. */
export interface MessageExpansionValue {
  readonly v: string;
  /** When it was set, in Unix milliseconds. */
  readonly ts: number;
}

/** Result of `messages.history.getLog`. */
export interface GetMessageLogResult extends ImResult {
  /** Address of a zip file; empty when nothing was sent in that hour. */
  readonly url: string;
  /** The hour; older versions of the service answer it. */
  readonly date?: string;
}

/** A message of the cloud history. */
export interface HistoryMessage {
  /** The other user, group, chatroom or ultra group. */
  readonly targetId: string;
  /** The sender. */
  readonly fromUserId: string;
  readonly messageUID: string;
  /** When it was sent, in Unix milliseconds. */
  readonly msgTime: number;
  /** The message type. */
  readonly objectName: string;
  /** The content; a text where a type of your own is no JSON. */
  readonly content: Readonly<Record<string, unknown>> | string;
  /** Whether key-values can be attached to it. */
  readonly expansion: boolean;
  /** Key-values attached to it; an empty text when there are none. */
  readonly extraContent: Readonly<Record<string, unknown>> | string;
}

/** Result of `messages.history.queryPrivate`, `queryGroup` and `queryChatroom`. */
export interface QueryMessageHistoryResult extends ImResult {
  readonly data: readonly HistoryMessage[];
}

/** A message of the cloud history of an ultra group. */
export interface UltraGroupHistoryMessage extends HistoryMessage {
  readonly busChannel: string;
}

/** Result of `messages.history.queryUltraGroup`. */
export interface QueryUltraGroupHistoryResult extends ImResult {
  readonly data: readonly UltraGroupHistoryMessage[];
}
