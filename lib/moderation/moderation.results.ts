import type { ImResult } from '../client/result.js';

/** A word that blocks messages, or is replaced in them. */
export interface SensitiveWord {
  readonly word: string;
  /** What it is replaced with; empty for a word that blocks. */
  readonly replaceWord: string;
  /** 0 replaced, 1 blocks. */
  readonly type: 0 | 1;
}

/** Result of `moderation.sensitiveWords.addMany`. */
export interface AddSensitiveWordsResult extends ImResult {
  /** How many further words fit. Documented for a refused call; whether it always comes is not. */
  readonly remainQuota?: number;
}

/** Result of `moderation.sensitiveWords.query`. */
export interface QuerySensitiveWordsResult extends ImResult {
  readonly words: readonly SensitiveWord[];
}

/** Result of `moderation.wordFilter.query`. */
export interface QueryFilteredWordsResult extends ImResult {
  readonly words: readonly { readonly word: string }[];
}
