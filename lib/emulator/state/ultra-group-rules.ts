/** What holds in a whole ultra group, or in one channel of it. */
export class UltraGroupRules {
  /** When each muted user was muted, in Unix milliseconds. They need not be members. */
  readonly mutedSince = new Map<string, number>();
  /** Who may write although all are muted. */
  readonly muteWhitelist = new Set<string>();
  allMuted = false;
  /** What is pushed; 0 is not set. */
  unpushLevel = 0;

  /** Mutes users; for one who is muted, the old time stays. */
  mute(users: readonly string[], now: number): void {
    for (const userId of users) {
      if (!this.mutedSince.has(userId)) this.mutedSince.set(userId, now);
    }
  }
}
