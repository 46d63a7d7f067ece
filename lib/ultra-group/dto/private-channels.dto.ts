import {
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.privateChannels.addUsers`. */
export class AddUsersToPrivateChannelDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The private channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** Users to add; all must be group members. */
  @IdListField({ maxItems: 20, style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.privateChannels.removeUsers`. */
export class RemoveUsersFromPrivateChannelDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The private channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** Users to remove. */
  @IdListField({ maxItems: 20, style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.privateChannels.queryUsers`. */
export class QueryPrivateChannelUsersDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The private channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  pageSize?: number | undefined;
}

/** Input of `ultraGroups.privateChannels.queryOfUser`. */
export class QueryPrivateChannelsOfUserDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** User. */
  @IdField()
  userId!: string;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. Default 10. */
  @IntegerField({ min: 1, max: 50, optional: true })
  pageSize?: number | undefined;
}
