import { IdField, IdListField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `groups.members.query`. */
export class QueryGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.members.mute`. */
export class MuteGroupMembersDto {
  /** Users to mute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** The group. */
  @IdField()
  groupId!: string;

  /** Length in minutes: at most 43200 (30 days); 0 is for ever. */
  @IntegerField({ min: 0, max: 43_200 })
  minute!: number;
}

/** Input of `groups.members.muteGlobally`. */
export class MuteGroupMembersGloballyDto {
  /** Users to mute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Length in minutes: at most 43200 (30 days); 0 is for ever. */
  @IntegerField({ min: 0, max: 43_200 })
  minute!: number;
}

/** Input of `groups.members.unmute`. */
export class UnmuteGroupMembersDto {
  /** Users to unmute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.members.unmuteGlobally`. */
export class UnmuteGroupMembersGloballyDto {
  /** Users to unmute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}

/** Input of `groups.members.queryMuted`. */
export class QueryMutedGroupMembersDto {
  /** The group. */
  @IdField()
  groupId!: string;
}
