import { ChoiceField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.query`. */
export class QueryUsersDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Users on a page: at most 100; default 20. */
  @IntegerField({ min: 1, max: 100, optional: true })
  pageSize?: number | undefined;

  /** 0 (default) oldest registration first, 1 newest first. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}
