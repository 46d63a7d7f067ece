import type { ImResult } from '../client/result.js';

/** Result of `users.register`. */
export interface RegisterUserResult extends ImResult {
  readonly userId: string;
  /** What the client connects with. It belongs to this user alone: hand it to nobody else. */
  readonly token: string;
}

/** Result of `users.get`. */
export interface GetUserResult extends ImResult {
  readonly userName: string;
  /** Address of the avatar; may be empty. */
  readonly userPortrait: string;
  /** When the user was registered, `YYYY-MM-DD HH:MM:SS` in the data centre's time, without a zone. */
  readonly createTime: string;
}

/** Result of `users.queryTestUsers`. */
export interface QueryTestUsersResult extends ImResult {
  /** How many users there are in all. */
  readonly total: number;
  readonly users: readonly {
    readonly userId: string;
    readonly userName: string;
    /** Address of the avatar; may be empty. */
    readonly userPortrait: string;
    /** When the user was registered, `YYYY-MM-DD HH:MM:SS` in the data centre's time, without a zone. */
    readonly regTime: string;
  }[];
}

/** Result of `users.deactivate`. */
export interface DeactivateUsersResult extends ImResult {
  /** Comes back in the callback that reports the outcome, within about 15 minutes. */
  readonly operateId: string;
}

/** Result of `users.queryDeactivated`. */
export interface QueryDeactivatedUsersResult extends ImResult {
  /** Ids of deactivated users. */
  readonly users: readonly string[];
}

/** Result of `users.reactivate`. */
export interface ReactivateUsersResult extends ImResult {
  /** Comes back in the callback that reports the outcome. */
  readonly operateId: string;
}

/** Result of `users.checkOnline`. */
export interface CheckOnlineResult extends ImResult {
  /** Whether the user is online. */
  readonly status: boolean;
}

/** Result of `users.queryBlocked`. */
export interface QueryBlockedUsersResult extends ImResult {
  /** Blocked users, the one that is blocked longest first. */
  readonly users: readonly {
    readonly userId: string;
    /** End of the block, `YYYY-MM-DD HH:MM:SS` in the data centre's time, without a zone. */
    readonly blockEndTime: string;
  }[];
}

/** Result of `users.queryMutedInPrivateChats`. */
export interface QueryMutedInPrivateChatsResult extends ImResult {
  /** How many users are muted in all. */
  readonly total: number;
  readonly users: readonly string[];
}

/** Result of `users.queryGroups`. */
export interface QueryGroupsOfUserResult extends ImResult {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** Result of `users.blacklist.query`. */
export interface QueryBlacklistResult extends ImResult {
  /** Ids on the blacklist, the newest entry first. */
  readonly users: readonly string[];
  /** `pageToken` of the next page; absent on the last one. */
  readonly next?: string;
}

/** Result of `users.whitelist.query`. */
export interface QueryWhitelistResult extends ImResult {
  /** Ids on the whitelist, the newest entry first. */
  readonly users: readonly string[];
  /** `pageToken` of the next page; absent on the last one. */
  readonly next?: string;
}

/** Result of `users.whitelist.checkEnabled`. */
export interface CheckWhitelistEnabledResult extends ImResult {
  readonly users: readonly {
    readonly userId: string;
    /** True when only the whitelist may write to the user. */
    readonly whiteSetting: boolean;
  }[];
}

/** Result of `users.pushPeriod.get`. What comes for a user without a period is not documented. */
export interface GetPushPeriodResult extends ImResult {
  readonly data: {
    /** Start of the period, `HH:MM:SS` in the data centre's time. */
    readonly startTime: string;
    /** Length in minutes; 0 means none. */
    readonly period: number;
    /** What is held back: 0 nothing, 1 all but mentions, 5 everything. */
    readonly unPushLevel: 0 | 1 | 5;
  };
}

/** Result of `users.remarks.query`. */
export interface QueryRemarksResult extends ImResult {
  /** How many remarks there are in all. */
  readonly total: number;
  readonly users: readonly {
    /** The user whom the remark names. */
    readonly id: string;
    readonly remark: string;
  }[];
}

/** Result of `users.tags.get`. */
export interface GetTagsResult extends ImResult {
  /** The tags of each user, by id. */
  readonly result: Readonly<Record<string, readonly string[]>>;
}
