const TOKEN_RADIX = 36;

/** One page of a list, and the token of the next page when one follows. */
export interface TokenPage {
  readonly users: readonly string[];
  readonly next?: string;
}

/** Who blocked whom. */
export class BlacklistStore {
  /** For each owner, the users with the number of their entry; later entries have higher ones. */
  private readonly lists = new Map<string, Map<string, number>>();
  private entries = 0;

  /** Adds users to the list of `owner`; who is on it already keeps the old place. */
  add(owner: string, users: readonly string[]): void {
    const list = this.lists.get(owner) ?? new Map<string, number>();
    for (const user of users) if (!list.has(user)) list.set(user, (this.entries += 1));
    this.lists.set(owner, list);
  }

  /** Removes users from the list of `owner`. */
  remove(owner: string, users: readonly string[]): void {
    const list = this.lists.get(owner);
    for (const user of users) list?.delete(user);
  }

  /** Whether `owner` blocked `user`. */
  holds(owner: string, user: string): boolean {
    return this.lists.get(owner)?.has(user) ?? false;
  }

  /** The whole list, newest first. */
  list(owner: string): readonly string[] {
    return this.newestFirst(owner).map(([user]) => user);
  }

  /** One page, newest first, the first for an empty token; undefined when the token is not ours. */
  page(owner: string, size: number, pageToken: string): TokenPage | undefined {
    const before = pageToken === '' ? Infinity : this.entryOf(pageToken);
    if (before === undefined) return undefined;
    // The entry number stays right when entries come and go between two pages.
    const rest = this.newestFirst(owner).filter(([, entry]) => entry < before);
    const page = rest.slice(0, size);
    const users = page.map(([user]) => user);
    const last = page.at(-1);
    if (last === undefined || rest.length <= size) return { users };
    return { users, next: last[1].toString(TOKEN_RADIX) };
  }

  /** Forgets the list of `owner`. */
  delete(owner: string): void {
    this.lists.delete(owner);
  }

  /** The entry that a token stands for, when it is one that a page has given. */
  private entryOf(pageToken: string): number | undefined {
    const entry = Number.parseInt(pageToken, TOKEN_RADIX);
    const isOurs = entry.toString(TOKEN_RADIX) === pageToken && entry > 0 && entry <= this.entries;
    return isOurs ? entry : undefined;
  }

  private newestFirst(owner: string): [user: string, entry: number][] {
    return [...(this.lists.get(owner) ?? [])].reverse();
  }
}
