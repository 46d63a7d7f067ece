import type { AppState } from './app.state.js';
import type { ImEmulatorFriend, ImEmulatorUser, RegisteredUser } from './emulated-user.js';
import type { Friendship } from './friend.store.js';

/** What lies outside the state. */
export interface Circumstances {
  readonly online: boolean;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** Everything that the emulator knows of a user, as a copy. */
export function describeUser(
  state: AppState,
  { userId, name, portraitUri, createdAt }: RegisteredUser,
  { online, now }: Circumstances,
): ImEmulatorUser {
  const blockedUntil = state.blockedUntil(userId, now);
  const pushPeriod = state.pushPeriods.get(userId);
  const profile = state.profiles.get(userId);
  return {
    userId,
    name,
    portraitUri,
    createdAt,
    online,
    ...(blockedUntil === undefined ? {} : { blockedUntil }),
    muted: state.mutedUsers.has(userId),
    blacklist: state.blacklists.list(userId),
    whitelist: state.whitelists.list(userId),
    whitelistEnabled: state.whitelistUsers.has(userId),
    tags: [...(state.tags.get(userId) ?? [])],
    ...(pushPeriod === undefined ? {} : { pushPeriod: { ...pushPeriod } }),
    remarks: [...(state.remarks.get(userId) ?? [])].map(([id, remark]) => ({ id, remark })),
    ...(profile === undefined ? {} : { profile: structuredClone(profile) }),
    friends: state.friends.list(userId).map(describeFriend),
    friendRequests: state.friends.requestsTo(userId).map((request) => ({ ...request })),
    friendPermission: state.friends.permissionOf(userId),
  };
}

function describeFriend({ entry: _entry, ...friend }: Friendship): ImEmulatorFriend {
  return structuredClone(friend);
}
