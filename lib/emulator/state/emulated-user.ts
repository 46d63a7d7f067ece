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
  /** Users on the blacklist, newest first. */
  readonly blacklist: readonly string[];
  readonly tags: readonly string[];
  readonly profile?: ImEmulatorProfile;
}

/** The hosted profile of a user. */
export interface ImEmulatorProfile {
  /** Changes with every change of the profile. */
  readonly version: number;
  readonly userProfile: Readonly<Record<string, unknown>>;
  readonly userExtProfile: Readonly<Record<string, unknown>>;
}

/** What is stored of a registered user. */
export interface RegisteredUser {
  readonly userId: string;
  name: string;
  portraitUri: string;
  readonly createdAt: number;
}
