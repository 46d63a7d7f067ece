import {
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  TextField,
  JsonListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** Which message. */
export class UltraGroupMessageId {
  /** Id of the message. */
  @TextField()
  msgUID!: string;

  /** Channel of the message. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}

/** Input of `ultraGroups.messages.update`. */
export class UpdateUltraGroupMessageDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Sender of the message. */
  @IdField()
  fromUserId!: string;

  /** Unique id of the message. */
  @TextField()
  msgUID!: string;

  /** New content of the same message type. At most 128 KB. */
  @JsonField({ maxBytes: 131_072, orText: true })
  content!: object | string;

  /** Channel of the message; needed unless it is RCDefault. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Refuses a second call of the same number within a minute. One of the vendor's SDKs alone knows it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}

/** Input of `ultraGroups.messages.get`. */
export class GetUltraGroupMessagesDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Messages to read, and the channel of each. */
  @JsonListField(UltraGroupMessageId)
  msgs!: readonly ImInput<UltraGroupMessageId>[];

  /** Channel of all messages. One of the vendor's SDKs alone knows it. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}

/** Input of `ultraGroups.messages.query`. */
export class QueryUltraGroupMessagesDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** Start, Unix milliseconds (excluded). */
  @InstantField()
  startTime!: Date | number;

  /** End, Unix milliseconds (included); at most 14 days after the start. */
  @InstantField()
  endTime!: Date | number;

  /** Only messages of this sender. */
  @IdField({ optional: true })
  fromUserId?: string | undefined;

  /** Entries per page. Default 20. */
  @IntegerField({ min: 1, max: 100, optional: true })
  pageSize?: number | undefined;
}

/** Input of `ultraGroups.messages.queryAround`. */
export class QueryUltraGroupMessagesAroundDto {
  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** The channel. */
  @TextField({ maxLength: 20 })
  busChannel!: string;

  /** Message in the middle. */
  @TextField()
  msgUID!: string;

  /** How many messages before it; 0 = none. Default 10. */
  @IntegerField({ min: 0, max: 50, optional: true })
  prevNum?: number | undefined;

  /** How many messages after it; 0 = none. Default 10. */
  @IntegerField({ min: 0, max: 50, optional: true })
  lastNum?: number | undefined;
}
