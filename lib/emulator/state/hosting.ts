/** Roles in a hosted group, as the documentation numbers them. */
export const ROLE = { member: 1, manager: 2, owner: 3 } as const;

/** How many administrators a hosted group has at most. */
export const MAX_MANAGERS = 10;

/** What a hosted group says of itself. */
export interface HostedSettings {
  readonly profile: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, number>>;
  readonly extProfile: Readonly<Record<string, string>>;
}

/** What is documented to hold where nothing is set. */
const DEFAULT_PERMISSIONS = {
  joinPerm: 0,
  removePerm: 0,
  memInvitePerm: 0,
  invitePerm: 0,
  profilePerm: 0,
  memProfilePerm: 0,
} as const;

/** What the service keeps of a hosted group besides its members. */
export class Hosting {
  readonly managers = new Set<string>();
  settings: HostedSettings = { profile: {}, permissions: DEFAULT_PERMISSIONS, extProfile: {} };
  /** When each follow was set, by the member who follows, then by the one who is followed. */
  private readonly follows = new Map<string, Map<string, number>>();

  constructor(
    readonly creator: string,
    public owner: string,
  ) {}

  roleOf(userId: string): number {
    if (userId === this.owner) return ROLE.owner;
    return this.managers.has(userId) ? ROLE.manager : ROLE.member;
  }

  /** Changes what is given; what is left out, and each key that is, stays: that is not documented. */
  revise({ profile, permissions, extProfile }: HostedSettings): void {
    this.settings = {
      profile: { ...this.settings.profile, ...profile },
      permissions: { ...this.settings.permissions, ...permissions },
      extProfile: { ...this.settings.extProfile, ...extProfile },
    };
  }

  /** Notes whom a member follows; for one who is followed already, the old time stays. */
  follow(userId: string, followed: readonly string[], time: number): void {
    const own = this.follows.get(userId) ?? new Map<string, number>();
    for (const other of followed) if (!own.has(other)) own.set(other, time);
    this.follows.set(userId, own);
  }

  unfollow(userId: string, followed: readonly string[]): void {
    for (const other of followed) this.follows.get(userId)?.delete(other);
  }

  /** Whom a user follows and since when, the first followed first. */
  followedBy(userId: string): readonly (readonly [userId: string, since: number])[] {
    return [...(this.follows.get(userId) ?? [])];
  }

  /** Forgets whom a user follows, and who follows the user. */
  forgetFollows(userId: string): void {
    this.follows.delete(userId);
    for (const followed of this.follows.values()) followed.delete(userId);
  }
}
