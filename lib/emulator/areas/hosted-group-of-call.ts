import { success, type ApiReply } from '../http/api-request.js';
import { isHosted, type GroupMember, type HostedGroup } from '../state/group.js';
import { groupOf } from './group-of-call.js';
import { ignored, type OperationContext, type OperationHandler } from './operation-handler.js';

/** The hosted group that a call is about. */
export function hostedGroupOf(context: OperationContext): HostedGroup | undefined {
  const group = groupOf(context);
  return group !== undefined && isHosted(group) ? group : undefined;
}

/**
 * Handles a call on a hosted group. A code for one that is not there is not documented, nor for a group
 * that is not hosted: nothing changes then.
 */
export function withHostedGroup(
  handle: (group: HostedGroup, context: OperationContext) => ApiReply,
): OperationHandler {
  return (context) => {
    const group = hostedGroupOf(context);
    if (group !== undefined) return handle(group, context);
    const groupId = context.parameters.text('groupId');
    if (groupOf(context) === undefined) return ignored(`There is no group ${groupId}`);
    return ignored(`The group ${groupId} is no hosted group; import it`);
  };
}

/** Handles a call on the member of a hosted group; one who is not in it changes nothing. */
export function withHostedMember(
  handle: (member: GroupMember, group: HostedGroup, context: OperationContext) => ApiReply,
): OperationHandler {
  return withHostedGroup((group, context) => {
    const userId = context.parameters.text('userId');
    const member = group.members.get(userId);
    if (member !== undefined) return handle(member, group, context);
    return ignored(`${userId} is not in the group ${group.groupId}`);
  });
}

/** Whether a member has the role that a call asks for; 0 is any. */
export function hasRole({ hosting }: HostedGroup, userId: string, role = 0): boolean {
  return role === 0 || hosting.roleOf(userId) === role;
}

/** Success, but for some users, of whom the developer is told. */
export function successBut(reason: string, users: readonly string[]): ApiReply {
  return users.length === 0
    ? success()
    : { ...success(), reason: `${reason}: ${users.join(', ')}` };
}
