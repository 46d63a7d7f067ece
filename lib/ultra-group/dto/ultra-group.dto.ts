import { ChoiceField, FlagField, IdField, TextField } from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.create`. */
export class CreateUltraGroupDto {
  /** First member. */
  @IdField()
  userId!: string;

  /** Id for the new group; letters and digits. */
  @IdField()
  groupId!: string;

  /** Group name. */
  @TextField({ maxLength: 64 })
  groupName!: string;
}

/** Input of `ultraGroups.dismiss`. */
export class DismissUltraGroupDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.join`. */
export class JoinUltraGroupDto {
  /** User to add; one per call. */
  @IdField()
  userId!: string;

  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.quit`. */
export class QuitUltraGroupDto {
  /** User to remove; one per call. */
  @IdField()
  userId!: string;

  /** The ultra group. */
  @IdField()
  groupId!: string;
}

/** Input of `ultraGroups.update`. */
export class UpdateUltraGroupDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** New group name. */
  @TextField({ maxLength: 64 })
  groupName!: string;
}

/** Input of `ultraGroups.setMuted`. */
export class SetUltraGroupMutedDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Whether everybody is muted. */
  @FlagField('boolean')
  status!: boolean;
}

/** Input of `ultraGroups.checkMuted`. */
export class CheckUltraGroupMutedDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}

/** Input of `ultraGroups.setDefaultNotification`. */
export class SetUltraGroupNotificationDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /**
   * What is pushed: -1 everything, 0 not set, 1 mentions, 2 mentions of the user, 4 mentions of everybody,
   * 5 nothing.
   */
  @ChoiceField([-1, 0, 1, 2, 4, 5])
  unpushLevel!: -1 | 0 | 1 | 2 | 4 | 5;
}

/** Input of `ultraGroups.getDefaultNotification`. */
export class GetUltraGroupNotificationDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}
