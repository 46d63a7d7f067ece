import { IdField } from '../../client/input/field.decorators.js';

/** Input of `users.pushPeriod.get`. */
export class GetPushPeriodDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
