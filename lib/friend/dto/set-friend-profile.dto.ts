import { IdField, JsonField, TextField } from '../../client/input/field.decorators.js';

/** Input of `friends.setProfile`. */
export class SetFriendProfileDto {
  /** User who keeps the data. */
  @IdField()
  userId!: string;

  /** The friend whom it is about. */
  @IdField()
  targetId!: string;

  /** Name given to the friend, at most 64 characters; empty clears it. Whether an absent one does is not documented. */
  @TextField({ maxLength: 64, optional: true })
  remarkName?: string | undefined;

  /** Fields of your own: at most 10, each key begins with `ext_`, holds lower-case letters, digits and `_` and has at most 32 characters, each value at most 256. */
  @JsonField({
    entries: { maxEntries: 10, keys: /^ext_[a-z0-9_]*$/, maxKeyLength: 32, maxValueLength: 256 },
    optional: true,
  })
  friendExtProfile?: Readonly<Record<string, string>> | undefined;
}
