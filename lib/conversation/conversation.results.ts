import type { ImResult } from '../client/result.js';
import type { ConversationNotificationLevel } from './dto/notification.dto.js';

/** What a user has set for a conversation. */
export interface ConversationAttributes {
  readonly targetId: string;
  /** 1 one-to-one, 3 group, 6 system. */
  readonly conversationType: 1 | 3 | 6;
  /** Absent when it was never set. */
  readonly top?: {
    /** Whether the conversation stands on top. */
    readonly top: boolean;
    /** When it was put there, in Unix milliseconds. */
    readonly topTime: number;
  };
  /** Absent when it was never set. */
  readonly mute?: {
    /** What the user is notified of. */
    readonly mute: ConversationNotificationLevel;
  };
  /** The tags that the conversation is under. */
  readonly tags: readonly { readonly tagId: string; readonly tagName: string }[];
}

/** A tag that a user has. */
export interface ConversationTag {
  readonly tagId: string;
  readonly tagName: string;
  /** When it was made, in Unix milliseconds. */
  readonly createTime: number;
}

/** A conversation under a tag. */
export interface TaggedConversation {
  readonly targetId: string;
  /** 1 one-to-one, 3 group, 6 system. */
  readonly conversationType: 1 | 3 | 6;
}

/** Result of `conversations.getAttributes`. */
export interface GetConversationAttributesResult extends ImResult {
  readonly data: ConversationAttributes;
}

/** Result of `conversations.notification.get`. */
export interface GetConversationNotificationResult extends ImResult {
  /** What the user is notified of: a level, although it has the name of the older yes or no. */
  readonly isMuted: ConversationNotificationLevel;
}

/** Result of `conversations.notification.getForType`. */
export interface GetConversationTypeNotificationResult extends ImResult {
  /** What the user is notified of: a level, although it has the name of the older yes or no. */
  readonly isMuted: ConversationNotificationLevel;
}

/** Result of `conversations.tags.query`. */
export interface QueryConversationTagsResult extends ImResult {
  readonly data: {
    readonly userId: string;
    readonly tags: readonly ConversationTag[];
  };
}

/** Result of `conversations.tags.queryConversations`. */
export interface QueryTaggedConversationsResult extends ImResult {
  readonly data: {
    readonly tagId: string;
    readonly conversations: readonly TaggedConversation[];
  };
}
