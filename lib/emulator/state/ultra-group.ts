import { DEFAULT_CHANNEL, UltraGroupChannel } from './ultra-group-channel.js';
import { UltraGroupRules } from './ultra-group-rules.js';

/** One ultra group. */
export class UltraGroup {
  /** In the order in which they joined. */
  readonly members = new Set<string>();
  /** What holds in all channels. */
  readonly rules = new UltraGroupRules();
  /** By id, the oldest first. */
  readonly channels = new Map<string, UltraGroupChannel>();
  /** The users of each user group. They need not be members, who alone get in somewhere by it. */
  readonly userGroups = new Map<string, Set<string>>();

  constructor(
    readonly groupId: string,
    public groupName: string,
    now: number,
  ) {
    this.channels.set(DEFAULT_CHANNEL, new UltraGroupChannel(DEFAULT_CHANNEL, now, false));
  }

  /** What holds in a channel; without one, in the whole group. */
  rulesOf(busChannel: string | undefined): UltraGroupRules | undefined {
    return busChannel === undefined ? this.rules : this.channels.get(busChannel)?.rules;
  }

  /**
   * Takes a user out, also of the channels and user groups that name the user. Mutes stay: they are
   * documented to outlive it.
   */
  quit(userId: string): void {
    this.members.delete(userId);
    for (const { users } of this.channels.values()) users.delete(userId);
    for (const users of this.userGroups.values()) users.delete(userId);
  }

  /** Deletes a user group, and lets nobody in by it any longer. */
  deleteUserGroup(userGroupId: string): void {
    this.userGroups.delete(userGroupId);
    for (const { userGroupIds } of this.channels.values()) userGroupIds.delete(userGroupId);
  }

  /** Whether a private channel lets a user in, by name or by a user group. */
  letsIn({ users, userGroupIds }: UltraGroupChannel, userId: string): boolean {
    const isInGroup = (userGroupId: string): boolean =>
      this.userGroups.get(userGroupId)?.has(userId) ?? false;
    return users.has(userId) || [...userGroupIds].some(isInGroup);
  }

  /** Who gets what is sent to a channel. */
  membersOf(busChannel: string): readonly string[] {
    const channel = this.channels.get(busChannel);
    if (channel === undefined) return [];
    const members = [...this.members];
    return channel.isPrivate ? members.filter((userId) => this.letsIn(channel, userId)) : members;
  }

  /**
   * Why a device of a user may not write in a channel, if so. How the rules of the group and those of
   * a channel go together is not documented: each mute holds, and one whitelist is enough.
   */
  refusalOf(userId: string, busChannel: string): string | undefined {
    const { groupId, rules } = this;
    const channel = this.channels.get(busChannel);
    if (channel === undefined) return `The ultra group ${groupId} has no channel ${busChannel}`;
    if (!this.members.has(userId)) return `${userId} is not in the ultra group ${groupId}`;
    if (channel.isPrivate && !this.letsIn(channel, userId)) {
      return `${userId} is not in the private channel ${busChannel}`;
    }
    if (rules.mutedSince.has(userId)) return `${userId} is muted in the ultra group ${groupId}`;
    if (channel.rules.mutedSince.has(userId)) return `${userId} is muted in ${busChannel}`;
    const isExempt = [rules, channel.rules].some(({ muteWhitelist }) => muteWhitelist.has(userId));
    if (isExempt) return undefined;
    if (rules.allMuted) return `All are muted in the ultra group ${groupId}`;
    return channel.rules.allMuted ? `All are muted in ${busChannel}` : undefined;
  }
}
