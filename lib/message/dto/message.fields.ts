import {
  FlagField,
  IdField,
  IntegerField,
  JsonField,
  TextField,
  JsonFieldsField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { PushExt } from './push-ext.fields.js';

const EXPANSION_KEYS = { keys: /^[\w+=-]+$/, maxKeyLength: 32, maxValueLength: 4096 } as const;

/** Key-values of one call that can be attached to a message. */
export const EXPANSION_ENTRIES = { maxEntries: 100, ...EXPANSION_KEYS } as const;

/** Key-values that a message can be sent with. */
export const FIRST_EXPANSION_ENTRIES = { maxEntries: 300, ...EXPANSION_KEYS } as const;

/** What every message has. */
export abstract class MessageFields {
  /** Sender; it must have been registered for its name to show in push notifications. */
  @IdField()
  fromUserId!: string;

  /** Message type, such as `RC:TxtMsg`, or one of your own of at most 32 characters. */
  @TextField({ maxLength: 32 })
  objectName!: string;

  /** Content, as an object; as a text for types of your own that are no JSON. At most 128 KB. */
  @JsonField({ maxBytes: 131_072, orText: true })
  content!: object | string;
}

/** What messages have that can be stored and pushed. */
export abstract class StoredMessageFields extends MessageFields {
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

  /** Wake the iOS app in the background. Default false. */
  @FlagField('number', { optional: true })
  contentAvailable?: boolean | undefined;

  /** Look of the push notification, and settings of each push vendor. */
  @JsonFieldsField(PushExt, { optional: true })
  pushExt?: ImInput<PushExt> | undefined;

  /** Do not show it as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;

  /** Refuses a second message of the same number within a minute, once support has enabled it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}

/** What messages of one-to-one conversations and groups have. */
export abstract class ConversationMessageFields extends StoredMessageFields {
  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** Key-values can be attached to the message later. Default false. */
  @FlagField('boolean', { optional: true })
  expansion?: boolean | undefined;

  /**
   * First key-values of an expandable message: keys of at most 32 letters, digits and `+=-_`, values
   * of at most 4096 characters.
   */
  @JsonField({ entries: FIRST_EXPANSION_ENTRIES, optional: true })
  extraContent?: Readonly<Record<string, string>> | undefined;

  /** Send no push notification. Default false. */
  @FlagField('boolean', { optional: true })
  disablePush?: boolean | undefined;

  /** Ask for read receipts. Default false. */
  @FlagField('number', { optional: true })
  needReadReceipt?: boolean | undefined;
}

/** What messages have that only clients get that are online. */
export abstract class StatusMessageFields extends MessageFields {
  /** Leave out recipients who have the sender on their blacklist. Default false. */
  @FlagField('number', { optional: true })
  verifyBlacklist?: boolean | undefined;

  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** Refuses a second message of the same number within a minute, once support has enabled it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}
