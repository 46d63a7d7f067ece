import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.whitelist.getEnabled`. */
export class GetWhitelistEnabledDto {
  /** Users to look up: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}
