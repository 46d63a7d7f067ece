import {
  IdField,
  IdListField,
  IndexedField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';
import { BoundMessageDto } from './bound-message.dto.js';

/** Input of `groups.create`. */
export class CreateGroupDto extends BoundMessageDto {
  /** First members: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userId!: readonly string[];

  /** Id of the new group, chosen by you: letters and digits. */
  @IdField()
  groupId!: string;

  /** Name that push notifications show, at most 64 characters. */
  @TextField({ maxLength: 64 })
  groupName!: string;
}

/** Input of `groups.join`. */
export class JoinGroupDto extends BoundMessageDto {
  /** Users to add: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userId!: readonly string[];

  /** The group. */
  @IdField()
  groupId!: string;

  /** New name for push notifications, at most 64 characters; absent, the name stays. */
  @TextField({ maxLength: 64, optional: true })
  groupName?: string | undefined;
}

/** Input of `groups.quit`. */
export class QuitGroupDto extends BoundMessageDto {
  /** Users who leave: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userId!: readonly string[];

  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.dismiss`. */
export class DismissGroupDto extends BoundMessageDto {
  /** User in whose name the group is dissolved. */
  @IdField()
  userId!: string;

  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.update`. */
export class UpdateGroupDto extends BoundMessageDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** New name for push notifications, at most 64 characters. */
  @TextField({ maxLength: 64 })
  groupName!: string;
}

/** Input of `groups.sync`. */
export class SyncGroupsDto {
  /** User whose groups they are. */
  @IdField()
  userId!: string;

  /** All groups of the user: id and name of each. Without it the user leaves every group. */
  @IndexedField({ optional: true })
  group?: Readonly<Record<string, string>> | undefined;
}

/** Input of `groups.mute`. */
export class MuteGroupsDto {
  /** Groups to mute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  groupId!: readonly string[];
}

/** Input of `groups.unmute`. */
export class UnmuteGroupsDto {
  /** Groups to unmute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  groupId!: readonly string[];
}

/** Input of `groups.checkMuted`. */
export class CheckMutedGroupsDto {
  /** Groups to look at: 1 to 20. */
  @IdListField({ maxItems: 20 })
  groupId!: readonly string[];
}

/** Input of `groups.queryMuted`. */
export class QueryMutedGroupsDto {
  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Groups on a page: at most 200. Default 50. */
  @IntegerField({ min: 1, max: 200, optional: true })
  size?: number | undefined;
}
