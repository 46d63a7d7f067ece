import { IdField } from '../../client/input/field.decorators.js';

/** Input of `users.activate`. */
export class ActivateUserDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
