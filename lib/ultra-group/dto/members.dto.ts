import {
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.members.check`. */
export class CheckUltraGroupMemberDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User to check. */
  @IdField()
  userId!: string;
}

/** Input of `ultraGroups.members.mute`. */
export class MuteUltraGroupMembersDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for all channels. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Users to mute. */
  @IdListField({ maxItems: 20, style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.members.unmute`. */
export class UnmuteUltraGroupMembersDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Users to unmute. */
  @IdListField({ maxItems: 20, style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.members.queryMuted`. */
export class QueryMutedUltraGroupMembersDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. Default 50. */
  @IntegerField({ min: 1, max: 200, optional: true })
  pageSize?: number | undefined;
}
