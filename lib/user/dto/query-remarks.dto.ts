import { IdField, IntegerField } from '../../client/input/field.decorators.js';

/** Input of `users.remarks.query`. */
export class QueryRemarksDto {
  /** User who gave the remarks. */
  @IdField()
  userId!: string;

  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Remarks on a page: at most 50, which is the default. */
  @IntegerField({ min: 1, max: 50, optional: true })
  size?: number | undefined;
}
