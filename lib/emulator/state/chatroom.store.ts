import { Listeners } from '../listeners.js';
import type { Audience } from './audience.js';
import { Chatroom, DESTROY_TYPE, type ChatroomEntry, type DestroyRule } from './chatroom.js';
import { UsersUntil } from './users-until.js';

/** How many entries a chatroom holds. */
export const MAX_CHATROOM_ENTRIES = 100;

/** The documented rule of a room for which none is set. */
export const DEFAULT_DESTROY_RULE: DestroyRule = {
  destroyType: DESTROY_TYPE.inactive,
  destroyTime: 60,
};

/** What set a change off: a call or a device, a device that went offline, a block, or the clock. */
export type ChatroomCause = 'call' | 'offline' | 'block' | 'time';

interface ChangeOfChatroom {
  readonly chatroomId: string;
  readonly cause: ChatroomCause;
  /** Unix time in milliseconds. */
  readonly time: number;
}

/** That a chatroom has begun or ended, or that somebody has entered or left. */
export type ChatroomStatusChange = ChangeOfChatroom &
  (
    | { readonly kind: 'created' | 'destroyed' }
    | { readonly kind: 'joined' | 'left'; readonly userId: string }
  );

/** That an entry of a chatroom was set or deleted. */
export interface ChatroomEntryChange extends ChangeOfChatroom {
  readonly kind: 'entry-set' | 'entry-deleted';
  readonly entry: ChatroomEntry;
  /** Who is behind it. */
  readonly operator: string;
  /** Grows with each change of an entry in the chatroom. */
  readonly version: number;
}

/** What has happened to a chatroom. */
export type ChatroomChange = ChatroomStatusChange | ChatroomEntryChange;

/** Entries to set, all of one owner. */
export interface NewEntries {
  /** By key. */
  readonly values: ReadonlyMap<string, string>;
  readonly userId: string;
  readonly autoDelete: boolean;
}

/** A device that enters or leaves. */
export interface ChatroomVisitor {
  readonly userId: string;
  readonly sessionId: string;
}

/** The chatrooms of an app. A room whose time has come is gone as soon as somebody looks. */
export class ChatroomStore implements Audience {
  /** Tells of each change; where callbacks on chatrooms begin. */
  readonly changes = new Listeners<ChatroomChange>();
  readonly globalMutes = new UsersUntil();
  readonly lowPriorityTypes = new Set<string>();
  readonly whitelistedTypes = new Set<string>();
  private readonly rooms = new Map<string, Chatroom>();
  /** The chatroom that a user is in. */
  private readonly places = new Map<string, string>();

  constructor(private readonly clock: () => number) {}

  /** A chatroom that is there now. */
  find(chatroomId: string): Chatroom | undefined {
    const room = this.rooms.get(chatroomId);
    if (room === undefined || room.endsAt > this.clock()) return room;
    this.end(room, 'time', room.endsAt);
    return undefined;
  }

  /** All chatrooms that are there now, the oldest first. */
  list(): readonly Chatroom[] {
    return [...this.rooms.keys()].flatMap((chatroomId) => this.find(chatroomId) ?? []);
  }

  /** Creates a chatroom; undefined when there is one of that id. */
  create(chatroomId: string, rule = DEFAULT_DESTROY_RULE): Chatroom | undefined {
    if (this.find(chatroomId) !== undefined) return undefined;
    const time = this.clock();
    const room = new Chatroom(chatroomId, time, rule);
    this.rooms.set(chatroomId, room);
    this.changes.tell({ kind: 'created', chatroomId, cause: 'call', time });
    return room;
  }

  /** Ends a chatroom and all that belongs to it. */
  destroy(chatroomId: string): void {
    const room = this.find(chatroomId);
    if (room !== undefined) this.end(room, 'call', this.clock());
  }

  /**
   * A device enters, and a room that is not there is created. A user is in one room at a time, which is
   * the default of the service.
   * @returns why it may not, if so.
   */
  join(chatroomId: string, { userId, sessionId }: ChatroomVisitor): string | undefined {
    const time = this.clock();
    const until = this.find(chatroomId)?.blocks.untilOf(userId, time);
    if (until !== undefined) {
      return `${userId} is blocked from the chatroom ${chatroomId} until ${new Date(until).toISOString()}`;
    }
    const before = this.placeOf(userId);
    if (before !== undefined && before.chatroomId !== chatroomId) {
      this.remove(before, userId, 'call');
    }
    const room = this.find(chatroomId) ?? this.create(chatroomId);
    const member = room?.members.get(userId);
    member?.sessionIds.add(sessionId);
    if (room === undefined || member !== undefined) return undefined;
    room.members.set(userId, { userId, joinedAt: time, sessionIds: new Set([sessionId]) });
    room.activeAt = time;
    this.places.set(userId, chatroomId);
    this.changes.tell({ kind: 'joined', userId, chatroomId, cause: 'call', time });
    return undefined;
  }

