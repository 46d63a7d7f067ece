import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `groups.muteWhitelist.add`. */
export class AddToGroupMuteWhitelistDto {
  /** Users to add: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.muteWhitelist.remove`. */
export class RemoveFromGroupMuteWhitelistDto {
  /** Users to remove: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.muteWhitelist.query`. */
export class QueryGroupMuteWhitelistDto {
  /** The group. */
  @IdField()
  groupId!: string;
}
