import {
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  JsonField,
  TextField,
} from '../../client/input/field.decorators.js';

/** Input of `messages.sendPrivate`. */
export class SendPrivateMessageDto {
  /** Sender; it must have been registered for its name to show in push notifications. */
  @IdField()
  fromUserId!: string;

  /** Recipients: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  toUserId!: readonly string[];

  /** Message type, such as `RC:TxtMsg`, or one of your own of at most 32 characters. */
  @TextField({ maxLength: 32 })
  objectName!: string;

  /** Content, as an object; as a text for types of your own that are no JSON. At most 128 KB. */
  @JsonField({ maxBytes: 131_072, orText: true })
  content!: object | string;

  /** Text of the push notification; types of your own send none without it. */
  @TextField({ optional: true })
  pushContent?: string | undefined;

  /** Free data that travels with the push notification. */
  @TextField({ optional: true })
  pushData?: string | undefined;

  /** Badge on iOS, with a single recipient only: at most 9999; -1 leaves it as it is. */
  @IntegerField({ min: -1, max: 9999, optional: true })
  count?: number | undefined;

  /** Leave out recipients who have the sender on their blacklist. Default false. */
  @FlagField('number', { optional: true })
  verifyBlacklist?: boolean | undefined;

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

  /** Key-values can be attached to the message later. Default false. */
  @FlagField('boolean', { optional: true })
  expansion?: boolean | undefined;

  /**
   * First key-values of an expandable message: keys of at most 32 letters, digits and `+=-_`, values
   * of at most 4096 characters.
   */
  @JsonField({
    entries: { maxEntries: 300, keys: /^[\w+=-]+$/, maxKeyLength: 32, maxValueLength: 4096 },
    optional: true,
  })
  extraContent?: Readonly<Record<string, string>> | undefined;

  /** Send no push notification. Default false. */
  @FlagField('boolean', { optional: true })
  disablePush?: boolean | undefined;

  /** Look of the push notification, and settings of each push vendor. */
  @JsonField({ optional: true })
  pushExt?: object | undefined;

  /** Do not show it as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;

  /** Ask for read receipts. Default false. */
  @FlagField('number', { optional: true })
  needReadReceipt?: boolean | undefined;

  /** Refuses a second message of the same number within a minute, once support has enabled it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}
