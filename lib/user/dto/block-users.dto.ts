import { IdListField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.block`. */
export class BlockUsersDto {
  /** Users to keep out: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** How long, in minutes: 1 to 43200 (30 days). */
  @IntegerField({ min: 1, max: 43_200 })
  minute!: number;
}
