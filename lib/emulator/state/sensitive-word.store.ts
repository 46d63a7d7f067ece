import { patternOf } from './sensitive-word.pattern.js';

/** How many words an app may have; more can be bought. */
const MAX_WORDS = 50;

/** A word that keeps messages back, or that is replaced in them. */
export interface SensitiveWord {
  readonly word: string;
  /** Empty for a word that blocks. */
  readonly replaceWord: string;
}

/** What becomes of a text. */
export type SensitiveWordOutcome =
  | { readonly kind: 'clean' }
  | { readonly kind: 'blocked'; readonly word: string }
  | { readonly kind: 'replaced'; readonly text: string };

interface Matcher {
  readonly words: readonly SensitiveWord[];
  /** One group for each word. */
  readonly pattern: RegExp;
}

/** The sensitive words of an app. The service needs a quarter of an hour to heed a change, this none. */
export class SensitiveWordStore {
  private readonly words = new Map<string, SensitiveWord>();
  private blocking: Matcher | undefined;
  private replacing: Matcher | undefined;

  /** How many further words fit. */
  get remainingQuota(): number {
    return MAX_WORDS - this.words.size;
  }

  /** Adds words, all or none; a known one is overwritten. Returns whether they fit. */
  add(words: readonly SensitiveWord[]): boolean {
    const fresh = new Set(words.map(({ word }) => word).filter((word) => !this.words.has(word)));
    if (fresh.size > this.remainingQuota) return false;
    for (const entry of words) this.words.set(entry.word, entry);
    this.forgetMatchers();
    return true;
  }

  /** Removes words; unknown ones make no difference. */
  remove(words: readonly string[]): void {
    for (const word of words) this.words.delete(word);
    this.forgetMatchers();
  }

  /** All words, the first added first. */
  list(): readonly SensitiveWord[] {
    return [...this.words.values()];
  }

  /** Looks at the text of a message: a word that blocks counts more than one that is replaced. */
  check(text: string): SensitiveWordOutcome {
    if (this.words.size === 0) return { kind: 'clean' };
    this.blocking ??= matcherOf(this.list().filter(({ replaceWord }) => replaceWord === ''));
    const blocked = this.blocking.words.length === 0 ? null : this.blocking.pattern.exec(text);
    if (blocked !== null) {
      return { kind: 'blocked', word: wordOf(this.blocking, blocked.slice(1)).word };
    }
    this.replacing ??= matcherOf(this.list().filter(({ replaceWord }) => replaceWord !== ''));
    const replaced = replaceIn(this.replacing, text);
    return replaced === text ? { kind: 'clean' } : { kind: 'replaced', text: replaced };
  }

  private forgetMatchers(): void {
    this.blocking = undefined;
    this.replacing = undefined;
  }
}

/** Of two words that begin at the same place, the longer one is found. */
function matcherOf(entries: readonly SensitiveWord[]): Matcher {
  const words = entries.toSorted((one, other) => other.word.length - one.word.length);
  const groups = words.map(({ word }) => `(${patternOf(word)})`);
  return { words, pattern: new RegExp(groups.join('|'), 'iu') };
}

function replaceIn(matcher: Matcher, text: string): string {
  if (matcher.words.length === 0) return text;
  const everywhere = new RegExp(matcher.pattern, 'giu');
  return text.replace(everywhere, (_found, ...groups: unknown[]) => {
    return wordOf(matcher, groups).replaceWord;
  });
}

function wordOf({ words }: Matcher, groups: readonly unknown[]): SensitiveWord {
  const found = words.find((_word, index) => groups[index] !== undefined);
  if (found === undefined) throw new Error('A pattern of sensitive words has a group for each.');
  return found;
}
