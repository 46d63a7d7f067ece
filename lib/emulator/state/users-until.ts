/** A user on a list until a point in time. */
export interface UserUntil {
  readonly userId: string;
  /** Unix time in milliseconds. */
  readonly until: number;
}

/** Users whom something holds for until a point in time: a mute, a block. */
export class UsersUntil {
  private readonly ends = new Map<string, number>();

  /** Puts users on the list; for one who is on it, the new end counts. */
  add(users: readonly string[], until: number): void {
    for (const userId of users) this.ends.set(userId, until);
  }

  /** Takes users off the list. */
  remove(users: readonly string[]): void {
    for (const userId of users) this.ends.delete(userId);
  }

  /** The end for a user who is on the list now. */
  untilOf(userId: string, now: number): number | undefined {
    const until = this.ends.get(userId);
    if (until === undefined || until > now) return until;
    this.ends.delete(userId);
    return undefined;
  }

  /** Who is on the list now, the first added first. */
  list(now: number): readonly UserUntil[] {
    return [...this.ends]
      .filter(([, until]) => until > now)
      .map(([userId, until]) => ({ userId, until }));
  }
}
