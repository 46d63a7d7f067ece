import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.reactivate`. */
export class ReactivateUsersDto {
  /** Users to reactivate: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userId!: readonly string[];
}
