import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.delete`. */
export class DeleteUsersDto {
  /** Users to delete: 1 to 100. */
  @IdListField({ maxItems: 100 })
  userId!: readonly string[];
}
