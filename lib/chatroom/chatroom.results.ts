import type { ImResult } from '../client/result.js';

/** A member of a chatroom. */
export interface ChatroomMember {
  readonly id: string;
  /** When the user entered, `YYYY-MM-DD HH:MM:SS` in the data centre's time, without a zone. */
  readonly time: string;
}

/** A user who is muted or blocked for a while. */
export interface ChatroomPenalty {
  readonly userId: string;
  /** When it ends, `YYYY-MM-DD HH:MM:SS` in the data centre's time, without a zone. */
  readonly time: string;
}

/** An entry of a chatroom: one of its attributes. */
export interface ChatroomEntry {
  readonly key: string;
  readonly value: string;
  /** The owner: who set it last. */
  readonly userId: string;
  /** True when it is deleted as soon as its owner leaves the room. */
  readonly autoDelete: boolean;
  /** When it was set last; in Unix milliseconds, as far as known: the unit is not documented. */
  readonly lastSetTime: number;
}

/** Result of `chatrooms.get`. */
export interface GetChatroomResult extends ImResult {
  readonly chatroomId: string;
  /** When it was created, in Unix milliseconds. */
  readonly createTime: number;
  /** How many members it has now. */
  readonly memberCount: number;
  /** When it is destroyed by itself: 0 after `destroyTime` without activity, 1 after `destroyTime` since its creation. */
  readonly destroyType: 0 | 1;
  /** Minutes for `destroyType`. */
  readonly destroyTime: number;
  /** True when all members are muted. */
  readonly ban: boolean;
}

/** Result of `chatrooms.queryMuted`. */
export interface QueryMutedChatroomsResult extends ImResult {
  /** Chatrooms whose members are all muted. */
  readonly chatroomIds: readonly string[];
}

/** Result of `chatrooms.checkMuted`. */
export interface CheckChatroomMutedResult extends ImResult {
  /** True when all members are muted. */
  readonly status: boolean;
}

/** Result of `chatrooms.members.query`. */
export interface QueryChatroomMembersResult extends ImResult {
  /** How many members there are in all. */
  readonly total: number;
  readonly users: readonly ChatroomMember[];
}

/** Result of `chatrooms.members.check`. */
export interface CheckChatroomMemberResult extends ImResult {
  /** True when the user is in the room. */
  readonly isInChrm: boolean;
}

/** Result of `chatrooms.members.checkMany`. */
export interface CheckChatroomMembersResult extends ImResult {
  readonly result: readonly {
    readonly userId: string;
    /** True when the user is in the room. */
    readonly isInChrm: boolean;
  }[];
}

/** Result of `chatrooms.members.queryMuted`. */
export interface QueryMutedChatroomMembersResult extends ImResult {
  readonly users: readonly ChatroomPenalty[];
}

/** Result of `chatrooms.members.queryGloballyMuted`. */
export interface QueryGloballyMutedChatroomMembersResult extends ImResult {
  readonly users: readonly ChatroomPenalty[];
}

/** Result of `chatrooms.members.queryBlocked`. */
export interface QueryBlockedChatroomMembersResult extends ImResult {
  readonly users: readonly ChatroomPenalty[];
}

/** Result of `chatrooms.muteWhitelist.query`. */
export interface QueryChatroomMuteWhitelistResult extends ImResult {
  /** Who may write although all are muted. */
  readonly userIds: readonly string[];
}

/** Result of `chatrooms.userWhitelist.query`. */
export interface QueryChatroomUserWhitelistResult extends ImResult {
  /** Ids of the protected users. */
  readonly users: readonly string[];
}

/** Result of `chatrooms.keepalive.query`. */
export interface QueryChatroomKeepaliveResult extends ImResult {
  /** Ids of the protected chatrooms. */
  readonly chatroomIds: readonly string[];
}

/** Result of `chatrooms.entries.query`. */
export interface QueryChatroomEntriesResult extends ImResult {
  /** The entries themselves, not only their keys. */
  readonly keys: readonly ChatroomEntry[];
}

/** Result of `chatrooms.lowPriorityMessageTypes.query`. */
export interface QueryLowPriorityMessageTypesResult extends ImResult {
  /** Message types that are dropped first. */
  readonly objectNames: readonly string[];
}

/** Result of `chatrooms.messageTypeWhitelist.query`. */
export interface QueryMessageTypeWhitelistResult extends ImResult {
  /** Message types that are not dropped. The vendor spells the name so. */
  readonly whitlistMsgType: readonly string[];
}
