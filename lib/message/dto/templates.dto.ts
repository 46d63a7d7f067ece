import {
  FlagField,
  IdListField,
  IntegerField,
  JsonTextListField,
  MapListField,
  TextListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { MessageFields } from './message.fields.js';
import { PushExt } from './push-ext.fields.js';

/** What template messages have. Lists have one entry a recipient, in their order. */
abstract class TemplateFields extends MessageFields {
  /** Texts for the placeholders of each recipient, by placeholder with its braces: `{ '{name}': 'Ada' }`. */
  @MapListField()
  values!: readonly Readonly<Record<string, string>>[];

  /** Text of each push notification; it may hold placeholders. Empty texts for none. */
  @TextListField()
  pushContent!: readonly string[];

  /** Free data that travels with each push notification; it may hold placeholders. */
  @TextListField({ optional: true })
  pushData?: readonly string[] | undefined;

  /** Wake the iOS app in the background. Default false. */
  @FlagField('number', { optional: true })
  contentAvailable?: boolean | undefined;

  /** Send no push notification. Default false. */
  @FlagField('boolean', { optional: true })
  disablePush?: boolean | undefined;

  /** Look of each push notification, and settings of each push vendor. */
  @JsonTextListField(PushExt, { optional: true })
  pushExt?: readonly ImInput<PushExt>[] | undefined;

  /** Do not show it as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;

  /** Refuses a second message of the same number within a minute, once support has enabled it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}

/** Input of `messages.sendPrivateTemplate`; `content` holds placeholders such as `{name}`. */
export class SendPrivateTemplateDto extends TemplateFields {
  /** Recipients: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  toUserId!: readonly string[];

  /** Leave out recipients who have the sender on their blacklist. Default false. */
  @FlagField('number', { optional: true })
  verifyBlacklist?: boolean | undefined;

  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** Ask for read receipts. Default false. */
  @FlagField('number', { optional: true })
  needReadReceipt?: boolean | undefined;
}

/** Input of `messages.sendSystemTemplate`; `content` holds placeholders such as `{name}`. */
export class SendSystemTemplateDto extends TemplateFields {
  /** Recipients: 1 to 100. */
  @IdListField({ maxItems: 100 })
  toUserId!: readonly string[];
}