  /** A device leaves; its user stays while another device is there. */
  quit(chatroomId: string, { userId, sessionId }: ChatroomVisitor): void {
    const room = this.find(chatroomId);
    const member = room?.members.get(userId);
    if (room === undefined || member === undefined) return;
    member.sessionIds.delete(sessionId);
    if (member.sessionIds.size === 0) this.remove(room, userId, 'call');
  }

  /**
   * A device goes offline. The service puts its user out with a message that comes 30 seconds later,
   * or with the 31st; here it is at once. Who is on the whitelist of the room stays.
   */
  disconnect({ userId, sessionId }: ChatroomVisitor): void {
    const room = this.placeOf(userId);
    room?.members.get(userId)?.sessionIds.delete(sessionId);
    if (room !== undefined) this.removeOffline(room, [userId]);
  }

  /** Takes users off the whitelist of a room, which puts out those who are offline. */
  unprotect(room: Chatroom, users: readonly string[]): void {
    for (const userId of users) room.userWhitelist.delete(userId);
    this.removeOffline(room, users);
  }

  /** Puts users out of a room and keeps them out. */
  block(room: Chatroom, users: readonly string[], until: number): void {
    room.blocks.add(users, until);
    for (const userId of users) this.remove(room, userId, 'block');
  }

  /** Sets entries, all or none; false when the room cannot hold them. */
  setEntries(room: Chatroom, { values, userId, autoDelete }: NewEntries): boolean {
    const keys = new Set([...room.entries.keys(), ...values.keys()]);
    if (keys.size > MAX_CHATROOM_ENTRIES) return false;
    const time = this.clock();
    for (const [key, value] of values) {
      const entry = { key, value, userId, autoDelete, lastSetTime: time };
      room.entries.set(key, entry);
      this.tellOfEntry(room, { kind: 'entry-set', entry, operator: userId, cause: 'call' });
    }
    return true;
  }

  /** Deletes entries; unknown keys make no difference. */
  deleteEntries(
    room: Chatroom,
    keys: readonly string[],
    operator: string,
    cause: ChatroomCause = 'call',
  ): void {
    for (const key of keys) {
      const entry = room.entries.get(key);
      if (entry === undefined) continue;
      room.entries.delete(key);
      this.tellOfEntry(room, { kind: 'entry-deleted', entry, operator, cause });
    }
  }

  /** Notes that somebody wrote, which keeps a room from ending for want of activity. */
  noteMessage(chatroomId: string): void {
    const room = this.find(chatroomId);
    if (room !== undefined) room.activeAt = this.clock();
  }

  membersOf(chatroomId: string): readonly string[] {
    const room = this.find(chatroomId);
    return room?.distributes === true ? [...room.members.keys()] : [];
  }

  refusalOf(chatroomId: string, sender: string): string | undefined {
    const room = this.find(chatroomId);
    if (room === undefined) return `There is no chatroom ${chatroomId}`;
    const now = this.clock();
    if (this.globalMutes.untilOf(sender, now) !== undefined) {
      return `${sender} is muted in all chatrooms`;
    }
    return room.refusalOf(sender, now);
  }

  /** Forgets where a user is and the mute in all rooms. What a room keeps about the user stays. */
  forget(userId: string): void {
    const room = this.placeOf(userId);
    if (room !== undefined) this.remove(room, userId, 'offline');
    this.globalMutes.remove([userId]);
  }

  private placeOf(userId: string): Chatroom | undefined {
    const chatroomId = this.places.get(userId);
    return chatroomId === undefined ? undefined : this.find(chatroomId);
  }

  private removeOffline(room: Chatroom, users: readonly string[]): void {
    for (const userId of users) {
      const isOffline = room.members.get(userId)?.sessionIds.size === 0;
      if (isOffline && !room.userWhitelist.has(userId)) this.remove(room, userId, 'offline');
    }
  }

  private remove(room: Chatroom, userId: string, cause: ChatroomCause): void {
    if (!room.members.delete(userId)) return;
    this.places.delete(userId);
    const { chatroomId } = room;
    const time = this.clock();
    room.activeAt = time;
    this.changes.tell({ kind: 'left', userId, chatroomId, cause, time });
    const lost = [...room.entries.values()].filter(
      (entry) => entry.autoDelete && entry.userId === userId,
    );
    this.deleteEntries(
      room,
      lost.map(({ key }) => key),
      userId,
      cause,
    );
  }

  private end({ chatroomId, members }: Chatroom, cause: ChatroomCause, time: number): void {
    for (const userId of members.keys()) this.places.delete(userId);
    this.rooms.delete(chatroomId);
    this.changes.tell({ kind: 'destroyed', chatroomId, cause, time });
  }

  private tellOfEntry(
    room: Chatroom,
    change: Pick<ChatroomEntryChange, 'kind' | 'entry' | 'operator' | 'cause'>,
  ): void {
    const { chatroomId } = room;
    const time = this.clock();
    room.entryVersion = Math.max(time, room.entryVersion + 1);
    this.changes.tell({ ...change, chatroomId, time, version: room.entryVersion });
  }
}
