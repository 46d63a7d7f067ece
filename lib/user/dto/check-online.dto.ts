import { IdField } from '../../client/input/field.decorators.js';

/** Input of `users.checkOnline`. */
export class CheckOnlineDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
