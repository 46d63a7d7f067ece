import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.whitelist.add`. */
export class AddToWhitelistDto {
  /** Owner of the whitelist. */
  @IdField()
  userId!: string;

  /** Users to add: 1 to 20. */
  @IdListField({ maxItems: 20 })
  whiteUserId!: readonly string[];
}
