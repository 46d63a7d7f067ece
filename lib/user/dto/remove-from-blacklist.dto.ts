import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.blacklist.remove`. */
export class RemoveFromBlacklistDto {
  /** Owner of the blacklist. */
  @IdField()
  userId!: string;

  /** Users to remove: 1 to 20. */
  @IdListField({ maxItems: 20 })
  blackUserId!: readonly string[];
}
