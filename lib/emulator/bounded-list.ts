/** The newest entries, oldest first; the oldest go when there are too many. */
export class BoundedList<Entry> {
  private entries: Entry[] = [];

  constructor(private readonly limit: number) {}

  /** A copy of the entries. */
  list(): readonly Entry[] {
    return this.entries.slice(-this.limit);
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    // Dropping half at a time keeps the cost of one entry constant.
    if (this.entries.length >= 2 * this.limit) this.entries = this.entries.slice(this.limit);
  }

  clear(): void {
    this.entries = [];
  }
}
