import { IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.queryBlocked`. */
export class QueryBlockedUsersDto {
  /** Page number, from 1. Absent or 0: the first 1000 users, not paged. */
  @IntegerField({ min: 0, optional: true })
  page?: number | undefined;

  /** Users on a page; default 50. */
  @IntegerField({ min: 1, optional: true })
  size?: number | undefined;
}
