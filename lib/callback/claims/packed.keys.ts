const CHARACTERS_PER_WORD = 4;
const WORDS_PER_KEY = 12;
const MAX_LENGTH = WORDS_PER_KEY * CHARACTERS_PER_WORD;
const MAX_CHARACTER = 0x7f;

// One for the life of the process: whoever takes a key in hand uses it at once. The same one is often
// taken twice in a row, to claim a callback and to settle it.
const inHand = new Int32Array(WORDS_PER_KEY);
let taken: string | undefined;
let hashOfTaken = 0;

/**
 * Keys as numbers in one array: the garbage collector need not look at each, as it must at strings.
 * Each key has a place; which places are in use is for others to know.
 */
export class PackedKeys {
  readonly #words: Int32Array;

  constructor(places: number) {
    this.#words = new Int32Array(places * WORDS_PER_KEY);
  }

  /** Whether the key in hand is at a place. */
  holds(place: number): boolean {
    const first = place * WORDS_PER_KEY;
    for (let word = 0; word < WORDS_PER_KEY; word++) {
      if (this.#words[first + word] !== inHand[word]) return false;
    }
    return true;
  }

  /** Puts the key in hand at a place. */
  put(place: number): void {
    this.#words.set(inHand, place * WORDS_PER_KEY);
  }

  /** The hash of the key at a place. */
  hashAt(place: number): number {
    return hash(this.#words, place * WORDS_PER_KEY);
  }
}

/**
 * Takes a key in hand, for `put` and `holds`.
 * @returns Its hash, 32 bits that are no secret: the keys must not be an attacker's to choose.
 * @throws RangeError when it is longer than 48 characters, or not ASCII.
 */
export function takeKey(key: string): number {
  if (key === taken) return hashOfTaken;
  if (key.length > MAX_LENGTH) throw new RangeError(`A key is longer than ${MAX_LENGTH}.`);
  taken = undefined;
  let seen = 0;
  let at = 0;
  for (let word = 0; word < WORDS_PER_KEY; word++) {
    let packed = 0;
    for (const end = Math.min(at + CHARACTERS_PER_WORD, key.length); at < end; at++) {
      const character = key.charCodeAt(at);
      seen |= character;
      packed = (packed << 8) | character;
    }
    inHand[word] = packed;
  }
  if (seen > MAX_CHARACTER) throw new RangeError('A key is not ASCII.');
  taken = key;
  hashOfTaken = hash(inHand, 0);
  return hashOfTaken;
}

function hash(words: Int32Array, first: number): number {
  let mixed = 0;
  for (let word = first; word < first + WORDS_PER_KEY; word++) {
    mixed = Math.imul(mixed ^ (words[word] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}
