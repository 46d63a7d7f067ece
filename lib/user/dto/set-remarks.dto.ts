import { IdField, JsonListField, TextField } from '../../client/input/field.decorators.js';
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
