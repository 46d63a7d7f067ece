import { DELETED, EntryRing } from './entry.ring.js';
import { takeKey } from './packed.keys.js';

const FIRST_PLACES = 64;
/** How much larger the next ring is: all rings are searched for a key. What is not used of one is no memory yet. */
const GROWTH = 64;

/**
 * A map whose entries expire and whose size is bounded: over the bound, the oldest entry goes.
 *
 * A ring that is full is followed by a larger one, and one that is too large by a smaller: nothing is
 * ever moved, so that no single write is slow. Expired entries are dropped while others are written, so
 * that no timer runs.
 */
export class ExpiringMap<Value> {
  /** The oldest first. Most of the time there is one. */
  readonly #rings: EntryRing<Value>[] = [];
  readonly #mostPlaces: number;
  /** Where `#ringOf` has found an entry. */
  #place = 0;
  #size = 0;
  #addedToLast = 0;
  #evictions = 0;
  #hasToldOfEviction = false;

  constructor(
    private readonly maxEntries: number,
    private readonly clock: () => number,
    private readonly onFirstEviction: () => void,
  ) {
    this.#mostPlaces = 2 ** Math.ceil(Math.log2(Math.max(maxEntries, FIRST_PLACES)));
  }

  /** Entries held, expired ones that are not dropped yet included. */
  get size(): number {
    return this.#size;
  }

  /** Entries that were dropped before they expired, for others or for the places of deleted ones. */
  get evictions(): number {
    return this.#evictions;
  }

  get(key: string): Value | undefined {
    const ring = this.#ringOf(takeKey(key));
    return ring !== undefined && ring.expiresAt(this.#place) > this.clock()
      ? ring.value(this.#place)
      : undefined;
  }

  set(key: string, value: Value, ttlMs: number): void {
    const now = this.clock();
    const hash = takeKey(key);
    const ring = this.#ringOf(hash);
    if (ring === undefined) this.#add(hash, value, now, ttlMs);
    else ring.write(this.#place, value, now + ttlMs);
  }

  /** The value that is there; undefined when there was none and this one was added. */
  getOrAdd(key: string, value: Value, ttlMs: number): Value | undefined {
    const now = this.clock();
    const hash = takeKey(key);
    const ring = this.#ringOf(hash);
    if (ring !== undefined) {
      if (ring.expiresAt(this.#place) > now) return ring.value(this.#place);
      this.#deleteFrom(ring, hash);
    }
    this.#add(hash, value, now, ttlMs);
    return undefined;
  }

  delete(key: string): void {
    const hash = takeKey(key);
    const ring = this.#ringOf(hash);
    if (ring !== undefined) this.#deleteFrom(ring, hash);
  }

  /** The ring that holds the key in hand, at `#place`. */
  #ringOf(hash: number): EntryRing<Value> | undefined {
    for (let index = this.#rings.length - 1; index >= 0; index--) {
      const ring = this.#rings[index];
      const place = ring?.find(hash);
      if (place === undefined) continue;
      this.#place = place;
      return ring;
    }
    return undefined;
  }

  #add(hash: number, value: Value, now: number, ttlMs: number): void {
    this.#makeRoom(now);
    this.#ringWithRoom().add(hash, value, now + ttlMs);
    this.#addedToLast++;
    this.#size++;
    if (this.#evictions === 0 || this.#hasToldOfEviction) return;
    // Last of all: what is told may use a map, and takes another key in hand.
    this.#hasToldOfEviction = true;
    this.onFirstEviction();
  }

  #deleteFrom(ring: EntryRing<Value>, hash: number): void {
    ring.delete(this.#place, hash);
    this.#size--;
    // Not only once it is the oldest: one entry may keep a ring before it for long.
    if (ring.length === 0 && ring !== this.#rings.at(-1)) {
      this.#rings.splice(this.#rings.indexOf(ring), 1);
    }
  }

  #ringWithRoom(): EntryRing<Value> {
    const last = this.#rings.at(-1);
    if (last === undefined) return this.#follow(FIRST_PLACES);
    if (last.length === last.places) {
      return this.#follow(Math.min(last.places * GROWTH, this.#mostPlaces));
    }
    // Not before it was used: a load that comes and goes would make a ring each time.
    const isFarTooLarge =
      last.places > FIRST_PLACES &&
      this.#addedToLast > last.places &&
      2 * this.#taken < last.places / GROWTH;
    return isFarTooLarge ? this.#follow(last.places / GROWTH) : last;
  }

  #follow(places: number): EntryRing<Value> {
    const ring = new EntryRing<Value>(places);
    if (this.#rings.at(-1)?.length === 0) this.#rings.pop();
    this.#rings.push(ring);
    this.#addedToLast = 0;
    return ring;
  }

  // Two for each one written: the map shrinks again after a burst, and no single write is slow.
  #makeRoom(now: number): void {
    for (let dropped = 0; dropped < 2 || this.#isFull; dropped++) {
      const [ring] = this.#rings;
      if (ring === undefined || ring.length === 0 || !this.#dropOldest(ring, now)) return;
      if (ring.length === 0 && this.#rings.length > 1) this.#rings.shift();
    }
  }

  /** Whether there was one to drop: one that was deleted, has expired, or is too many. */
  #dropOldest(ring: EntryRing<Value>, now: number): boolean {
    const expiresAt = ring.oldestExpiresAt;
    if (expiresAt !== DELETED) {
      if (expiresAt > now) {
        if (!this.#isFull) return false;
        this.#evictions++;
      }
      this.#size--;
    }
    ring.dropOldest();
    return true;
  }

  /** Deleted entries take places too, between others. */
  get #isFull(): boolean {
    return this.#size >= this.maxEntries || this.#taken >= 2 * this.maxEntries;
  }

  /** Places that are taken in all rings. */
  get #taken(): number {
    let taken = 0;
    for (const ring of this.#rings) taken += ring.length;
    return taken;
  }
}
