import type { NumberedEntry } from './entry-pages.js';

/** Who is in a group, and what is kept about it there; it goes when the member leaves. */
export interface GroupMember extends NumberedEntry {
  readonly userId: string;
  readonly joinedAt: number;
  /** Name under which pushes show the member; empty when none is set. */
  pushRemark: string;
}

/** One group. */
export class Group implements NumberedEntry {
  /** In the order in which they joined. */
  readonly members = new Map<string, GroupMember>();
  /** Name that pushes show. */
  name = '';

  constructor(
    readonly groupId: string,
    readonly createdAt: number,
    readonly entry: number,
  ) {}
}
