import { success, type ApiReply } from '../http/api-request.js';
import type { HostedGroup } from '../state/group.js';
import { MAX_MANAGERS, ROLE } from '../state/hosting.js';
import { leave } from './hosted-group-leaving.js';
import { withHostedGroup } from './hosted-group-of-call.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** Owners and administrators of hosted groups. */
export const hostedGroupRoleHandlers: OperationHandlers = {
  'POST /entrust/group/transfer/owner.json': withHostedGroup(transfer),
  'POST /entrust/group/manager/add.json': withHostedGroup(addManagers),
  'POST /entrust/group/manager/remove.json': withHostedGroup(removeManagers),
};

/** Not documented: a new owner who is no member is refused, one who was administrator is so no more. */
function transfer(group: HostedGroup, context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const { groupId, hosting, members } = group;
  const newOwner = parameters.text('newOwner');
  const oldOwner = hosting.owner;
  if (newOwner === oldOwner) return ignored(`${newOwner} owns the group ${groupId} already`);
  if (!members.has(newOwner)) {
    return invalid(context, `newOwner ${newOwner} is not in the group ${groupId}`);
  }
  hosting.owner = newOwner;
  hosting.managers.delete(newOwner);
  app.state.groups.tell('owner-transferred', group, [newOwner]);
  if (parameters.flag('isQuit')) leave(group, [oldOwner], 'quit', context);
  return success();
}

/**
 * The answer names those who are no members. Where there would be too many it has the number there is,
 * and nobody is added: the code is not documented, and 200 lets a caller read the number.
 */
function addManagers(group: HostedGroup, { app, parameters }: OperationContext): ApiReply {
  const { hosting, members } = group;
  const users = [...new Set(parameters.texts('userIds'))];
  const fresh = users.filter(
    (userId) => members.has(userId) && hosting.roleOf(userId) === ROLE.member,
  );
  const managerCount = hosting.managers.size;
  if (managerCount + fresh.length > MAX_MANAGERS) {
    const reason = `A group has ${MAX_MANAGERS} administrators at most; nobody was added`;
    return { ...success({ managerCount }), reason };
  }
  for (const userId of fresh) hosting.managers.add(userId);
  if (fresh.length > 0) app.state.groups.tell('managers-added', group, fresh);
  const strangers = users.filter((userId) => !members.has(userId));
  return success(strangers.length === 0 ? {} : { userIds: strangers });
}

function removeManagers(group: HostedGroup, { app, parameters }: OperationContext): ApiReply {
  const { managers } = group.hosting;
  const removed = parameters.texts('userIds').filter((userId) => managers.delete(userId));
  if (removed.length > 0) app.state.groups.tell('managers-removed', group, removed);
  return success();
}
