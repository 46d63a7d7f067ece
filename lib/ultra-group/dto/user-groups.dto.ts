import {
  IdField,
  IdListField,
  IntegerField,
  TextField,
  ObjectListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** A user group to create. */
export class NewUserGroup {
  /** Its id: letters and digits. */
  @IdField()
  userGroupId!: string;
}

/** Input of `ultraGroups.userGroups.create`. */
export class CreateUserGroupsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User groups to create: 1 to 10. */
  @ObjectListField(NewUserGroup, { maxItems: 10 })
  userGroups!: readonly ImInput<NewUserGroup>[];
}

/** Input of `ultraGroups.userGroups.delete`. */
export class DeleteUserGroupsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User groups to delete. */
  @IdListField({ maxItems: 10, style: 'comma' })
  userGroupIds!: readonly string[];
}

/** Input of `ultraGroups.userGroups.query`. */
export class QueryUserGroupsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. Default 10. */
  @IntegerField({ min: 1, max: 50, optional: true })
  pageSize?: number | undefined;
}

/** Input of `ultraGroups.userGroups.addUsers`. */
export class AddUsersToUserGroupDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The user group. */
  @IdField()
  userGroupId!: string;

  /** Users to add. */
  @IdListField({ style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.userGroups.removeUsers`. */
export class RemoveUsersFromUserGroupDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The user group. */
  @IdField()
  userGroupId!: string;

  /** Users to remove. */
  @IdListField({ style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.userGroups.queryOfUser`. */
export class QueryUserGroupsOfUserDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User. */
  @IdField()
  userId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  pageSize?: number | undefined;
}

/** Input of `ultraGroups.userGroups.bind`. */
export class BindUserGroupsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** User groups to bind. */
  @IdListField({ maxItems: 10, style: 'comma' })
  userGroupIds!: readonly string[];
}

/** Input of `ultraGroups.userGroups.unbind`. */
export class UnbindUserGroupsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** User groups to unbind. */
  @IdListField({ maxItems: 10, style: 'comma' })
  userGroupIds!: readonly string[];
}

/** Input of `ultraGroups.userGroups.queryOfChannel`. */
export class QueryUserGroupsOfChannelDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. Default 10. */
  @IntegerField({ min: 1, max: 50, optional: true })
  pageSize?: number | undefined;
}

/** Input of `ultraGroups.userGroups.queryChannels`. */
export class QueryUserGroupChannelsDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The user group. */
  @IdField()
  userGroupId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  pageSize?: number | undefined;
}
