import {
  ChoiceField,
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  MapField,
  ObjectField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** One chunk of a stream message. */
export class StreamChunk {
  /** Text of the chunk. */
  @TextField()
  content!: string;

  /** Number of the chunk: 1 for the first, then one more each, without gaps. */
  @IntegerField()
  seq!: number;

  /** Whether it is the last one. */
  @FlagField('boolean')
  complete!: boolean;

  /** `messageUID` of the first chunk's result; needed from the second chunk on. */
  @TextField({ optional: true })
  messageUID?: string | undefined;

  /** Form of the text; with the first chunk only. */
  @ChoiceField(['text', 'markdown', 'html'], { optional: true })
  type?: 'text' | 'markdown' | 'html' | undefined;

  /** Why it ended, a number of your own; with the last chunk only. 0 is normal. */
  @IntegerField({ optional: true })
  completeReason?: number | undefined;

  /** Name and avatar of the sender; with the first chunk only. */
  @MapField({ optional: true })
  user?: Readonly<Record<string, unknown>> | undefined;

  /** Who is mentioned; with the first chunk only. */
  @MapField({ optional: true })
  mentionedInfo?: Readonly<Record<string, unknown>> | undefined;

  /** Free data; with the first chunk only. */
  @TextField({ optional: true })
  extra?: string | undefined;
}

/** What chunks of both conversation kinds have. */
abstract class StreamFields {
  /** Sender; it must have been registered for its name to show in push notifications. */
  @IdField()
  fromUserId!: string;

  /** The type of stream messages. */
  @ChoiceField(['RC:StreamMsg'])
  objectName!: 'RC:StreamMsg';

  /** The chunk. At most 128 KB. */
  @ObjectField(StreamChunk, { maxBytes: 131_072 })
  content!: ImInput<StreamChunk>;

  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** Keep in the cloud history. Default true. */
  @FlagField('number', { optional: true })
  isPersisted?: boolean | undefined;

  /** Key-values attached to the message. */
  @MapField({ optional: true })
  extraContent?: Readonly<Record<string, string>> | undefined;

  /** Do not show it as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;
}

/** Input of `messages.stream.sendPrivateChunk`. */
export class SendPrivateChunkDto extends StreamFields {
  /** The recipient. */
  @IdField()
  toUserId!: string;
}

/** Input of `messages.stream.sendGroupChunk`. */
export class SendGroupChunkDto extends StreamFields {
  /** The group. */
  @IdField()
  toGroupId!: string;

  /** The only members who get it: at most 10. */
  @IdListField({ maxItems: 10, optional: true })
  toUserId?: readonly string[] | undefined;

  /** It mentions somebody: the chunk has `mentionedInfo`. Default false. */
  @FlagField('number', { optional: true })
  isMentioned?: boolean | undefined;
}

/** Input of `messages.stream.get`. */
export class GetStreamDto {
  /** The message. The name of the field is inferred: no page describes it. */
  @TextField()
  messageUID!: string;
}
