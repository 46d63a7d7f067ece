import { ChoiceField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.queryMuted`. */
export class QueryMutedUsersDto {
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
