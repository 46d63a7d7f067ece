import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.whitelist.remove`. */
export class RemoveFromWhitelistDto {
  /** Owner of the whitelist. */
  @IdField()
  userId!: string;

  /** Users to remove: 1 to 20. */
  @IdListField({ maxItems: 20 })
  whiteUserId!: readonly string[];
}
