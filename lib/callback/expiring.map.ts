interface Entry<Value> {
  value: Value;
  /** Milliseconds after the map was made: V8 needs no object of its own for a number that small. */
  expiresAt: number;
}

/**
 * A map whose entries expire and whose size is bounded: over the bound, the oldest entry goes.
 *
 * Expired entries are dropped while others are written, so that no timer runs.
 */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  // One iterator for the life of the map: a new one would step over all that was deleted before it.
  #oldestFirst = this.#entries.entries();
  #oldest: [string, Entry<Value>] | undefined;
  readonly #madeAt: number;
  #evictions = 0;

  constructor(
    private readonly maxEntries: number,
    private readonly clock: () => number,
    private readonly onFirstEviction: () => void,
  ) {
    this.#madeAt = clock();
  }

  /** Entries held, expired ones that are not dropped yet included. */
  get size(): number {
    return this.#entries.size;
  }

  /** Entries that were dropped before they expired. */
  get evictions(): number {
    return this.#evictions;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.expiresAt > this.#now() ? entry.value : undefined;
  }

  set(key: string, value: Value, ttlMs: number): void {
    const now = this.#now();
    const entry = this.#entries.get(key);
    if (entry !== undefined) {
      entry.value = value;
      entry.expiresAt = now + ttlMs;
      return;
    }
    this.#add(key, value, now, ttlMs);
  }

  /** The value that is there; undefined when there was none and this one was added. */
  getOrAdd(key: string, value: Value, ttlMs: number): Value | undefined {
    const now = this.#now();
    const entry = this.#entries.get(key);
    if (entry !== undefined) {
      if (entry.expiresAt > now) return entry.value;
      this.delete(key);
    }
    this.#add(key, value, now, ttlMs);
    return undefined;
  }

  delete(key: string): void {
    this.#entries.delete(key);
    if (this.#oldest?.[0] === key) this.#oldest = undefined;
  }

  #now(): number {
    return this.clock() - this.#madeAt;
  }

  #add(key: string, value: Value, now: number, ttlMs: number): void {
    this.#makeRoom(now);
    this.#entries.set(key, { value, expiresAt: now + ttlMs });
  }

  // Two for each one written: the map shrinks again after a burst, and no single write is slow.
  #makeRoom(now: number): void {
    for (let dropped = 0; dropped < 2; dropped++) {
      const oldest = this.#peekOldest();
      if (oldest === undefined) return;
      const expired = oldest[1].expiresAt <= now;
      if (!expired && this.#entries.size < this.maxEntries) return;
      if (!expired && this.#evictions++ === 0) this.onFirstEviction();
      this.delete(oldest[0]);
    }
  }

  #peekOldest(): [string, Entry<Value>] | undefined {
    if (this.#oldest !== undefined) return this.#oldest;
    let next = this.#oldestFirst.next();
    if (next.done === true && this.#entries.size > 0) {
      // An iterator that has reached the end stays there.
      this.#oldestFirst = this.#entries.entries();
      next = this.#oldestFirst.next();
    }
    this.#oldest = next.done === true ? undefined : next.value;
    return this.#oldest;
  }
}
