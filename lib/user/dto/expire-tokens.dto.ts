import { IdListField, InstantField } from '../../client/input/field.decorators.js';

/** Input of `users.expireTokens`. */
export class ExpireTokensDto {
  /** Users whose tokens end: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Tokens issued before this instant stop working. */
  @InstantField()
  time!: Date | number;
}
