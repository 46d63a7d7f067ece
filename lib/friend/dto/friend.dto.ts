import {
  ChoiceField,
  IdField,
  IdListField,
  IntegerField,
  JsonField,
  TextField,
} from '../../client/input/field.decorators.js';

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

/** Input of `friends.remove`. */
export class RemoveFriendsDto {
  /** User whose friends are removed. */
  @IdField()
  userId!: string;

  /** Friends to remove: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  targetIds!: readonly string[];
}

/** Input of `friends.removeAll`. */
export class RemoveAllFriendsDto {
  /** User whose friends are all removed. */
  @IdField()
  userId!: string;
}

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

/** Input of `friends.query`. */
export class QueryFriendsDto {
  /** User whose friends are listed. */
  @IdField()
  userId!: string;

  /** `pageToken` of the page before; absent for the first page. */
  @TextField({ optional: true })
  pageToken?: string | undefined;

  /** Friends on a page: at most 100; default 50. */
  @IntegerField({ min: 1, max: 100, optional: true })
  size?: number | undefined;

  /** 0 (default) oldest friendship first, 1 newest first. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}

/** Input of `friends.check`. */
export class CheckFriendsDto {
  /** User to check from. */
  @IdField()
  userId!: string;

  /** Users to check: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  targetIds!: readonly string[];
}
