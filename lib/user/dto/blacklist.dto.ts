import {
  IdField,
  IdListField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `users.blacklist.add`. */
export class AddToBlacklistDto {
  /** Owner of the blacklist. */
  @IdField()
  userId!: string;

  /** Users to add: 1 to 20. */
  @IdListField({ maxItems: 20 })
  blackUserId!: readonly string[];
}

/** Input of `users.blacklist.remove`. */
export class RemoveFromBlacklistDto {
  /** Owner of the blacklist. */
  @IdField()
  userId!: string;

  /** Users to remove: 1 to 20. */
  @IdListField({ maxItems: 20 })
  blackUserId!: readonly string[];
}

/** Input of `users.blacklist.query`. */
export class QueryBlacklistDto {
  /** Owner of the blacklist. */
  @IdField()
  userId!: string;

  /** `next` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Users on a page: at most 1000, which is the default. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;
}
