import {
  IdField,
  IntegerField,
  JsonListField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** What a user calls another one. */
export class UserRemark {
  /** Id of the other user. */
  @IdField()
  id!: string;

  /** Name that pushes show in place of the registered one. */
  @TextField()
  remark!: string;
}

/** Input of `users.remarks.set`. */
export class SetRemarksDto {
  /** User who gets the pushes. */
  @IdField()
  userId!: string;

  /** Remarks to set: 1 to 100. */
  @JsonListField(UserRemark, { maxItems: 100 })
  remarks!: readonly ImInput<UserRemark>[];
}

/** Input of `users.remarks.delete`. */
export class DeleteRemarkDto {
  /** User who gave the remark. */
  @IdField()
  userId!: string;

  /** User whom it names. */
  @IdField()
  targetId!: string;
}

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
