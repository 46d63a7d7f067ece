import type {
  ImEmulatorFriend,
  ImEmulatorFriendPermission,
  ImEmulatorFriendRequest,
} from './emulated-user.js';
import { EntryPages, type EntryPage, type NumberedEntry, type PageRequest } from './entry-pages.js';

/** Not documented; of the three levels the one that neither makes friends nor refuses. */
const DEFAULT_PERMISSION: ImEmulatorFriendPermission = 2;

/** A friend as one of the two sees the other. */
export interface Friendship extends ImEmulatorFriend, NumberedEntry {}

/** Friendships, which hold in both directions, the requests for them, and who may ask. */
export class FriendStore {
  private readonly friends = new Map<string, Map<string, Friendship>>();
  /** Requests that wait, by the user who is asked, then by the one who asks. */
  private readonly requests = new Map<string, Map<string, ImEmulatorFriendRequest>>();
  private readonly permissions = new Map<string, ImEmulatorFriendPermission>();
  private readonly pages = new EntryPages();

  /** Makes two users friends of each other; requests between them are done with. */
  befriend(one: string, other: string, time: number): void {
    for (const [owner, friend] of [
      [one, other],
      [other, one],
    ] as const) {
      const entry = this.pages.next();
      const fresh = { userId: friend, time, remarkName: '', friendExtProfile: {}, entry };
      entriesOf(this.friends, owner).set(friend, fresh);
      this.requests.get(owner)?.delete(friend);
    }
  }

  /** Ends the friendship of two users for both. */
  part(one: string, other: string): void {
    this.friends.get(one)?.delete(other);
    this.friends.get(other)?.delete(one);
  }

  /** Ends all friendships of a user, for the friends too. */
  partFromAll(userId: string): void {
    for (const { userId: friend } of this.list(userId)) this.part(userId, friend);
  }

  areFriends(one: string, other: string): boolean {
    return this.friends.get(one)?.has(other) ?? false;
  }

  /** The friends of a user, oldest first. */
  list(userId: string): readonly Friendship[] {
    return [...(this.friends.get(userId)?.values() ?? [])];
  }

  /** One page of the friends of a user; undefined when the token is not ours. */
  page(userId: string, request: PageRequest): EntryPage<Friendship> | undefined {
    return this.pages.read(this.list(userId), request);
  }

  /** A friend of a user, and what the user keeps about the friend. */
  find(userId: string, friend: string): Friendship | undefined {
    return this.friends.get(userId)?.get(friend);
  }

  /** Replaces what a user keeps about a friend; the place in the list stays. */
  update(userId: string, friendship: Friendship): void {
    entriesOf(this.friends, userId).set(friendship.userId, friendship);
  }

  /** Notes that a user asks for a friendship; a later request replaces the one before. */
  request(userId: string, request: ImEmulatorFriendRequest): void {
    entriesOf(this.requests, userId).set(request.fromUserId, request);
  }

  /** The requests to a user that wait for an answer. */
  requestsTo(userId: string): readonly ImEmulatorFriendRequest[] {
    return [...(this.requests.get(userId)?.values() ?? [])];
  }

  /** Who may add a user. */
  permissionOf(userId: string): ImEmulatorFriendPermission {
    return this.permissions.get(userId) ?? DEFAULT_PERMISSION;
  }

  setPermission(userId: string, permission: ImEmulatorFriendPermission): void {
    this.permissions.set(userId, permission);
  }

  /** Forgets a user, in the lists of others too: a friendship needs both. */
  forget(userId: string): void {
    this.partFromAll(userId);
    this.friends.delete(userId);
    this.requests.delete(userId);
    for (const waiting of this.requests.values()) waiting.delete(userId);
    this.permissions.delete(userId);
  }
}

function entriesOf<Entry>(
  all: Map<string, Map<string, Entry>>,
  userId: string,
): Map<string, Entry> {
  const entries = all.get(userId) ?? new Map<string, Entry>();
  all.set(userId, entries);
  return entries;
}
