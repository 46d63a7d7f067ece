import {
  FlagField,
  IdField,
  JsonField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';

/** Input of `chatrooms.entries.set`. */
export class SetChatroomEntryDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Owner of the entry; need not be in the room. */
  @IdField()
  userId!: string;

  /** Key of the entry: at most 128 letters, digits and `+=-_`; case makes a difference. */
  @TextField({ maxLength: 128 })
  key!: string;

  /** Value of the entry: at most 4096 characters. */
  @TextField({ maxLength: 4096 })
  value!: string;

  /** True deletes the entry when its owner leaves the room; default false. */
  @FlagField('number', { optional: true })
  autoDelete?: boolean | undefined;

  /**
   * Type of a message that tells the room of the change, as a rule `RC:chrmKVNotiMsg`; absent: no
   * message. Newer clients learn of changes without one.
   */
  @TextField({ optional: true })
  objectName?: string | undefined;

  /** Content of that message; for `RC:chrmKVNotiMsg` it holds `type`, `key` and `value`. */
  @JsonField({ orText: true, optional: true })
  content?: object | string | undefined;
}

/** Input of `chatrooms.entries.setMany`. */
export class SetChatroomEntriesDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** True deletes the entries when their owner leaves the room; default false. */
  @FlagField('number', { optional: true })
  autoDelete?: boolean | undefined;

  /** Owner of the entries. */
  @IdField()
  entryOwnerId!: string;

  /**
   * Value by key: 1 to 20. A key has at most 128 characters, which are letters, digits and `+=-_`, a
   * value at most 4096.
   */
  @JsonField({
    entries: { maxEntries: 20, keys: /^[\w+=-]+$/, maxKeyLength: 128, maxValueLength: 4096 },
  })
  entryInfo!: Readonly<Record<string, string>>;
}

/** Input of `chatrooms.entries.delete`. */
export class DeleteChatroomEntryDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Owner of the entry; need not be in the room. */
  @IdField()
  userId!: string;

  /** Key of the entry: at most 128 letters, digits and `+=-_`; case makes a difference. */
  @TextField({ maxLength: 128 })
  key!: string;

  /**
   * Type of a message that tells the room of the change, as a rule `RC:chrmKVNotiMsg`; absent: no
   * message. Newer clients learn of changes without one.
   */
  @TextField({ optional: true })
  objectName?: string | undefined;

  /** Content of that message; for `RC:chrmKVNotiMsg` it holds `type`, `key` and `value`. */
  @JsonField({ orText: true, optional: true })
  content?: object | string | undefined;
}

/** Input of `chatrooms.entries.deleteMany`. */
export class DeleteChatroomEntriesDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Owner of the entries. The page says that it is not needed, its table that it is. */
  @IdField()
  entryOwnerId!: string;

  /** Keys of the entries: 1 to 20. */
  @TextListField({ maxItems: 20, style: 'json' })
  entryKeys!: readonly string[];
}

/** Input of `chatrooms.entries.query`. */
export class QueryChatroomEntriesDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Keys of the entries: at most 100; absent: all entries. */
  @TextListField({ minItems: 1, maxItems: 100, optional: true })
  keys?: readonly string[] | undefined;
}
