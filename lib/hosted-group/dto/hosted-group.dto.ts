import {
  ChoiceField,
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  JsonFieldsField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { HostedGroupProfile, HostedGroupSettings, LeavingOptions } from './hosted-group.fields.js';

/** Input of `hostedGroups.create`. */
export class CreateHostedGroupDto extends HostedGroupSettings {
  /** Id of the new group, up to 64 characters, letters and digits, case-sensitive. */
  @IdField()
  groupId!: string;

  /** Group name; need not be unique. */
  @TextField({ maxLength: 64 })
  name!: string;

  /** User id of the owner, who also becomes a member. */
  @IdField()
  owner!: string;

  /**
   * First members: at most 30.
   */
  @IdListField({ maxItems: 30, optional: true })
  userIds?: readonly string[] | undefined;

  /** What the group shows of itself. */
  @JsonFieldsField(HostedGroupProfile, { optional: true })
  groupProfile?: ImInput<HostedGroupProfile> | undefined;
}

/** Input of `hostedGroups.import`. */
export class ImportHostedGroupDto extends HostedGroupSettings {
  /** The group. */
  @IdField()
  groupId!: string;

  /** Group name; need not be unique. */
  @TextField({ maxLength: 64 })
  name!: string;

  /** User id of the owner. */
  @IdField()
  owner!: string;

  /** What the group shows of itself. */
  @JsonFieldsField(HostedGroupProfile, { optional: true })
  groupProfile?: ImInput<HostedGroupProfile> | undefined;
}

/** What a hosted group shows of itself, and its name. */
export class NamedHostedGroupProfile extends HostedGroupProfile {
  /** Name of the group, at most 64 characters. */
  @TextField({ maxLength: 64, optional: true })
  name?: string | undefined;
}

/** Input of `hostedGroups.update`. */
export class UpdateHostedGroupDto extends HostedGroupSettings {
  /** The group. */
  @IdField()
  groupId!: string;

  /** What the group shows of itself. */
  @JsonFieldsField(NamedHostedGroupProfile, { optional: true })
  groupProfile?: ImInput<NamedHostedGroupProfile> | undefined;
}

/** Input of `hostedGroups.get`. */
export class GetHostedGroupsDto {
  /** Groups to read: 1 to 50. */
  @IdListField({ maxItems: 50 })
  groupIds!: readonly string[];
}

/** Input of `hostedGroups.join`. */
export class JoinHostedGroupDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** Users to add: 1 to 100. */
  @IdListField({ maxItems: 100 })
  userIds!: readonly string[];
}

/** Input of `hostedGroups.quit`. */
export class QuitHostedGroupDto extends LeavingOptions {
  /** The group. */
  @IdField()
  groupId!: string;

  /**
   * Users who leave: 1 to 100.
   */
  @IdListField({ maxItems: 100 })
  userIds!: readonly string[];
}

/** Input of `hostedGroups.dismiss`. */
export class DismissHostedGroupDto {
  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `hostedGroups.transferOwner`. */
export class TransferHostedGroupOwnerDto extends LeavingOptions {
  /** The group. */
  @IdField()
  groupId!: string;

  /** User id of the new owner. */
  @IdField()
  newOwner!: string;

  /** The old owner leaves the group; only then do the other options count. Default false. */
  @FlagField('number', { optional: true })
  isQuit?: boolean | undefined;
}

/** Input of `hostedGroups.addManagers`. */
export class AddHostedGroupManagersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /**
   * Members to promote. A group has at most 10 administrators.
   */
  @IdListField({ maxItems: 10 })
  userIds!: readonly string[];
}

/** Input of `hostedGroups.removeManagers`. */
export class RemoveHostedGroupManagersDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /**
   * Administrators to demote, up to 10 per call; they must be members.
   */
  @IdListField({ maxItems: 10 })
  userIds!: readonly string[];
}

/** Input of `hostedGroups.query`. */
export class QueryHostedGroupsDto {
  /** `pageToken` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Page size. Default 50. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;

  /** 0 oldest first, 1 newest first. Default 1. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}

/** Input of `hostedGroups.queryJoined`. */
export class QueryJoinedHostedGroupsDto {
  /** User id. */
  @IdField()
  userId!: string;

  /**
   * Role of the user in them: 0 any (default), 1 member, 2 administrator, 3 owner.
   */
  @ChoiceField([0, 1, 2, 3], { optional: true })
  role?: 0 | 1 | 2 | 3 | undefined;

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
