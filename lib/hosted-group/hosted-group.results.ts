import type { ImResult } from '../client/result.js';

/** What a hosted group shows of itself; fields that were never set may be missing. */
export interface HostedGroupProfileResult {
  readonly introduction?: string;
  readonly announcement?: string;
  readonly portraitUrl?: string;
}

/** Data of a hosted group. */
export interface HostedGroupData {
  readonly groupId: string;
  readonly groupProfile: HostedGroupProfileResult;
  /** Fields of your own, each key begins with `ext_`. */
  readonly groupExtProfile: Readonly<Record<string, string>>;
  /** Permissions by their names; see `HostedGroupPermissions` for the numbers. */
  readonly permissions: Readonly<Record<string, number>>;
  /** Id of the owner. */
  readonly owner: string;
  /** When the group was made, in Unix milliseconds. */
  readonly createTime: number;
}

/** Result of `hostedGroups.get`. */
export interface GetHostedGroupsResult extends ImResult {
  readonly profiles: readonly (HostedGroupData & {
    /** Name of the group; one of the vendor's pages calls the field `name`. */
    readonly groupName?: string;
    readonly name?: string;
    /** How many members there are. */
    readonly memberCount: number;
  })[];
}

/** Result of `hostedGroups.join`. */
export interface JoinHostedGroupResult extends ImResult, HostedGroupData {
  /** Name of the group. */
  readonly name: string;
  /** How many members there are. */
  readonly memberCount: number;
  /** Not documented; two of the vendor's SDKs know it. */
  readonly remarkName?: string;
}

/** Result of `hostedGroups.addManagers`. */
export interface AddHostedGroupManagersResult extends ImResult {
  /** Users who did not become administrators, as they are no members. */
  readonly userIds?: readonly string[];
  /** How many administrators there are, when they would be too many. */
  readonly managerCount?: number;
}

/** A member of a hosted group. */
export interface HostedGroupMember {
  readonly userId: string;
  /** Nickname in the group; may be empty. */
  readonly nickname: string;
  /** 1 member, 2 administrator, 3 owner. */
  readonly role: 1 | 2 | 3;
  /** When the user joined, in Unix milliseconds. */
  readonly time: number;
  /** Your own data about the member. */
  readonly extra: string;
}

/** Result of `hostedGroups.members.query`. */
export interface QueryHostedGroupMembersResult extends ImResult {
  /** How many members there are in all. */
  readonly totalCount: number;
  /** `pageToken` of the next page; absent or empty on the last one. */
  readonly pageToken?: string;
  readonly members: readonly HostedGroupMember[];
}

/** Result of `hostedGroups.members.get`. */
export interface GetHostedGroupMembersResult extends ImResult {
  readonly members: readonly HostedGroupMember[];
}

/** A member whom another one follows. */
export interface FollowedHostedGroupMember {
  readonly userId: string;
  /** Since when, in Unix milliseconds. */
  readonly timestamp: number;
}

/** Result of `hostedGroups.members.queryFollowed`. */
export interface QueryFollowedHostedGroupMembersResult extends ImResult {
  /** The member who follows. */
  readonly userId: string;
  readonly groupId: string;
  /** The vendor's page has the list under either name. */
  readonly members?: readonly FollowedHostedGroupMember[];
  readonly followedMembers?: readonly FollowedHostedGroupMember[];
}

/** Result of `hostedGroups.remarkName.get`. */
export interface GetHostedGroupRemarkNameResult extends ImResult {
  /** Name under which the user sees the group. */
  readonly remarkName: string;
}

/** A hosted group in the list of all. */
export interface ListedHostedGroup {
  readonly groupId: string;
  readonly name: string;
  /** Id of the owner. */
  readonly owner: string;
  /** Id of the user who made it. */
  readonly creator: string;
  /** Address of the avatar; the vendor's page has this or `groupProfile`. */
  readonly portraitUrl?: string;
  readonly groupProfile?: HostedGroupProfileResult;
  /** When it was made, in Unix milliseconds. */
  readonly time: number;
}

/** Result of `hostedGroups.query`. */
export interface QueryHostedGroupsResult extends ImResult {
  /** `pageToken` of the next page; absent or empty on the last one. */
  readonly pageToken?: string;
  readonly groups: readonly ListedHostedGroup[];
}

/** A hosted group that a user has joined. The optional fields stand in the vendor's SDKs only. */
export interface JoinedHostedGroup extends HostedGroupData {
  readonly name: string;
  /** Name under which the user sees the group; may be empty. */
  readonly remarkName: string;
  /** When the user joined, in Unix milliseconds. */
  readonly joinTime?: number;
  /** 1 member, 2 administrator, 3 owner. */
  readonly role?: 1 | 2 | 3;
  /** How many members there are. */
  readonly count?: number;
}

/** Result of `hostedGroups.queryJoined`. */
export interface QueryJoinedHostedGroupsResult extends ImResult {
  /** `pageToken` of the next page; absent or empty on the last one. */
  readonly pageToken?: string;
  /** How many groups there are in all; stands in the vendor's SDKs only. */
  readonly totalCount?: number;
  readonly groups: readonly JoinedHostedGroup[];
}
