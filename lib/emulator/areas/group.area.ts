import { success, type ApiReply } from '../http/api-request.js';
import type { Group } from '../state/group.js';
import { MAX_GROUP_MEMBERS, type GroupStore } from '../state/group.store.js';
import { readBoundMessage, sendBoundMessage } from './bound-message.js';
import { full, groupOf, withGroup } from './group-of-call.js';
import { type OperationContext, type OperationHandlers } from './operation-handler.js';

/** Groups and their members. Users need not be registered, as with the operations on friends. */
export const groupHandlers: OperationHandlers = {
  'POST /group/create.json': enter,
  'POST /group/join.json': enter,
  'POST /group/quit.json': withGroup(quit),
  'POST /group/dismiss.json': withGroup(dismiss),
  'POST /group/refresh.json': withGroup(rename),
  'POST /group/sync.json': synchronise,
  'POST /group/user/query.json': queryMembers,
};

/**
 * The older documentation calls one of the two operations an alias of the other: so either creates a
 * group that is not there, and adds members to one that is.
 */
function enter(context: OperationContext): ApiReply {
  const { app, parameters, path } = context;
  const message = readBoundMessage(context);
  const groupId = parameters.text('groupId');
  const isNew = app.state.groups.find(groupId) === undefined;
  const group = app.state.groups.enter(groupId, {
    users: parameters.texts('userId'),
    name: parameters.optionalText('groupName'),
    limit: parameters.optionalNumber('maxMember'),
  });
  if (group === undefined) return full(context, groupId);
  const reply = success(sendBoundMessage(context, message));
  if (!isNew || path === '/group/create.json') return reply;
  return { ...reply, reason: `There was no group ${groupId}; it is created` };
}

/** Those who leave get the message too: when it is sent is not documented. */
function quit(group: Group, context: OperationContext): ApiReply {
  const sent = sendBoundMessage(context, readBoundMessage(context));
  context.app.state.groups.remove(group, context.parameters.texts('userId'), 'quit');
  return success(sent);
}

function dismiss(group: Group, context: OperationContext): ApiReply {
  const sent = sendBoundMessage(context, readBoundMessage(context));
  context.app.state.groups.dismiss(group, context.parameters.text('userId'));
  return success(sent);
}

/** The new name is there at once; the service takes up to 5 minutes. */
function rename(group: Group, context: OperationContext): ApiReply {
  const message = readBoundMessage(context);
  group.name = context.parameters.text('groupName');
  return success(sendBoundMessage(context, message));
}

function synchronise(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const { groups } = app.state;
  const userId = parameters.text('userId');
  const names = namesOf(context);
  const crowded = [...names.keys()].find((groupId) => !hasRoomFor(userId, groups, groupId));
  if (crowded !== undefined) return full(context, crowded);
  for (const { group } of groups.groupsOf(userId)) {
    if (!names.has(group.groupId)) groups.remove(group, [userId], 'quit');
  }
  for (const [groupId, name] of names) groups.enter(groupId, { users: [userId], name });
  return success();
}

function namesOf({ parameters }: OperationContext): ReadonlyMap<string, string> {
  const entries = Object.entries(parameters.object('group') ?? {});
  return new Map(entries.map(([groupId, name]) => [groupId, typeof name === 'string' ? name : '']));
}

function hasRoomFor(userId: string, groups: GroupStore, groupId: string): boolean {
  const members = groups.find(groupId)?.members;
  return members === undefined || members.has(userId) || members.size < MAX_GROUP_MEMBERS;
}

function queryMembers(context: OperationContext): ApiReply {
  const members = [...(groupOf(context)?.members.keys() ?? [])];
  return success({ users: members.map((id) => ({ id })) });
}
