import { AgentStore } from './agent.store.js';
import { BotStore } from './bot.store.js';
import { ChatroomStore } from './chatroom.store.js';
import { ConversationStore } from './conversation.store.js';
import type { ImEmulatorProfile, ImEmulatorPushPeriod, RegisteredUser } from './emulated-user.js';
import { FriendStore } from './friend.store.js';
import { GroupStore } from './group.store.js';
import { MessageStore } from './message.store.js';
import { OnlineBroadcasts } from './online-broadcasts.js';
import { RecentKeys } from './recent-keys.js';
import { SensitiveWordStore } from './sensitive-word.store.js';
import { StreamStore } from './stream.store.js';
import { TokenStore } from './token.store.js';
import { UltraGroupStore } from './ultra-group.store.js';
import { UserListStore } from './user-list.store.js';

/** A user who asks for a token. */
export interface NewUser {
  readonly userId: string;
  readonly name: string;
  readonly portraitUri: string | undefined;
}

/** Everything that the emulator remembers of one app; lost when it stops. */
export class AppState {
  /** In order of registration. */
  readonly users = new Map<string, RegisteredUser>();
  readonly tokens = new TokenStore();
  /** End of each block in Unix milliseconds, by user. */
  readonly blocks = new Map<string, number>();
  readonly blacklists = new UserListStore();
  readonly whitelists = new UserListStore();
  /** Users who hear from nobody but those on their whitelist. */
  readonly whitelistUsers = new Set<string>();
  /** Users who may not send one-to-one messages. */
  readonly mutedUsers = new Set<string>();
  readonly tags = new Map<string, readonly string[]>();
  readonly pushPeriods = new Map<string, ImEmulatorPushPeriod>();
  /** The name of each sender in the pushes of a user, by user. */
  readonly remarks = new Map<string, Map<string, string>>();
  readonly profiles = new Map<string, ImEmulatorProfile>();
  readonly friends = new FriendStore();
  /** When deactivation was asked for, in Unix milliseconds, by user. */
  readonly deactivations = new Map<string, number>();
  readonly messages = new MessageStore();
  readonly streams = new StreamStore();
  readonly onlineBroadcasts = new OnlineBroadcasts();
  /** `msgRandom` of the messages of the last minute, where repetitions are refused. */
  readonly usedRandoms = new RecentKeys();
  /** The hours whose message log was deleted, by their beginnings in Unix milliseconds. */
  readonly deletedLogs = new Set<number>();
  readonly sensitiveWords = new SensitiveWordStore();
  readonly conversations = new ConversationStore();
  readonly bots = new BotStore();
  readonly agents = new AgentStore();
  readonly chatrooms: ChatroomStore;
  readonly groups: GroupStore;
  readonly ultraGroups: UltraGroupStore;

  /** With a clock that tells Unix time in milliseconds. */
  constructor(clock: () => number) {
    this.chatrooms = new ChatroomStore(clock);
    this.groups = new GroupStore(clock);
    this.ultraGroups = new UltraGroupStore(clock);
  }

  /** Registers a user or overwrites name and portrait, and issues a further token. */
  register(user: NewUser, now: number): string {
    const { userId, name, portraitUri } = user;
    const known = this.users.get(userId);
    if (known === undefined) {
      this.users.set(userId, { userId, name, portraitUri: portraitUri ?? '', createdAt: now });
    } else {
      known.name = name;
      known.portraitUri = portraitUri ?? known.portraitUri;
    }
    return this.tokens.issue(userId, now);
  }

  /** The end of a block that still holds. */
  blockedUntil(userId: string, now: number): number | undefined {
    const until = this.blocks.get(userId);
    if (until === undefined || until > now) return until;
    this.blocks.delete(userId);
    return undefined;
  }

  /**
   * Why `recipient` takes no one-to-one message of `sender`, if so. A whitelist that is on puts the
   * blacklist out of effect.
   */
  refusalBy(recipient: string, sender: string): string | undefined {
    if (this.whitelistUsers.has(recipient)) {
      if (this.whitelists.holds(recipient, sender)) return undefined;
      return `${recipient} has a whitelist, and ${sender} is not on it`;
    }
    if (!this.blacklists.holds(recipient, sender)) return undefined;
    return `${recipient} has ${sender} on the blacklist`;
  }

  /**
   * Deletes the personal data of a user. What others keep about the user stays, but for friendships; so
   * does the membership in ultra groups, by the documentation.
   */
  forget(userId: string): void {
    this.users.delete(userId);
    this.tokens.expire(userId);
    this.blocks.delete(userId);
    this.blacklists.delete(userId);
    this.whitelists.delete(userId);
    this.whitelistUsers.delete(userId);
    this.mutedUsers.delete(userId);
    this.tags.delete(userId);
    this.pushPeriods.delete(userId);
    this.remarks.delete(userId);
    this.profiles.delete(userId);
    this.friends.forget(userId);
    this.chatrooms.forget(userId);
    this.groups.forget(userId);
    this.conversations.forget(userId);
    this.bots.forget(userId);
  }
}
