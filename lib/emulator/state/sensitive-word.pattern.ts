const LATIN = String.raw`\p{Script=Latin}`;
const DIGIT = String.raw`\p{Nd}`;
const LATIN_LETTER = new RegExp(LATIN, 'u');
const DECIMAL_DIGIT = new RegExp(DIGIT, 'u');
const IGNORED = String.raw`[\p{P}\p{S}\p{Z}]`;
const FIRST_ASCII = 0x21;
const LAST_ASCII = 0x7e;
/** From a printable ASCII character to the one of full width. */
const TO_FULL_WIDTH = 0xfee0;

/**
 * The pattern that finds a sensitive word in a text, by the rules that the vendor's help page names: case
 * and full width make no difference, a word of Latin letters or digits is found as a whole only (`AV` not
 * in `Java`, `123` not in `123467`), and punctuation between characters is passed over; in other scripts
 * one letter or digit is too. Left out: that a simplified Chinese word also finds the traditional one.
 * @see https://help.rongcloud.io/t/understand-rcs-sensitive-word-filtering-rules-and-matching-effects/72
 */
export function patternOf(word: string): string {
  const characters = Array.from(word.normalize('NFKC'));
  const body = characters.map((character, index) => {
    const next = characters[index + 1];
    return oneOf(character) + (next === undefined ? '' : between(character, next));
  });
  const [first = ''] = characters;
  const last = characters.at(-1) ?? '';
  return boundary(first, (kind) => `(?<!${kind})`) + body.join('') + boundary(last, notBefore);
}

function notBefore(kind: string): string {
  return `(?!${kind})`;
}

/** A word of letters or digits is not part of a longer one. */
function boundary(character: string, lookAround: (kind: string) => string): string {
  if (LATIN_LETTER.test(character)) return lookAround(LATIN);
  return DECIMAL_DIGIT.test(character) ? lookAround(DIGIT) : '';
}

/** What may stand between two characters of a word. */
function between(character: string, next: string): string {
  const pair = character + next;
  if (/^[\p{P}\p{S}\p{Z}]|[\p{P}\p{S}\p{Z}]$/u.test(pair)) return '';
  if (![character, next].some((one) => LATIN_LETTER.test(one) || DECIMAL_DIGIT.test(one))) {
    return `(?:${IGNORED}*|[a-z0-9])`;
  }
  // Letters apart are words of their own.
  return LATIN_LETTER.test(character) && LATIN_LETTER.test(next) ? '' : `${IGNORED}*`;
}

function oneOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST_ASCII || code > LAST_ASCII) return escape(character);
  return `[${escape(character)}${String.fromCodePoint(code + TO_FULL_WIDTH)}]`;
}

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
