import { BlacklistStore } from './blacklist.store.js';
import type { ImEmulatorProfile, RegisteredUser } from './emulated-user.js';
import { MessageStore } from './message.store.js';
import { TokenStore } from './token.store.js';

/** A user who asks for a token. */
export interface NewUser {
  readonly userId: string;
  readonly name: string;
  readonly portraitUri: string | undefined;
}

/** Everything that the emulator remembers of one app; lost when it stops. */
export class AppState {
  readonly users = new Map<string, RegisteredUser>();
  readonly tokens = new TokenStore();
  /** End of each block in Unix milliseconds, by user. */
  readonly blocks = new Map<string, number>();
  readonly blacklists = new BlacklistStore();
  readonly tags = new Map<string, readonly string[]>();
  readonly profiles = new Map<string, ImEmulatorProfile>();
  /** When deactivation was asked for, in Unix milliseconds, by user. */
  readonly deactivations = new Map<string, number>();
  readonly messages = new MessageStore();

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

  /** Deletes the personal data of a user. */
  forget(userId: string): void {
    this.users.delete(userId);
    this.tokens.expire(userId);
    this.blocks.delete(userId);
    this.blacklists.delete(userId);
    this.tags.delete(userId);
    this.profiles.delete(userId);
  }
}
