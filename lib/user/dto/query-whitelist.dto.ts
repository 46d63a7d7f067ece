import { IdField, IntegerField, TextField } from '../../client/input/field.decorators.js';

/** Input of `users.whitelist.query`. */
export class QueryWhitelistDto {
  /** Owner of the whitelist. */
  @IdField()
  userId!: string;

  /** `next` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Users on a page: at most 1000, which is the default. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;
}
