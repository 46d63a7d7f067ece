import { IdField, TextField } from '../../client/input/field.decorators.js';

/** Input of `groups.memberRemarks.set`. */
export class SetGroupMemberRemarkDto {
  /** The member whose name is set. */
  @IdField()
  userId!: string;

  /** The group. */
  @IdField()
  groupId!: string;

  /** Name to show. */
  @TextField()
  remark!: string;
}

/** Input of `groups.memberRemarks.delete`. */
export class DeleteGroupMemberRemarkDto {
  /** The member. */
  @IdField()
  userId!: string;

  /** The group. */
  @IdField()
  groupId!: string;
}

/** Input of `groups.memberRemarks.get`. */
export class GetGroupMemberRemarkDto {
  /** The member. */
  @IdField()
  userId!: string;

  /** The group. */
  @IdField()
  groupId!: string;
}
