import { IdField } from '../../client/input/field.decorators.js';

/** Input of `users.remarks.delete`. */
export class DeleteRemarkDto {
  /** User who gave the remark. */
  @IdField()
  userId!: string;

  /** User whom it names. */
  @IdField()
  targetId!: string;
}
