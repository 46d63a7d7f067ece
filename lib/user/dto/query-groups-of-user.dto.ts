import { IdField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.queryGroups`. */
export class QueryGroupsOfUserDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** Page number, from 1. Absent or 0: the first 5000 groups, not paged. */
  @IntegerField({ min: 0, optional: true })
  page?: number | undefined;

  /** Groups on a page: at most 1000; default 50. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;
}
