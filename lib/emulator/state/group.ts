import type { NumberedEntry } from './entry-pages.js';
import type { Hosting } from './hosting.js';

/** Who is in a group, and what is kept about it there; it goes when the member leaves. */
export interface GroupMember extends NumberedEntry {
  readonly userId: string;
  readonly joinedAt: number;
  /** Name under which pushes show the member; empty when none is set, as the next three. */
  pushRemark: string;
  /** Nickname in a hosted group. */
  nickname: string;
  /** The app's own data about the member of a hosted group. */
  extra: string;
  /** Name under which the member sees a hosted group. */
  remarkName: string;
}

/** One group. */
export class Group implements NumberedEntry {
  /** In the order in which they joined. */
  readonly members = new Map<string, GroupMember>();
  /** Name that pushes show. */
  name = '';
  /** What the service keeps of a hosted group; undefined for an ordinary one. */
  hosting: Hosting | undefined;

  constructor(
    readonly groupId: string,
    readonly createdAt: number,
    readonly entry: number,
  ) {}
}

/** A group that the service keeps profile and roles of. */
export interface HostedGroup extends Group {
  hosting: Hosting;
}

/** Whether a group is a hosted one. */
export function isHosted(group: Group): group is HostedGroup {
  return group.hosting !== undefined;
}
