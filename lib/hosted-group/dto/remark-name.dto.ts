import { IdField, TextField } from '../../client/input/field.decorators.js';

/** Input of `hostedGroups.remarkName.set`. */
export class SetHostedGroupRemarkNameDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member who sees the name. */
  @IdField()
  userId!: string;

  /** Name for the group; replaces an earlier one. */
  @TextField({ maxLength: 64 })
  remarkName!: string;
}

/** Input of `hostedGroups.remarkName.delete`. */
export class DeleteHostedGroupRemarkNameDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member. */
  @IdField()
  userId!: string;
}

/** Input of `hostedGroups.remarkName.get`. */
export class GetHostedGroupRemarkNameDto {
  /** The group. */
  @IdField()
  groupId!: string;

  /** The member. */
  @IdField()
  userId!: string;
}
