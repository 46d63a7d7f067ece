import type { ImResult } from '../client/result.js';

/** Result of `groups.create`, `join`, `quit`, `dismiss` and `update`. */
export interface ChangeGroupResult extends ImResult {
  /** Id of the message that the call sent, if it sent one. */
  readonly messageUID?: string;
  /** How many members the group has; not documented, and not always there. */
  readonly memberCount?: number;
}

/** Whether a group is muted as a whole. */
export interface GroupMuteStatus {
  readonly groupId: string;
  /** Whether nobody but the mute whitelist may write. */
  readonly stat: boolean;
}

/** Result of `groups.checkMuted`. */
export interface CheckMutedGroupsResult extends ImResult {
  readonly groupinfo: readonly GroupMuteStatus[];
}

/** Result of `groups.queryMuted`. */
export interface QueryMutedGroupsResult extends ImResult {
  readonly groupinfo: readonly GroupMuteStatus[];
}

/** Result of `groups.members.query`. */
export interface QueryGroupMembersResult extends ImResult {
  readonly users: readonly {
    /** Id of the member. */
    readonly id: string;
  }[];
}

/** A member who may not write, and until when. */
export interface MutedGroupMember {
  readonly userId: string;
  /** When the mute began, `YYYY-MM-DD HH:MM:SS` in the data centre's time, without a zone. */
  readonly startTime: string;
  /** When it ends, in the same form; for a permanent mute not documented. */
  readonly time: string;
}

/** Result of `groups.members.queryMuted`. */
export interface QueryMutedGroupMembersResult extends ImResult {
  readonly users: readonly MutedGroupMember[];
}

/** Result of `groups.members.queryGloballyMuted`. */
export interface QueryGloballyMutedGroupMembersResult extends ImResult {
  readonly users: readonly MutedGroupMember[];
}

/** Result of `groups.muteWhitelist.query`. */
export interface QueryGroupMuteWhitelistResult extends ImResult {
  /** Users who may write. */
  readonly userIds: readonly string[];
}

/** Result of `groups.memberRemarks.get`. */
export interface GetGroupMemberRemarkResult extends ImResult {
  /** Name that pushes show; when none is set, what comes is not documented. */
  readonly remark: string;
}
