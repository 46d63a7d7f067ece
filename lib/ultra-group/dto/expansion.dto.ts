import {
  IdField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';

/** Input of `ultraGroups.expansion.set`. */
export class SetUltraGroupExpansionDto {
  /** Unique id of the message. */
  @TextField({ maxLength: 64 })
  msgUID!: string;

  /** User who sets the data. */
  @IdField()
  userId!: string;

  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Channel of the message; absent if it was sent without one. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /**
   * Keys of at most 32 letters, digits and `+=-_`, values of at most 4096 characters: at most 100.
   */
  @JsonField({
    entries: { maxEntries: 100, keys: /^[\w+=-]+$/, maxKeyLength: 32, maxValueLength: 4096 },
  })
  extraKeyVal!: Readonly<Record<string, string>>;
}

/** Input of `ultraGroups.expansion.delete`. */
export class DeleteUltraGroupExpansionDto {
  /** Unique id of the message. */
  @TextField({ maxLength: 64 })
  msgUID!: string;

  /** User who deletes the data. */
  @IdField()
  userId!: string;

  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Channel of the message; absent if it was sent without one. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Keys to delete: 1 to 100. */
  @TextListField({ maxItems: 100, style: 'json' })
  extraKey!: readonly string[];
}

/** Input of `ultraGroups.expansion.query`. */
export class QueryUltraGroupExpansionDto {
  /** Unique id of the message. */
  @TextField({ maxLength: 64 })
  msgUID!: string;

  /** The ultra group. */
  @IdField()
  groupId!: string;

  /** Channel of the message; absent if it was sent without one. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;

  /** Page number; a page holds 300 pairs. Default 1. */
  @IntegerField({ min: 1, optional: true })
  pageNo?: number | undefined;
}
