import {
  ChoiceField,
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';
import { LeavingOptions } from './hosted-group.fields.js';

/** Input of `hostedGroups.members.kick`. */
export class KickHostedGroupMembersDto extends LeavingOptions {
  /** The group. */
  @IdField()
  groupId!: string;

  /**
   * Users to remove: 1 to 100.
   */
  @IdListField({ maxItems: 100 })
  userIds!: readonly string[];
}

/** Input of `hostedGroups.members.kickFromAllGroups`. */
export class KickFromAllHostedGroupsDto {
  /** User to remove. */
  @IdField()
  userId!: string;
}

/** Input of `hostedGroups.members.query`. */
export class QueryHostedGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** Which roles: 0 all, 1 members, 2 administrators, 3 owner. Default 0. */
  @ChoiceField([0, 1, 2, 3], { optional: true })
  type?: 0 | 1 | 2 | 3 | undefined;

  /** `pageToken` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Page size. Default 50. */
  @IntegerField({ min: 1, max: 100, optional: true })
  size?: number | undefined;

  /** 0 oldest first, 1 newest first. Default 1. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}

/** Input of `hostedGroups.members.get`. */
export class GetHostedGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /**
   * Members to read: 1 to 100.
   */
  @IdListField({ maxItems: 100 })
  userIds!: readonly string[];
}

/** Input of `hostedGroups.members.set`. */
export class SetHostedGroupMemberDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member. */
  @IdField()
  userId!: string;

  /** Nickname in the group. */
  @TextField({ maxLength: 64 })
  nickname!: string;

  /** Extra data. */
  @TextField({ maxLength: 128, optional: true })
  extra?: string | undefined;
}

/** Input of `hostedGroups.members.follow`. */
export class FollowHostedGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member who follows. */
  @IdField()
  userId!: string;

  /**
   * Members to follow: 1 to 100.
   */
  @IdListField({ maxItems: 100 })
  followUserIds!: readonly string[];
}

/** Input of `hostedGroups.members.unfollow`. */
export class UnfollowHostedGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member who follows. */
  @IdField()
  userId!: string;

  /**
   * Members to follow: 1 to 100.
   */
  @IdListField({ maxItems: 100 })
  followUserIds!: readonly string[];
}

/** Input of `hostedGroups.members.queryFollowed`. */
export class QueryFollowedHostedGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member who follows. */
  @IdField()
  userId!: string;
}
