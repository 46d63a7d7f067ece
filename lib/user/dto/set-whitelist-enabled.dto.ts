import { FlagField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.whitelist.setEnabled`. */
export class SetWhitelistEnabledDto {
  /** Users to change: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** True lets only the whitelist through, false goes back to the blacklist. */
  @FlagField('number')
  whiteSetting!: boolean;
}
