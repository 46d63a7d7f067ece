import { IdField } from '../../client/input/field.decorators.js';

/** Input of `users.get`. */
export class GetUserDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
