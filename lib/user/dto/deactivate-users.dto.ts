import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.deactivate`. */
export class DeactivateUsersDto {
  /** Users to deactivate: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userId!: readonly string[];
}
