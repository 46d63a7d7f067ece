/** A user as the emulator knows it; a copy, so changing it changes nothing. */
export interface ImEmulatorUser {
  readonly userId: string;
  readonly name: string;
  readonly portraitUri: string;
  /** Registration time in Unix milliseconds. */
  readonly createdAt: number;
  /** Whether a device of the user is connected. */
  readonly online: boolean;
  /** End of the block in Unix milliseconds; absent when the user is not blocked. */
  readonly blockedUntil?: number;
  /** Whether the user's devices may not send one-to-one messages. */
  readonly muted: boolean;
  /** Users on the blacklist, newest first. */
  readonly blacklist: readonly string[];
  /** Users on the whitelist, newest first. */
  readonly whitelist: readonly string[];
  /** Whether only users on the whitelist may write to the user; the blacklist has no effect then. */
  readonly whitelistEnabled: boolean;
  readonly tags: readonly string[];
  /** When the user gets no pushes; absent when nothing is set. */
  readonly pushPeriod?: ImEmulatorPushPeriod;
  /** Names under which pushes show other senders to the user. */
  readonly remarks: readonly ImEmulatorRemark[];
  readonly profile?: ImEmulatorProfile;
  /** Friends, oldest first. */
  readonly friends: readonly ImEmulatorFriend[];
  /** Requests to the user that wait for an answer. */
  readonly friendRequests: readonly ImEmulatorFriendRequest[];
  readonly friendPermission: ImEmulatorFriendPermission;
}

/** The hosted profile of a user. */
export interface ImEmulatorProfile {
  /** Changes with every change of the profile. */
  readonly version: number;
  readonly userProfile: Readonly<Record<string, unknown>>;
  readonly userExtProfile: Readonly<Record<string, unknown>>;
}

/** The daily time without pushes. */
export interface ImEmulatorPushPeriod {
  /** `HH:MM:SS`. */
  readonly startTime: string;
  /** Length in minutes. */
  readonly period: number;
  /** 1 notifies for mentions only, 5 for nothing. */
  readonly level: number;
  /** As it was set; absent for the zone of the data centre. */
  readonly timezone?: string;
}

/** A name that pushes show instead of a sender's own. */
export interface ImEmulatorRemark {
  /** The sender. */
  readonly id: string;
  readonly remark: string;
}

/** A friend of a user, and what the user keeps about the friend. */
export interface ImEmulatorFriend {
  readonly userId: string;
  /** When they became friends, in Unix milliseconds. */
  readonly time: number;
  /** Empty when none is set. */
  readonly remarkName: string;
  readonly friendExtProfile: Readonly<Record<string, unknown>>;
}

/** A request for a friendship that waits for an answer. */
export interface ImEmulatorFriendRequest {
  readonly fromUserId: string;
  /** When it was sent last, in Unix milliseconds. */
  readonly time: number;
  /** Text that goes with it. */
  readonly extra?: string;
}

/** Who may add a user as a friend: 1 anybody, 2 whom the user approves, 3 nobody. */
export type ImEmulatorFriendPermission = 1 | 2 | 3;

/** What is stored of a registered user. */
export interface RegisteredUser {
  readonly userId: string;
  name: string;
  portraitUri: string;
  readonly createdAt: number;
}
