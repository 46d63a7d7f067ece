import type { Audience } from './audience.js';
import { DEFAULT_CHANNEL } from './ultra-group-channel.js';
import { UltraGroup } from './ultra-group.js';

/** An ultra group to create, with its first member. */
export interface NewUltraGroup {
  readonly groupId: string;
  readonly groupName: string;
  readonly userId: string;
}

/** The ultra groups of an app. */
export class UltraGroupStore implements Audience {
  private readonly groups = new Map<string, UltraGroup>();
  /** Groups that were all muted when they were dismissed; they are so again when they come back. */
  private readonly mutedAtEnd = new Set<string>();

  constructor(private readonly clock: () => number) {}

  find(groupId: string): UltraGroup | undefined {
    return this.groups.get(groupId);
  }

  /** The groups that a user is in, the oldest first. */
  groupsOf(userId: string): readonly UltraGroup[] {
    return [...this.groups.values()].filter(({ members }) => members.has(userId));
  }

  /** Creates a group; one of this id must not be there. */
  create({ groupId, groupName, userId }: NewUltraGroup): void {
    const group = new UltraGroup(groupId, groupName, this.clock());
    group.members.add(userId);
    group.rules.allMuted = this.mutedAtEnd.delete(groupId);
    this.groups.set(groupId, group);
  }

  /** Ends a group and all that belongs to it; only that all are muted is kept for its return. */
  dismiss({ groupId, rules }: UltraGroup): void {
    this.groups.delete(groupId);
    if (rules.allMuted) this.mutedAtEnd.add(groupId);
  }

  /** Who is muted in a whole group, in whichever. */
  mutedUsers(): ReadonlySet<string> {
    return new Set([...this.groups.values()].flatMap(({ rules }) => [...rules.mutedSince.keys()]));
  }

  /** Who gets what is sent to a group: without a channel, to its default one. */
  membersOf(groupId: string, busChannel = DEFAULT_CHANNEL): readonly string[] {
    return this.find(groupId)?.membersOf(busChannel) ?? [];
  }

  refusalOf(groupId: string, sender: string, busChannel = DEFAULT_CHANNEL): string | undefined {
    const group = this.find(groupId);
    if (group === undefined) return `There is no ultra group ${groupId}`;
    return group.refusalOf(sender, busChannel);
  }
}
