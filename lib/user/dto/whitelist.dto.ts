import {
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `users.whitelist.setEnabled`. */
export class SetWhitelistEnabledDto {
  /** Users to change: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** True lets only the whitelist through, false goes back to the blacklist. */
  @FlagField('number')
  whiteSetting!: boolean;
}

/** Input of `users.whitelist.checkEnabled`. */
export class CheckWhitelistEnabledDto {
  /** Users to look up: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}

/** Input of `users.whitelist.add`. */
export class AddToWhitelistDto {
  /** Owner of the whitelist. */
  @IdField()
  userId!: string;

  /** Users to add: 1 to 20. */
  @IdListField({ maxItems: 20 })
  whiteUserId!: readonly string[];
}

/** Input of `users.whitelist.remove`. */
export class RemoveFromWhitelistDto {
  /** Owner of the whitelist. */
  @IdField()
  userId!: string;

  /** Users to remove: 1 to 20. */
  @IdListField({ maxItems: 20 })
  whiteUserId!: readonly string[];
}

/** Input of `users.whitelist.query`. */
export class QueryWhitelistDto {
  /** Owner of the whitelist. */
  @IdField()
  userId!: string;

  /** `next` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Users on a page: at most 1000, which is the default. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;
}
