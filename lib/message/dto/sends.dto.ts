import {
  ChoiceField,
  FlagField,
  IdListField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import {
  ConversationMessageFields,
  FIRST_EXPANSION_ENTRIES,
  MessageFields,
  StatusMessageFields,
  StoredMessageFields,
} from './message.fields.js';

/** Input of `messages.sendPrivate`. */
export class SendPrivateMessageDto extends ConversationMessageFields {
  /** Recipients: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  toUserId!: readonly string[];

  /** Badge on iOS, with a single recipient only: at most 9999; -1 leaves it as it is. */
  @IntegerField({ min: -1, max: 9999, optional: true })
  count?: number | undefined;

  /** Leave out recipients who have the sender on their blacklist. Default false. */
  @FlagField('number', { optional: true })
  verifyBlacklist?: boolean | undefined;
}

/** Input of `messages.sendPrivateStatus`. */
export class SendPrivateStatusMessageDto extends StatusMessageFields {
  /** Recipients: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  toUserId!: readonly string[];
}

/** Input of `messages.sendGroup`. */
export class SendGroupMessageDto extends ConversationMessageFields {
  /** Groups: 1 to 3; one alone for a message to some members. */
  @IdListField({ maxItems: 3 })
  toGroupId!: readonly string[];

  /**
   * The only members who get it, in one group. Such a message takes no `expansion`, `extraContent`,
   * `disablePush` and `pushExt`.
   */
  @IdListField({ optional: true })
  toUserId?: readonly string[] | undefined;

  /** It mentions somebody: the content has `mentionedInfo`. Default false. */
  @FlagField('number', { optional: true })
  isMentioned?: boolean | undefined;
}

/** Input of `messages.sendGroupStatus`. */
export class SendGroupStatusMessageDto extends StatusMessageFields {
  /** Groups: 1 to 3. */
  @IdListField({ maxItems: 3 })
  toGroupId!: readonly string[];
}

/** Input of `messages.sendChatroom`. */
export class SendChatroomMessageDto extends MessageFields {
  /** Chatrooms; the vendor advises 10 at most. */
  @IdListField()
  toChatroomId!: readonly string[];

  /** Keep in the cloud history of chatrooms. Default true. */
  @FlagField('number', { optional: true })
  isPersisted?: boolean | undefined;

  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** What happens under load: 0 as its type says (default), 1 protected, 2 high, 3 low. */
  @ChoiceField([0, 1, 2, 3], { optional: true })
  priority?: 0 | 1 | 2 | 3 | undefined;

  /** Refuses a second message of the same number within a minute, once support has enabled it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}

/** Input of `messages.broadcastToChatrooms`. */
export class BroadcastToChatroomsDto extends MessageFields {
  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;
}

/** Input of `messages.sendUltraGroup`. */
export class SendUltraGroupMessageDto extends StoredMessageFields {
  /** Ultra groups: 1 to 3; one alone for a message to some members. */
  @IdListField({ maxItems: 3 })
  toGroupIds!: readonly string[];

  /** The only members who get it, in one ultra group. */
  @IdListField({ optional: true })
  toUserIds?: readonly string[] | undefined;

  /** The channel; absent for the default one. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** It mentions somebody: the content has `mentionedInfo`. Default false. */
  @FlagField('number', { optional: true })
  isMentioned?: boolean | undefined;

  /** Key-values can be attached to the message later. Default false. */
  @FlagField('boolean', { optional: true })
  expansion?: boolean | undefined;

  /**
   * First key-values of an expandable message: keys of at most 32 letters, digits and `+=-_`, values
   * of at most 4096 characters.
   */
  @JsonField({ entries: FIRST_EXPANSION_ENTRIES, optional: true })
  extraContent?: Readonly<Record<string, string>> | undefined;
}

/** Input of `messages.sendSystem`. */
export class SendSystemMessageDto extends StoredMessageFields {
  /** Recipients: 1 to 100. */
  @IdListField({ maxItems: 100 })
  toUserId!: readonly string[];

  /** Send no push notification. Default false. */
  @FlagField('boolean', { optional: true })
  disablePush?: boolean | undefined;
}

/** Input of `messages.sendDiscussion`. */
export class SendDiscussionMessageDto extends MessageFields {
  /** Discussions. */
  @TextListField()
  toDiscussionId!: readonly string[];

  /** Text of the push notification; types of your own send none without it. */
  @TextField({ optional: true })
  pushContent?: string | undefined;

  /** Free data that travels with the push notification. */
  @TextField({ optional: true })
  pushData?: string | undefined;

  /** Keep in the cloud history. Default true. */
  @FlagField('number', { optional: true })
  isPersisted?: boolean | undefined;

  /** Clients that do not know the type count it as unread. Default true. */
  @FlagField('number', { optional: true })
  isCounted?: boolean | undefined;

  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** Wake the iOS app in the background. Default false. */
  @FlagField('number', { optional: true })
  contentAvailable?: boolean | undefined;
}
