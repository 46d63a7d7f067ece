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

/** Result of `users.deactivate`. */
export interface DeactivateUsersResult extends ImResult {
  /** Comes back in the callback that reports the outcome, within about 15 minutes. */
  readonly operateId: string;
}

/** Result of `users.blacklist.query`. */
export interface QueryBlacklistResult extends ImResult {
  /** Ids on the blacklist, the newest entry first. */
  readonly users: readonly string[];
  /** `pageToken` of the next page; absent on the last one. */
  readonly next?: string;
}
