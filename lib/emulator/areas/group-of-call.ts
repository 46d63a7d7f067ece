import { success, type ApiReply } from '../http/api-request.js';
import type { Group, GroupMember } from '../state/group.js';
import { MAX_GROUP_MEMBERS } from '../state/group.store.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandler,
} from './operation-handler.js';

/** The group that a call is about. */
export function groupOf({ app, parameters }: OperationContext): Group | undefined {
  return app.state.groups.find(parameters.text('groupId'));
}

/** Handles a call on a group. A code for a group that is not there is not documented: nothing changes then. */
export function withGroup(
  handle: (group: Group, context: OperationContext) => ApiReply,
): OperationHandler {
  return (context) => {
    const group = groupOf(context);
    return group === undefined ? noGroup(context) : handle(group, context);
  };
}

/** Handles a call on the member of a group; one who is in no such group changes nothing. */
export function withMember(
  handle: (member: GroupMember, context: OperationContext) => ApiReply,
): OperationHandler {
  return withGroup((group, context) => {
    const userId = context.parameters.text('userId');
    const member = group.members.get(userId);
    if (member !== undefined) return handle(member, context);
    return ignored(`${userId} is not in the group ${group.groupId}`);
  });
}

/**
 * Success of a call on what outlives a group. That it is kept for a group that is not there yet follows
 * from this; as it may be a mistake, it is said.
 */
export function keptFor(groupIds: readonly string[], { app }: OperationContext): ApiReply {
  const absent = groupIds.filter((groupId) => app.state.groups.find(groupId) === undefined);
  if (absent.length === 0) return success();
  return { ...success(), reason: `There is no group ${absent.join(', ')}; it holds once there is` };
}

/** Refuses members beyond those that a group can hold, or that a call lets it; a code is not documented. */
export function full(context: OperationContext, groupId: string): ApiReply {
  const most = context.parameters.optionalNumber('maxMember') ?? MAX_GROUP_MEMBERS;
  const limit = Math.min(most, MAX_GROUP_MEMBERS);
  return invalid(context, `The group ${groupId} takes ${limit} members at most`);
}

function noGroup({ parameters }: OperationContext): ApiReply {
  return ignored(`There is no group ${parameters.text('groupId')}`);
}
