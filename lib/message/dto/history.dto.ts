import {
  ChoiceField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `messages.history.getLog`. */
export class GetMessageLogDto {
  /** The hour, `YYYYMMDDHH` in the data centre's time: Beijing time in Beijing, UTC elsewhere. */
  @TextField({ maxLength: 10 })
  date!: string;
}

/** Input of `messages.history.deleteLog`. */
export class DeleteMessageLogDto {
  /** The hour, `YYYYMMDDHH` in the data centre's time: Beijing time in Beijing, UTC elsewhere. */
  @TextField({ maxLength: 10 })
  date!: string;
}

/** Input of `messages.history.delete`. */
export class DeleteMessageHistoryDto {
  /** 1 private, 3 group, 4 chatroom, 6 system. */
  @ChoiceField([1, 3, 4, 6])
  conversationType!: 1 | 3 | 4 | 6;

  /** User whose history it is; for a chatroom who deletes it, for everybody. */
  @IdField()
  fromUserId!: string;

  /** The other user, group or chatroom. */
  @IdField()
  targetId!: string;

  /** Deletes what was sent before; absent, all. */
  @InstantField({ optional: true })
  msgTimestamp?: Date | number | undefined;
}

/** What history queries have in common. They go back in time. */
export class QueryMessageHistoryDto {
  /** User from whose side the history is read. */
  @IdField()
  userId!: string;

  /** The other user, group, chatroom or ultra group. */
  @IdField()
  targetId!: string;

  /** The newer end of the time. */
  @InstantField()
  startTime!: Date | number;

  /** The older end of the time, at most 14 days before `startTime`. */
  @InstantField()
  endTime!: Date | number;

  /** Messages on a page: at most 100. Default 10. */
  @IntegerField({ min: 1, max: 100, optional: true })
  pageSize?: number | undefined;

  /** Whether a message of the moment `startTime` is among them. */
  @FlagField('boolean')
  includeStart!: boolean;
}

/** Input of `messages.history.queryUltraGroup`. */
export class QueryUltraGroupHistoryDto extends QueryMessageHistoryDto {
  /** The channel; absent for all. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}
