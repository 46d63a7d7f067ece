import type { ApiReply } from '../http/api-request.js';
import type { HostedGroup } from '../state/group.js';
import { ROLE } from '../state/hosting.js';
import { invalid, type OperationContext } from './operation-handler.js';

/** Why users may not leave: the owner is among them. Whether the owner may is not documented. */
export function refuseOwner(
  { groupId, hosting }: HostedGroup,
  users: readonly string[],
  context: OperationContext,
): ApiReply | undefined {
  if (!users.some((userId) => hosting.roleOf(userId) === ROLE.owner)) return undefined;
  return invalid(context, `${hosting.owner} owns the group ${groupId}; transfer it first`);
}

/** Users leave, and what a call does not say to keep goes with them. */
export function leave(
  group: HostedGroup,
  users: readonly string[],
  kind: 'kicked' | 'quit',
  { app, parameters }: OperationContext,
): void {
  const { groups } = app.state;
  const ends = (flag: string) => parameters.optionalNumber(flag) !== 0;
  groups.remove(group, users, kind);
  if (ends('isDelBan')) groups.mutesIn(group.groupId).remove(users);
  for (const userId of users) {
    if (ends('isDelWhite')) groups.muteWhitelistOf(group.groupId).delete(userId);
    if (ends('isDelFollowed')) group.hosting.forgetFollows(userId);
  }
}
