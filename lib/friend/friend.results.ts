import type { ImResult } from '../client/result.js';

/** A friend as one user sees them. */
export interface Friend {
  readonly userId: string;
  readonly name: string;
  /** Name that this user gave the friend; may be empty. */
  readonly remarkName: string;
  /** Fields of your own, each key begins with `ext_`. */
  readonly friendExtProfile: Readonly<Record<string, string>>;
  /** When they became friends, in Unix milliseconds. */
  readonly time: number;
}

/** Result of `friends.query`. */
export interface QueryFriendsResult extends ImResult {
  readonly friendList: readonly Friend[];
  /** How many friends there are in all. */
  readonly totalCount: number;
  /** `pageToken` of the next page; absent or empty on the last one. */
  readonly pageToken?: string;
}

/** Result of `friends.check`. */
export interface CheckFriendsResult extends ImResult {
  readonly results: readonly {
    readonly userId: string;
    /** 1 no friends, 4 friends of each other; 2 and 3 are reserved. */
    readonly result: 1 | 2 | 3 | 4;
  }[];
}

/** Result of `friends.getPermission`. */
export interface GetFriendPermissionResult extends ImResult {
  readonly permissionSettings: readonly {
    readonly userId: string;
    /** Who may add the user: 1 anybody, 2 whom the user approves, 3 nobody. */
    readonly type: 1 | 2 | 3;
  }[];
}
