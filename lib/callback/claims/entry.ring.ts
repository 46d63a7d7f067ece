import { PackedKeys } from './packed.keys.js';

/** Instead of the time when an entry expires: it was deleted. */
export const DELETED = -1;

/**
 * A ring with places for entries, in the order in which they came.
 *
 * Keys and times are in arrays of numbers, so that hundreds of thousands of entries cost the garbage
 * collector next to nothing. Methods that take a hash are about the key in hand, see `takeKey`.
 */
export class EntryRing<Value> {
  readonly #keys: PackedKeys;
  readonly #values: (Value | undefined)[];
  readonly #expiresAt: Float64Array;
  /** Of all entries whose hashes end alike, the place of the newest, plus one; 0 where there is none. */
  readonly #newest: Int32Array;
  /** The one that came before it, likewise, by place. */
  readonly #before: Int32Array;
  #oldest = 0;
  #length = 0;

  /** @param places A power of two. */
  constructor(readonly places: number) {
    this.#keys = new PackedKeys(places);
    this.#values = new Array<Value | undefined>(places).fill(undefined);
    this.#expiresAt = new Float64Array(places);
    this.#newest = new Int32Array(2 * places);
    this.#before = new Int32Array(places);
  }

  /** Places that are taken, also by entries that were deleted between others. */
  get length(): number {
    return this.#length;
  }

  /** When the entry at the oldest place expires, or `DELETED`. */
  get oldestExpiresAt(): number {
    return this.expiresAt(this.#oldest);
  }

  /** Where the entry of a key is. */
  find(hash: number): number | undefined {
    let place = (this.#newest[this.#slot(hash)] ?? 0) - 1;
    while (place >= 0 && !this.#keys.holds(place)) place = (this.#before[place] ?? 0) - 1;
    return place < 0 ? undefined : place;
  }

  value(place: number): Value | undefined {
    return this.#values[place];
  }

  expiresAt(place: number): number {
    return this.#expiresAt[place] ?? DELETED;
  }

  write(place: number, value: Value, expiresAt: number): void {
    this.#values[place] = value;
    this.#expiresAt[place] = expiresAt;
  }

  /** Adds an entry behind all others; there must be a place left. */
  add(hash: number, value: Value, expiresAt: number): void {
    const place = this.#placeOf(this.#length++);
    const slot = this.#slot(hash);
    this.#keys.put(place);
    this.#before[place] = this.#newest[slot] ?? 0;
    this.#newest[slot] = place + 1;
    this.write(place, value, expiresAt);
  }

  /** Deletes the entry of a key. Its place is free again once no other entry is older, or none newer. */
  delete(place: number, hash: number): void {
    this.#unlink(place, hash);
    while (this.#length > 0 && this.expiresAt(this.#placeOf(this.#length - 1)) === DELETED) {
      this.#length--;
    }
  }

  /** Frees the oldest place. */
  dropOldest(): void {
    const place = this.#oldest;
    if (this.expiresAt(place) !== DELETED) this.#unlink(place, this.#keys.hashAt(place));
    this.#oldest = this.#placeOf(1);
    this.#length--;
  }

  #unlink(place: number, hash: number): void {
    const slot = this.#slot(hash);
    const before = this.#before[place] ?? 0;
    if (this.#newest[slot] === place + 1) {
      this.#newest[slot] = before;
    } else {
      let later = (this.#newest[slot] ?? 0) - 1;
      while (this.#before[later] !== place + 1) later = (this.#before[later] ?? 0) - 1;
      this.#before[later] = before;
    }
    this.#values[place] = undefined;
    this.#expiresAt[place] = DELETED;
  }

  #slot(hash: number): number {
    return hash & (this.#newest.length - 1);
  }

  /** The nth place, counted from the oldest. */
  #placeOf(index: number): number {
    return (this.#oldest + index) & (this.places - 1);
  }
}
