import type { ImResult } from '../client/result.js';

/** A message of an ultra group. */
export interface UltraGroupMessage {
  readonly groupId: string;
  readonly busChannel: string;
  /** The sender. */
  readonly fromUserId: string;
  readonly msgUID: string;
  /** When it was sent, in Unix milliseconds. */
  readonly msgTime: number;
  /** The message type. */
  readonly objectName: string;
  /** 10: ultra group. */
  readonly conversionType: number;
  /** The content; a text where a type of your own is no JSON. */
  readonly content: UltraGroupMessageContent;
  /** Whether data can be attached to it. */
  readonly expansion: boolean;
  /** Data attached to it. */
  readonly extraContent: UltraGroupMessageContent;
}

/** JSON of a message: an object, or the text when it is none. */
export type UltraGroupMessageContent = Readonly<Record<string, unknown>> | string;

/** Data attached to a message under one key. */
export interface UltraGroupExpansionValue {
  readonly v: string;
  /** When it was set, in Unix milliseconds. */
  readonly ts: number;
}

/** A channel. */
export interface UltraGroupChannel {
  readonly channelId: string;
  /** 0 public, 1 private. */
  readonly type: 0 | 1;
  /** When it was made; the form is not documented. */
  readonly createTime: string;
}

/** Result of `ultraGroups.messages.get`. */
export interface GetUltraGroupMessagesResult extends ImResult {
  readonly data: readonly {
    /** Sender. */
    readonly fromUserId: string;
    /** The ultra group. */
    readonly groupId: string;
    /** Send time, Unix milliseconds. */
    readonly sentTime: number;
    /** The channel. */
    readonly busChannel: string;
    /** Unique message id. */
    readonly msgUID: string;
    /** Message type. */
    readonly objectName: string;
    /** The content; a text where a type of your own is no JSON. */
    readonly content: UltraGroupMessageContent;
    /** Whether the message is expandable. */
    readonly expansion: boolean;
    /** Data attached to it. */
    readonly extraContent: UltraGroupMessageContent;
  }[];
}

/** Result of `ultraGroups.messages.query`. */
export interface QueryUltraGroupMessagesResult extends ImResult {
  readonly data: readonly UltraGroupMessage[];
}

/** Result of `ultraGroups.messages.queryAround`. */
export interface QueryUltraGroupMessagesAroundResult extends ImResult {
  readonly data: readonly UltraGroupMessage[];
}

/** Result of `ultraGroups.expansion.query`. */
export interface QueryUltraGroupExpansionResult extends ImResult {
  /** The data by their keys. */
  readonly extraContent: Readonly<Record<string, UltraGroupExpansionValue>>;
}

/** Result of `ultraGroups.members.check`. */
export interface CheckUltraGroupMemberResult extends ImResult {
  /** True when the user is a member. */
  readonly status: boolean;
}

/** Result of `ultraGroups.channels.query`. */
export interface QueryUltraGroupChannelsResult extends ImResult {
  readonly channelList: readonly UltraGroupChannel[];
}

/** Result of `ultraGroups.privateChannels.queryUsers`. */
export interface QueryPrivateChannelUsersResult extends ImResult {
  /** User ids. */
  readonly users: readonly string[];
}

/** Result of `ultraGroups.privateChannels.queryOfUser`. */
export interface QueryPrivateChannelsOfUserResult extends ImResult {
  /** Channel ids. */
  readonly data: readonly string[];
}

/** Result of `ultraGroups.userGroups.query`. */
export interface QueryUserGroupsResult extends ImResult {
  readonly userGroups: readonly {
    /** The user group. */
    readonly userGroupId: string;
  }[];
}

/** Result of `ultraGroups.userGroups.queryOfUser`. */
export interface QueryUserGroupsOfUserResult extends ImResult {
  /** User group ids. */
  readonly data: readonly string[];
}

/** Result of `ultraGroups.userGroups.queryOfChannel`. */
export interface QueryUserGroupsOfChannelResult extends ImResult {
  /** User group ids. */
  readonly data: readonly string[];
}

/** Result of `ultraGroups.userGroups.queryChannels`. */
export interface QueryUserGroupChannelsResult extends ImResult {
  /** Channel ids. */
  readonly data: readonly string[];
}

/** Result of `ultraGroups.members.queryMuted`. */
export interface QueryMutedUltraGroupMembersResult extends ImResult {
  readonly users: readonly {
    /** User id. */
    readonly id: string;
  }[];
}

/** Result of `ultraGroups.checkMuted`. */
export interface CheckUltraGroupMutedResult extends ImResult {
  /** True when everybody is muted. */
  readonly status: boolean;
}

/** Result of `ultraGroups.muteWhitelist.query`. */
export interface QueryUltraGroupMuteWhitelistResult extends ImResult {
  readonly users: readonly {
    /** User id. */
    readonly id: string;
  }[];
}

/** Result of `ultraGroups.getDefaultNotification`. */
export interface GetUltraGroupNotificationResult extends ImResult {
  /** The ultra group. */
  readonly groupId: string;
  /** The channel, when one was asked for. */
  readonly busChannel?: string;
  /**
   * What is pushed: -1 everything, 0 not set, 1 mentions, 2 mentions of the user, 4 mentions of everybody,
   * 5 nothing.
   */
  readonly unpushLevel: -1 | 0 | 1 | 2 | 4 | 5;
}
