import { TextField } from '../../client/input/field.decorators.js';

/** Input of `moderation.wordFilter.add`. */
export class AddFilteredWordDto {
  /** Word, at most 32 characters. */
  @TextField({ maxLength: 32 })
  word!: string;
}

/** Input of `moderation.wordFilter.remove`. */
export class RemoveFilteredWordDto {
  /** Word, at most 32 characters. */
  @TextField({ maxLength: 32 })
  word!: string;
}
