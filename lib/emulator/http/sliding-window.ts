interface Entry {
  readonly at: number;
  cost: number;
}

/**
 * Lets at most `limit` units through in any span of `windowMs`, to the millisecond: what was taken
 * at one instant counts until just before `windowMs` later. It keeps one entry for each instant, so
 * never more of them than about twice the limit.
 */
export class SlidingWindow {
  private entries: Entry[] = [];
  /** Index of the oldest entry that counts. */
  private first = 0;
  private total = 0;

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** How many entries are kept. */
  get size(): number {
    return this.entries.length;
  }

  /** Units that count at `now`, in Unix milliseconds. */
  used(now: number): number {
    this.forgetPast(now - this.windowMs);
    this.forgetFuture(now);
    return this.total;
  }

  /** Takes `cost` units when they fit; otherwise none. */
  take(now: number, cost: number): boolean {
    if (this.used(now) + cost > this.limit) return false;
    this.total += cost;
    const newest = this.entries.at(-1);
    if (newest?.at === now) newest.cost += cost;
    else this.entries.push({ at: now, cost });
    return true;
  }

  private forgetPast(end: number): void {
    let oldest = this.entries[this.first];
    while (oldest !== undefined && oldest.at <= end) {
      this.total -= oldest.cost;
      this.first += 1;
      oldest = this.entries[this.first];
    }
    // Dropping half at a time keeps the cost of one call constant.
    if (this.first * 2 < this.entries.length) return;
    this.entries = this.entries.slice(this.first);
    this.first = 0;
  }

  /** A clock that was set back must not close the window for as long as it was set back. */
  private forgetFuture(now: number): void {
    for (
      let newest = this.entries.at(-1);
      newest !== undefined && newest.at > now && this.first < this.entries.length;
      newest = this.entries.at(-1)
    ) {
      this.total -= newest.cost;
      this.entries.pop();
    }
  }
}
