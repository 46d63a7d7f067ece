import type { ImResult } from '../client/result.js';
import type { HostedProfile } from './dto/profile.dto.js';

/** A user's hosted profile. */
export interface UserProfile {
  readonly userId: string;
  /** Changes with every change of the profile. Not documented for `profiles.query`. */
  readonly version?: number;
  /** Standard fields. */
  readonly userProfile: Readonly<HostedProfile>;
  /** Fields of your own, each key begins with `ext_`. */
  readonly userExtProfile: Readonly<Record<string, string>>;
}

/** Result of `profiles.get`. */
export interface GetProfilesResult extends ImResult {
  readonly userList: readonly UserProfile[];
}

/** Result of `profiles.query`. */
export interface QueryProfilesResult extends ImResult {
  readonly userList: readonly UserProfile[];
}
