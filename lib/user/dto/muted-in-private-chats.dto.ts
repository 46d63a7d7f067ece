import {
  ChoiceField,
  FlagField,
  IdListField,
  IntegerField,
} from '../../client/input/field.decorators.js';

/** Input of `users.setMutedInPrivateChats`. */
export class SetMutedInPrivateChatsDto {
  /** Users to change: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userId!: readonly string[];

  /** True mutes, false unmutes. */
  @FlagField('number')
  state!: boolean;

  /** Kind of conversation; there is only one-to-one. */
  @ChoiceField(['PERSON'])
  type!: 'PERSON';
}

/** Input of `users.queryMutedInPrivateChats`. */
export class QueryMutedInPrivateChatsDto {
  /** Kind of conversation; there is only one-to-one. */
  @ChoiceField(['PERSON'])
  type!: 'PERSON';

  /** Users on a page: at most 200; default 100. */
  @IntegerField({ min: 1, max: 200, optional: true })
  num?: number | undefined;

  /** How many users to pass over; default 0. */
  @IntegerField({ min: 0, optional: true })
  offset?: number | undefined;
}
