import {
  ChoiceField,
  FlagField,
  IdField,
  InstantField,
  JsonField,
  TextField,
} from '../../client/input/field.decorators.js';

/** What recalls have in common. */
abstract class RecallFields {
  /** Sender of the message. */
  @IdField()
  fromUserId!: string;

  /** The message. */
  @TextField()
  messageUID!: string;

  /** When it was sent; give it if you know it. */
  @InstantField({ optional: true })
  sentTime?: Date | number | undefined;

  /** Clients show that an administrator recalled it. Default false. */
  @FlagField('number', { optional: true })
  isAdmin?: boolean | undefined;

  /** Clients remove it without a notice. Default false. */
  @FlagField('number', { optional: true })
  isDelete?: boolean | undefined;

  /** Free data. */
  @TextField({ optional: true })
  extra?: string | undefined;

  /** Do not show the notice as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;
}

/** Input of `messages.recall`. */
export class RecallMessageDto extends RecallFields {
  /** 1 private, 3 group, 4 chatroom, 6 system, 10 ultra group. */
  @ChoiceField([1, 3, 4, 6, 10])
  conversationType!: 1 | 3 | 4 | 6 | 10;

  /** The other user, group, chatroom or ultra group. */
  @IdField()
  targetId!: string;

  /** Channel of an ultra group; absent if the message was sent without one. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Send no push notification of the recall. Default false. */
  @FlagField('boolean', { optional: true })
  disablePush?: boolean | undefined;
}

/** Input of `messages.recallBroadcast`. */
export class RecallBroadcastDto extends RecallFields {}

/** What changes of a content have in common. */
abstract class UpdateMessageFields {
  /** Sender of the message. */
  @IdField()
  fromUserId!: string;

  /** The message. */
  @TextField({ maxLength: 64 })
  msgUID!: string;

  /** Type of the message; it cannot change. */
  @TextField({ maxLength: 32, optional: true })
  objectName?: string | undefined;

  /** New content, as an object; as a text for types of your own that are no JSON. At most 128 KB. */
  @JsonField({ maxBytes: 131_072, orText: true })
  content!: object | string;
}

/** Input of `messages.updatePrivate`. */
export class UpdatePrivateMessageDto extends UpdateMessageFields {
  /** Recipient of the message. */
  @IdField()
  targetId!: string;
}

/** Input of `messages.updateGroup`. */
export class UpdateGroupMessageDto extends UpdateMessageFields {
  /** Group of the message. */
  @IdField()
  groupId!: string;
}
