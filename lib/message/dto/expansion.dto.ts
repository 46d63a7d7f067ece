import {
  ChoiceField,
  FlagField,
  IdField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import { EXPANSION_ENTRIES } from './message.fields.js';

/** What changes of attached data have in common. */
abstract class ExpansionFields {
  /** The message. */
  @TextField({ maxLength: 64 })
  msgUID!: string;

  /** User in whose name the data change. */
  @IdField()
  userId!: string;

  /** 1 private, 3 group. */
  @ChoiceField([1, 3])
  conversationType!: 1 | 3;

  /** The other user or the group. */
  @IdField()
  targetId!: string;

  /** Tell the user's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isSyncSender?: boolean | undefined;
}

/** Input of `messages.expansion.set`. */
export class SetMessageExpansionDto extends ExpansionFields {
  /**
   * Data to attach: at most 100 keys a call and 300 a message. Keys of at most 32 letters, digits and
   * `+=-_`, values of at most 4096 characters.
   */
  @JsonField({ entries: EXPANSION_ENTRIES })
  extraKeyVal!: Readonly<Record<string, string>>;
}

/** Input of `messages.expansion.delete`. */
export class DeleteMessageExpansionDto extends ExpansionFields {
  /** Keys to delete: 1 to 100. */
  @TextListField({ maxItems: 100, style: 'json' })
  extraKey!: readonly string[];
}

/** Input of `messages.expansion.query`. */
export class QueryMessageExpansionDto {
  /** The message. */
  @TextField()
  msgUID!: string;

  /** Number of the page, from 1; a page holds 300 keys. */
  @IntegerField({ optional: true })
  pageNo?: number | undefined;
}
