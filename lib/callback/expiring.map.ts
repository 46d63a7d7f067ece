import { PackedKeys, takeKey } from './packed.keys.js';

const FIRST_PLACES = 64;
// Shared by all maps that were never used: most of a thousand apps may get no callbacks here.
const NO_KEYS = new PackedKeys(0);
const NO_TIMES = new Float64Array(0);
const NO_PLACES = new Int32Array(0);
/** Instead of the time when an entry expires. */
const DELETED = -1;

/**
 * A map whose entries expire and whose size is bounded: over the bound, the oldest entry goes.
 *
 * Made for some hundred thousand entries that come and go: it keeps them in arrays of numbers, the
 * places of a ring in the order in which they came, so that they cost the garbage collector next to
 * nothing. Expired entries are dropped while others are written, so that no timer runs.
 */
export class ExpiringMap<Value> {
  #keys = NO_KEYS;
  #values: (Value | undefined)[] = [];
  /** By the clock, or `DELETED`. */
  #expiresAt = NO_TIMES;
  /** Of each hash, the place of the newest entry, plus one; and the one before it, of each place. */
  #newest = NO_PLACES;
  #before = NO_PLACES;
  /** Where the ring begins, and how long it is, with the places of deleted entries. */
  #oldest = 0;
  #length = 0;
  #size = 0;
  #evictions = 0;

  constructor(
    private readonly maxEntries: number,
    private readonly clock: () => number,
    private readonly onFirstEviction: () => void,
  ) {}

  /** Entries held, expired ones that are not dropped yet included. */
  get size(): number {
    return this.#size;
  }

  /** Entries that were dropped before they expired. */
  get evictions(): number {
    return this.#evictions;
  }

  get(key: string): Value | undefined {
    const place = this.#find(takeKey(key));
    return place !== undefined && this.#isLive(place, this.clock())
      ? this.#values[place]
      : undefined;
  }

  set(key: string, value: Value, ttlMs: number): void {
    const now = this.clock();
    const hash = takeKey(key);
    const place = this.#find(hash) ?? this.#add(hash, now);
    this.#values[place] = value;
    this.#expiresAt[place] = now + ttlMs;
  }

  /** The value that is there; undefined when there was none and this one was added. */
  getOrAdd(key: string, value: Value, ttlMs: number): Value | undefined {
    const now = this.clock();
    const hash = takeKey(key);
    const known = this.#find(hash);
    if (known !== undefined) {
      if (this.#isLive(known, now)) return this.#values[known];
      this.#remove(known, hash);
    }
    const place = this.#add(hash, now);
    this.#values[place] = value;
    this.#expiresAt[place] = now + ttlMs;
    return undefined;
  }

  delete(key: string): void {
    const hash = takeKey(key);
    const place = this.#find(hash);
    if (place !== undefined) this.#remove(place, hash);
  }

  #isLive(place: number, now: number): boolean {
    return (this.#expiresAt[place] ?? DELETED) > now;
  }

  /** The place of the key in hand. */
  #find(hash: number): number | undefined {
    let place = (this.#newest[this.#slot(hash)] ?? 0) - 1;
    while (place >= 0 && !this.#keys.holds(place)) place = (this.#before[place] ?? 0) - 1;
    return place < 0 ? undefined : place;
  }

  #slot(hash: number): number {
    return hash & (this.#newest.length - 1);
  }

  /** Gives the key in hand a place behind all others. */
  #add(hash: number, now: number): number {
    this.#makeRoom(now);
    if (this.#length === this.#keys.places) this.#resize();
    const place = this.#placeOf(this.#length++);
    this.#size++;
    this.#keys.put(place);
    this.#link(place, hash);
    return place;
  }

  /** The nth place of the ring. */
  #placeOf(index: number): number {
    return (this.#oldest + index) & (this.#keys.places - 1);
  }

  #link(place: number, hash: number): void {
    const slot = this.#slot(hash);
    this.#before[place] = this.#newest[slot] ?? 0;
    this.#newest[slot] = place + 1;
  }

  #remove(place: number, hash: number): void {
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
    this.#size--;
  }

  // Two for each one written: the map shrinks again after a burst, and no single write is slow.
  #makeRoom(now: number): void {
    for (let dropped = 0; dropped < 2 && this.#length > 0; dropped++) {
      const oldest = this.#oldest;
      const expiresAt = this.#expiresAt[oldest] ?? DELETED;
      if (expiresAt > now) {
        if (this.#size < this.maxEntries) break;
        if (this.#evictions++ === 0) this.onFirstEviction();
      }
      if (expiresAt !== DELETED) this.#remove(oldest, this.#keys.hashAt(oldest));
      this.#oldest = this.#placeOf(1);
      this.#length--;
    }
    if (this.#keys.places > FIRST_PLACES && this.#length < this.#keys.places / 8) this.#resize();
  }

  /** Moves all entries to a ring of the size that they need, with as much room again. */
  #resize(): void {
    const keys = this.#keys;
    const values = this.#values;
    const expiresAt = this.#expiresAt;
    const oldest = this.#oldest;
    const length = this.#length;
    let room = FIRST_PLACES;
    while (room < 2 * this.#size) room *= 2;
    this.#keys = new PackedKeys(room);
    this.#values = [];
    this.#expiresAt = new Float64Array(room);
    this.#newest = new Int32Array(2 * room);
    this.#before = new Int32Array(room);
    this.#oldest = 0;
    this.#length = 0;
    for (let index = 0; index < length; index++) {
      const from = (oldest + index) & (keys.places - 1);
      const itExpiresAt = expiresAt[from] ?? DELETED;
      if (itExpiresAt === DELETED) continue;
      const place = this.#length++;
      this.#keys.copy(place, keys, from);
      this.#values[place] = values[from];
      this.#expiresAt[place] = itExpiresAt;
      this.#link(place, this.#keys.hashAt(place));
    }
  }
}
