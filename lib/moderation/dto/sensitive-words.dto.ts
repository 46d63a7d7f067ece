import {
  ChoiceField,
  ObjectListField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** Input of `moderation.sensitiveWords.add`. */
export class AddSensitiveWordDto {
  /** Word to look for, at most 32 characters. */
  @TextField({ maxLength: 32 })
  word!: string;

  /** What it is replaced with, at most 32 characters; absent or empty, messages with the word are blocked. */
  @TextField({ maxLength: 32, optional: true })
  replaceWord?: string | undefined;
}

/** Input of `moderation.sensitiveWords.addMany`. */
export class AddSensitiveWordsDto {
  /** Words to look for: 1 to 50, as many as still fit. */
  @ObjectListField(AddSensitiveWordDto, { maxItems: 50 })
  words!: readonly ImInput<AddSensitiveWordDto>[];
}

/** Input of `moderation.sensitiveWords.remove`. */
export class RemoveSensitiveWordDto {
  /** Word to look for no longer, at most 32 characters. */
  @TextField({ maxLength: 32 })
  word!: string;
}

/** Input of `moderation.sensitiveWords.removeMany`. */
export class RemoveSensitiveWordsDto {
  /** Words to look for no longer: 1 to 50. */
  @TextListField({ maxItems: 50 })
  words!: readonly string[];
}

/** Input of `moderation.sensitiveWords.query`. */
export class QuerySensitiveWordsDto {
  /** 0 words that are replaced, 1 (default) words that block, 2 all. */
  @ChoiceField([0, 1, 2], { optional: true })
  type?: 0 | 1 | 2 | undefined;
}
