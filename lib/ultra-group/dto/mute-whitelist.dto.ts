import {
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.muteWhitelist.add`. */
export class AddToUltraGroupMuteWhitelistDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Users to exempt. */
  @IdListField({ maxItems: 20, style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.muteWhitelist.remove`. */
export class RemoveFromUltraGroupMuteWhitelistDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Users to remove. */
  @IdListField({ maxItems: 20, style: 'comma' })
  userIds!: readonly string[];
}

/** Input of `ultraGroups.muteWhitelist.query`. */
export class QueryUltraGroupMuteWhitelistDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel; absent for the whole group. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Number of the page, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Entries per page. */
  @IntegerField({ min: 1, optional: true })
  pageSize?: number | undefined;
}
