/** How long a key is remembered. */
const REMEMBERED_MS = 60_000;

/** Keys that calls have used within the last minute. */
export class RecentKeys {
  /** When each was used, in Unix milliseconds; the oldest first. */
  private readonly usedAt = new Map<string, number>();

  holds(key: string, now: number): boolean {
    const at = this.usedAt.get(key);
    return at !== undefined && now < at + REMEMBERED_MS;
  }

  /** Remembers a key, and forgets those of more than a minute ago. */
  add(key: string, now: number): void {
    this.usedAt.delete(key);
    this.usedAt.set(key, now);
    for (const [old, at] of this.usedAt) {
      if (now < at + REMEMBERED_MS) break;
      this.usedAt.delete(old);
    }
  }
}
