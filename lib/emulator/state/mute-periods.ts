/** From when to when a user is muted; in Unix milliseconds. */
export interface MutePeriod {
  readonly userId: string;
  readonly since: number;
  /** Infinity for a mute that does not end by itself. */
  readonly until: number;
}

/** Users who may not write, from one point in time to another. */
export class MutePeriods {
  private readonly periods = new Map<string, MutePeriod>();

  /** Mutes users; for one who is muted, the time starts again. */
  add(users: readonly string[], since: number, until: number): void {
    for (const userId of users) this.periods.set(userId, { userId, since, until });
  }

  /** Ends the mutes of users. */
  remove(users: readonly string[]): void {
    for (const userId of users) this.periods.delete(userId);
  }

  /** Whether a user is muted now. */
  holds(userId: string, now: number): boolean {
    const period = this.periods.get(userId);
    if (period === undefined) return false;
    if (period.until > now) return true;
    this.periods.delete(userId);
    return false;
  }

  /** Who is muted now, the first muted first. */
  list(now: number): readonly MutePeriod[] {
    return [...this.periods.values()].filter(({ until }) => until > now);
  }
}
