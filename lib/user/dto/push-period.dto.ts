import {
  ChoiceField,
  IdField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `users.pushPeriod.set`. */
export class SetPushPeriodDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** Start of the period, `HH:MM:SS`. */
  @TextField()
  startTime!: string;

  /** Length in minutes: 0 to 1439; 0 means none. */
  @IntegerField({ min: 0, max: 1439 })
  period!: number;

  /** What is held back: 1 all but mentions, 5 everything. */
  @ChoiceField([1, 5])
  level!: 1 | 5;

  /** Zone of `startTime`, such as `Asia/Shanghai`; default that of the data centre. Documented on one page only. */
  @TextField({ optional: true })
  timezone?: string | undefined;
}

/** Input of `users.pushPeriod.get`. */
export class GetPushPeriodDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}

/** Input of `users.pushPeriod.delete`. */
export class DeletePushPeriodDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
