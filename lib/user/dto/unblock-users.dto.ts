import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.unblock`. */
export class UnblockUsersDto {
  /** Users to let in again: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}
