import type { ImEmulatorMessage } from './message.store.js';

/** How long after a broadcast those who come online still get it. */
const LATECOMERS_MS = 600_000;

interface OnlineBroadcast {
  readonly message: ImEmulatorMessage;
  readonly reached: Set<string>;
}

/** The messages to all who are online, of the last ten minutes. */
export class OnlineBroadcasts {
  private broadcasts: OnlineBroadcast[] = [];

  /** Notes a message, and whom it has reached. */
  add(message: ImEmulatorMessage, reached: readonly string[]): void {
    this.forgetOld(message.timestamp);
    this.broadcasts.push({ message, reached: new Set(reached) });
  }

  /** What a user who comes online has missed, the oldest first; from now on it has reached the user. */
  reach(userId: string, now: number): readonly ImEmulatorMessage[] {
    this.forgetOld(now);
    const missed = this.broadcasts.filter(({ reached }) => !reached.has(userId));
    for (const { reached } of missed) reached.add(userId);
    return missed.map(({ message }) => message);
  }

  private forgetOld(now: number): void {
    this.broadcasts = this.broadcasts.filter(
      ({ message }) => now < message.timestamp + LATECOMERS_MS,
    );
  }
}
