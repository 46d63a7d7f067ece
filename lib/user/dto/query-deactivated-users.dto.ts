import { IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.queryDeactivated`. */
export class QueryDeactivatedUsersDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  pageNo?: number | undefined;

  /** Users on a page: at most 50, which is the default. */
  @IntegerField({ min: 1, max: 50, optional: true })
  pageSize?: number | undefined;
}
