import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.blacklist.add`. */
export class AddToBlacklistDto {
  /** Owner of the blacklist. */
  @IdField()
  userId!: string;

  /** Users to add: 1 to 20. */
  @IdListField({ maxItems: 20 })
  blackUserId!: readonly string[];
}
