import {
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.v2.create`. */
export class CreateUltraGroupV2Dto {
  /** The first member. */
  @IdField()
  user_id!: string;

  /** Its id. */
  @IdField()
  group_id!: string;

  /** Group name. */
  @TextField()
  group_name!: string;
}

/** Input of `ultraGroups.v2.dismiss`. */
export class DismissUltraGroupV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.v2.update`. */
export class UpdateUltraGroupV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** New group name. */
  @TextField()
  group_name!: string;
}

/** Input of `ultraGroups.v2.join`. */
export class JoinUltraGroupV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User to add. */
  @IdField()
  userId!: string;
}

/** Input of `ultraGroups.v2.quit`. */
export class QuitUltraGroupV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User to take out. */
  @IdField()
  userId!: string;
}

/** Input of `ultraGroups.v2.queryGroupsOfUser`. */
export class QueryUltraGroupsOfUserV2Dto {
  /** User. */
  @IdField()
  userId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  size?: number | undefined;
}

/** Input of `ultraGroups.v2.queryMembers`. */
export class QueryUltraGroupMembersV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  size?: number | undefined;
}

/** Input of `ultraGroups.v2.muteMembers`. */
export class MuteUltraGroupMembersV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Users to mute. */
  @IdListField()
  user_ids!: readonly string[];
}

/** Input of `ultraGroups.v2.unmuteMembers`. */
export class UnmuteUltraGroupMembersV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Users to unmute. */
  @IdListField()
  user_ids!: readonly string[];
}

/** Input of `ultraGroups.v2.queryMutedMembers`. */
export class QueryMutedUltraGroupMembersV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.v2.setMuted`. */
export class SetUltraGroupMutedV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** True mutes everybody, false ends that. */
  @FlagField('boolean')
  status!: boolean;
}

/** Input of `ultraGroups.v2.checkMuted`. */
export class CheckUltraGroupMutedV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.v2.addToMuteWhitelist`. */
export class AddToUltraGroupMuteWhitelistV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Users who may write. */
  @IdListField()
  user_ids!: readonly string[];
}

/** Input of `ultraGroups.v2.removeFromMuteWhitelist`. */
export class RemoveFromUltraGroupMuteWhitelistV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Users to remove. */
  @IdListField()
  user_ids!: readonly string[];
}

/** Input of `ultraGroups.v2.queryMuteWhitelist`. */
export class QueryUltraGroupMuteWhitelistV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.v2.createChannel`. */
export class CreateUltraGroupChannelV2Dto {
  /** The ultra group. */
  @IdField()
  group_id!: string;

  /** Its id. */
  @IdField()
  channel_id!: string;
}

/** Input of `ultraGroups.v2.deleteChannel`. */
export class DeleteUltraGroupChannelV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @IdField()
  channelId!: string;
}

/** Input of `ultraGroups.v2.queryChannels`. */
export class QueryUltraGroupChannelsV2Dto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  limit?: number | undefined;
}
