import { Listeners } from '../listeners.js';
import type { Audience } from './audience.js';
import { EntryPages, type NumberedEntry } from './entry-pages.js';
import { Group, type GroupMember } from './group.js';
import { MutePeriods } from './mute-periods.js';

/** How many members a group has at most, unless the app has more. */
export const MAX_GROUP_MEMBERS = 3_000;

/** What happened to a group. */
export type GroupChangeKind =
  | 'created'
  | 'joined'
  | 'kicked'
  | 'quit'
  | 'dismissed'
  | 'managers-added'
  | 'managers-removed'
  | 'owner-transferred'
  | 'profile-changed';

/** A change of a group. */
export interface GroupChange {
  readonly kind: GroupChangeKind;
  /** As it is when the listener is called; whether it is hosted tells its `hosting`. */
  readonly group: Group;
  /** Whom the change is about; empty for a change of the group itself. */
  readonly userIds: readonly string[];
  /** Who is named as the one who did it, if anybody. */
  readonly operator?: string;
  /** Unix time in milliseconds. */
  readonly time: number;
}

/** Users who enter a group. */
export interface Newcomers {
  readonly users: readonly string[];
  /** Name of the group from now on; absent, it stays. */
  readonly name?: string | undefined;
  /** How many members the group may have for them to enter. */
  readonly limit?: number | undefined;
}

/** A group that a user is in. */
export interface Membership extends NumberedEntry {
  readonly group: Group;
  readonly member: GroupMember;
}

/** The groups of an app, and who may write in them. */
export class GroupStore implements Audience {
  /** Tells of each change; where callbacks on groups begin. */
  readonly changes = new Listeners<GroupChange>();
  /** Users who may write in no group. */
  readonly globalMutes = new MutePeriods();
  /** Groups in which all are muted. As the two below, it outlives the group. */
  readonly allMuted = new Set<string>();
  readonly pages = new EntryPages();
  private readonly mutes = new Map<string, MutePeriods>();
  private readonly muteWhitelists = new Map<string, Set<string>>();
  private readonly groups = new Map<string, Group>();

  constructor(private readonly clock: () => number) {}

  find(groupId: string): Group | undefined {
    return this.groups.get(groupId);
  }

  /** All groups, the oldest first. */
  list(): readonly Group[] {
    return [...this.groups.values()];
  }

  /** The groups that a user is in, in the order in which the user joined them. */
  groupsOf(userId: string): readonly Membership[] {
    return this.list()
      .flatMap((group) => {
        const member = group.members.get(userId);
        return member === undefined ? [] : [{ group, member, entry: member.entry }];
      })
      .sort((one, other) => one.entry - other.entry);
  }

  /**
   * Users enter a group, all or none; a group that is not there is created.
   * @returns undefined when the group cannot hold them.
   */
  enter(groupId: string, { users, name, limit }: Newcomers): Group | undefined {
    const known = this.groups.get(groupId);
    const fresh = [...new Set(users)].filter((userId) => known?.members.has(userId) !== true);
    const count = (known?.members.size ?? 0) + fresh.length;
    const most = Math.min(limit ?? MAX_GROUP_MEMBERS, MAX_GROUP_MEMBERS);
    if (fresh.length > 0 && count > most) return undefined;
    const group = known ?? new Group(groupId, this.clock(), this.pages.next());
    this.groups.set(groupId, group);
    group.name = name ?? group.name;
    for (const userId of fresh) this.add(group, userId);
    if (known === undefined) this.tell('created', group, fresh);
    else if (fresh.length > 0) this.tell('joined', group, fresh);
    return group;
  }

  /** Takes users out of a group; those who are not in it make no difference. */
  remove(group: Group, users: readonly string[], kind: 'kicked' | 'quit'): void {
    const gone = [...new Set(users)].filter((userId) => group.members.delete(userId));
    for (const userId of gone) group.hosting?.managers.delete(userId);
    if (gone.length > 0) this.tell(kind, group, gone);
  }

  /** Ends a group. */
  dismiss(group: Group, operator?: string): void {
    if (this.groups.delete(group.groupId)) this.tell('dismissed', group, [], operator);
  }

  /** Tells the listeners of a change. */
  tell(kind: GroupChangeKind, group: Group, userIds: readonly string[], operator?: string): void {
    const by = operator === undefined ? {} : { operator };
    this.changes.tell({ kind, group, userIds, ...by, time: this.clock() });
  }

  /** Who is muted in a group, whether the user is in it and the group is there, or not. */
  mutesIn(groupId: string): MutePeriods {
    const mutes = this.mutes.get(groupId) ?? new MutePeriods();
    this.mutes.set(groupId, mutes);
    return mutes;
  }

  /** Who may write in a group although all are muted there. */
  muteWhitelistOf(groupId: string): Set<string> {
    const whitelist = this.muteWhitelists.get(groupId) ?? new Set<string>();
    this.muteWhitelists.set(groupId, whitelist);
    return whitelist;
  }

  membersOf(groupId: string): readonly string[] {
    return [...(this.find(groupId)?.members.keys() ?? [])];
  }

  refusalOf(groupId: string, sender: string): string | undefined {
    const group = this.find(groupId);
    if (group === undefined) return `There is no group ${groupId}`;
    if (!group.members.has(sender)) return `${sender} is not in the group ${groupId}`;
    const now = this.clock();
    if (this.globalMutes.holds(sender, now)) return `${sender} is muted in all groups`;
    // The mute of a single user counts for more than the whitelist; in chatrooms it is the other way round.
    if (this.mutesIn(groupId).holds(sender, now)) {
      return `${sender} is muted in the group ${groupId}`;
    }
    if (!this.allMuted.has(groupId) || this.muteWhitelistOf(groupId).has(sender)) return undefined;
    return `All are muted in the group ${groupId}`;
  }

  /** Takes a user out of all groups, and ends the mute in all groups. What a group keeps stays. */
  forget(userId: string): void {
    for (const { group } of this.groupsOf(userId)) this.remove(group, [userId], 'quit');
    this.globalMutes.remove([userId]);
  }

  private add({ members }: Group, userId: string): void {
    members.set(userId, {
      userId,
      joinedAt: this.clock(),
      entry: this.pages.next(),
      pushRemark: '',
      nickname: '',
      extra: '',
      remarkName: '',
    });
  }
}
