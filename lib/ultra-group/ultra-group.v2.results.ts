import type { ImResult } from '../client/result.js';

/** Result of `ultraGroups.v2.queryGroupsOfUser`. */
export interface QueryUltraGroupsOfUserV2Result extends ImResult {
  readonly data: {
    readonly groups: readonly {
      /** The ultra group. */
      readonly group_id: string;
      /** Its name. */
      readonly group_name: string;
    }[];
  };
}

/** Result of `ultraGroups.v2.queryMembers`. */
export interface QueryUltraGroupMembersV2Result extends ImResult {
  readonly data: {
    readonly users: readonly {
      /** User id. */
      readonly id: string;
    }[];
  };
}

/** Result of `ultraGroups.v2.queryMutedMembers`. */
export interface QueryMutedUltraGroupMembersV2Result extends ImResult {
  readonly data: {
    readonly users: readonly {
      /** User id. */
      readonly id: string;
      /** When the user was muted; the form is not documented. */
      readonly time: string;
    }[];
  };
}

/** Result of `ultraGroups.v2.checkMuted`. */
export interface CheckUltraGroupMutedV2Result extends ImResult {
  readonly data: {
    /** True when everybody is muted. */
    readonly status: boolean;
  };
}

/** Result of `ultraGroups.v2.queryMuteWhitelist`. */
export interface QueryUltraGroupMuteWhitelistV2Result extends ImResult {
  readonly data: {
    readonly users: readonly {
      /** User id. */
      readonly id: string;
    }[];
  };
}

/** Result of `ultraGroups.v2.queryChannels`. */
export interface QueryUltraGroupChannelsV2Result extends ImResult {
  readonly data: {
    readonly channel_list: readonly {
      /** The channel. */
      readonly channel_id: string;
      /** When it was made; the form is not documented. */
      readonly create_time: string;
    }[];
  };
}
