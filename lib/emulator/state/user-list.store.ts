import { EntryPages, type NumberedEntry } from './entry-pages.js';

/** One page of a list, and the token of the next page when one follows. */
export interface UserListPage {
  readonly users: readonly string[];
  readonly next?: string;
}

interface ListedUser extends NumberedEntry {
  readonly userId: string;
}

/** Lists of users that users keep: blacklists, or whitelists. */
export class UserListStore {
  private readonly lists = new Map<string, Map<string, ListedUser>>();
  private readonly pages = new EntryPages();

  /** Adds users to the list of `owner`; who is on it already keeps the old place. */
  add(owner: string, users: readonly string[]): void {
    const list = this.lists.get(owner) ?? new Map<string, ListedUser>();
    for (const userId of users) {
      if (!list.has(userId)) list.set(userId, { userId, entry: this.pages.next() });
    }
    this.lists.set(owner, list);
  }

  /** Removes users from the list of `owner`. */
  remove(owner: string, users: readonly string[]): void {
    const list = this.lists.get(owner);
    for (const user of users) list?.delete(user);
  }

  /** Whether `user` is on the list of `owner`. */
  holds(owner: string, user: string): boolean {
    return this.lists.get(owner)?.has(user) ?? false;
  }

  /** The whole list, newest first. */
  list(owner: string): readonly string[] {
    return this.oldestFirst(owner)
      .map(({ userId }) => userId)
      .reverse();
  }

  /** One page, newest first, the first for an empty token; undefined when the token is not ours. */
  page(owner: string, size: number, pageToken: string): UserListPage | undefined {
    const page = this.pages.read(this.oldestFirst(owner), { size, pageToken, newestFirst: true });
    if (page === undefined) return undefined;
    const { entries, ...next } = page;
    return { users: entries.map(({ userId }) => userId), ...next };
  }

  /** Forgets the list of `owner`. */
  delete(owner: string): void {
    this.lists.delete(owner);
  }

  private oldestFirst(owner: string): ListedUser[] {
    return [...(this.lists.get(owner)?.values() ?? [])];
  }
}
