import { IdField } from '../../client/input/field.decorators.js';

/** Input of `users.pushPeriod.delete`. */
export class DeletePushPeriodDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
