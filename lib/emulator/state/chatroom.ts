import { UsersUntil } from './users-until.js';

const MINUTE_MS = 60_000;

/** How a chatroom ends by itself: after some minutes without activity, or after its creation. */
export const DESTROY_TYPE = { inactive: 0, aged: 1 } as const;

/** When a chatroom ends by itself. */
export interface DestroyRule {
  readonly destroyType: number;
  /** In minutes. */
  readonly destroyTime: number;
}

/** Who is in a chatroom, and with which devices. */
export interface ChatroomMember {
  readonly userId: string;
  readonly joinedAt: number;
  readonly sessionIds: Set<string>;
}

/** An entry of a chatroom. */
export interface ChatroomEntry {
  readonly key: string;
  readonly value: string;
  /** The owner. */
  readonly userId: string;
  /** Whether it goes when its owner leaves. */
  readonly autoDelete: boolean;
  readonly lastSetTime: number;
}

/** One chatroom. Everything here ends with it. */
export class Chatroom {
  /** In the order in which they entered. */
  readonly members = new Map<string, ChatroomMember>();
  readonly mutes = new UsersUntil();
  readonly blocks = new UsersUntil();
  /** Who may write although all are muted. */
  readonly muteWhitelist = new Set<string>();
  /** Who is not put out while offline. */
  readonly userWhitelist = new Set<string>();
  readonly entries = new Map<string, ChatroomEntry>();
  /** Version of the entry that changed last. */
  entryVersion = 0;
  allMuted = false;
  /** Whether members get the messages. */
  distributes = true;
  keptAlive = false;
  rtcRoomId: string | undefined;
  /** When somebody entered, left or wrote last. */
  activeAt: number;

  constructor(
    readonly chatroomId: string,
    readonly createdAt: number,
    public rule: DestroyRule,
  ) {
    this.activeAt = createdAt;
  }

  /**
   * When it ends by itself. A bound audio or video room is taken to be there still: the emulator has
   * none.
   */
  get endsAt(): number {
    if (this.keptAlive || this.rtcRoomId !== undefined) return Infinity;
    const { destroyType, destroyTime } = this.rule;
    const start = destroyType === DESTROY_TYPE.aged ? this.createdAt : this.activeAt;
    return start + destroyTime * MINUTE_MS;
  }

  /** Why a device of a user may not write here, if so; mutes in all chatrooms are not its business. */
  refusalOf(userId: string, now: number): string | undefined {
    const { chatroomId } = this;
    if (!this.members.has(userId)) return `${userId} is not in the chatroom ${chatroomId}`;
    if (this.muteWhitelist.has(userId)) return undefined;
    if (this.mutes.untilOf(userId, now) !== undefined) {
      return `${userId} is muted in the chatroom ${chatroomId}`;
    }
    return this.allMuted ? `All are muted in the chatroom ${chatroomId}` : undefined;
  }
}
