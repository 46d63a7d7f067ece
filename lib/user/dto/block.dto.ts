import { IdListField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.block`. */
export class BlockUsersDto {
  /** Users to keep out: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** How long, in minutes: 1 to 43200 (30 days). */
  @IntegerField({ min: 1, max: 43_200 })
  minute!: number;
}

/** Input of `users.unblock`. */
export class UnblockUsersDto {
  /** Users to let in again: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}

/** Input of `users.queryBlocked`. */
export class QueryBlockedUsersDto {
  /** Page number, from 1. Absent or 0: the first 1000 users, not paged. */
  @IntegerField({ min: 0, optional: true })
  page?: number | undefined;

  /** Users on a page; default 50. */
  @IntegerField({ min: 1, optional: true })
  size?: number | undefined;
}
