import { ChoiceField, IdField, TextField } from '../../client/input/field.decorators.js';

/** Input of `friends.add`. */
export class AddFriendDto {
  /** User who asks. */
  @IdField()
  userId!: string;

  /** User who is asked. */
  @IdField()
  targetId!: string;

  /** 1 (default) goes by the target's permission, 2 adds without asking. */
  @ChoiceField([1, 2], { optional: true })
  optType?: 1 | 2 | undefined;

  /** Text that goes with the request, at most 128 characters. */
  @TextField({ maxLength: 128, optional: true })
  extra?: string | undefined;
}
