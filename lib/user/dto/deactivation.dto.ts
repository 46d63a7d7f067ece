import { IdField, IdListField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.deactivate`. */
export class DeactivateUsersDto {
  /** Users to deactivate: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userId!: readonly string[];
}

/** Input of `users.queryDeactivated`. */
export class QueryDeactivatedUsersDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  pageNo?: number | undefined;

  /** Users on a page: at most 50, which is the default. */
  @IntegerField({ min: 1, max: 50, optional: true })
  pageSize?: number | undefined;
}

/** Input of `users.reactivate`. */
export class ReactivateUsersDto {
  /** Users to reactivate: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userId!: readonly string[];
}

/** Input of `users.reactivateLegacy`. */
export class ReactivateLegacyDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}
