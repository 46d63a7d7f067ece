import { success, type ApiReply } from '../http/api-request.js';
import { isHosted, type GroupMember, type HostedGroup } from '../state/group.js';
import type { Membership } from '../state/group.store.js';
import { ROLE } from '../state/hosting.js';
import { full } from './group-of-call.js';
import { describeHosting } from './hosted-group-description.js';
import { leave, refuseOwner } from './hosted-group-leaving.js';
import {
  hasRole,
  hostedGroupOf,
  successBut,
  withHostedGroup,
  withHostedMember,
} from './hosted-group-of-call.js';
import { noPage, pageRequestOf } from './hosted-group-pages.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Who is in a hosted group, and what is kept of each. */
export const hostedGroupMemberHandlers: OperationHandlers = {
  'POST /entrust/group/join.json': withHostedGroup(join),
  'POST /entrust/group/quit.json': withHostedGroup((group, context) =>
    remove(group, 'quit', context),
  ),
  'POST /entrust/group/member/kick.json': withHostedGroup((group, context) =>
    remove(group, 'kicked', context),
  ),
  'POST /entrust/group/member/kick/all.json': removeEverywhere,
  'POST /entrust/group/member/query.json': queryMembers,
  'POST /entrust/group/member/specific/query.json': getMembers,
  'POST /entrust/group/member/set.json': withHostedMember(setMember),
  'POST /entrust/joined/group/query.json': queryJoined,
};

function join(group: HostedGroup, context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const { groupId } = group;
  const entered = app.state.groups.enter(groupId, { users: parameters.texts('userIds') });
  if (entered === undefined) return full(context, groupId);
  const { name, members } = group;
  return success({ groupId, name, ...describeHosting(group), memberCount: members.size });
}

function remove(group: HostedGroup, kind: 'kicked' | 'quit', context: OperationContext): ApiReply {
  const users = context.parameters.texts('userIds');
  const refusal = refuseOwner(group, users, context);
  if (refusal !== undefined) return refusal;
  leave(group, users, kind, context);
  return success();
}

function removeEverywhere({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('userId');
  const { groups } = app.state;
  const hosted = groups
    .groupsOf(userId)
    .map(({ group }) => group)
    .filter(isHosted);
  const owned = hosted.filter(({ hosting }) => hosting.roleOf(userId) === ROLE.owner);
  for (const group of hosted) {
    if (!owned.includes(group)) groups.remove(group, [userId], 'kicked');
  }
  const ids = owned.map(({ groupId }) => groupId);
  return successBut(`${userId} stays in the groups that the user owns`, ids);
}

function queryMembers(context: OperationContext): ApiReply {
  const group = hostedGroupOf(context);
  if (group === undefined) return success({ totalCount: 0, pageToken: '', members: [] });
  const { app, parameters } = context;
  const role = parameters.optionalNumber('type');
  const chosen = [...group.members.values()].filter(({ userId }) => hasRole(group, userId, role));
  const page = app.state.groups.pages.read(chosen, pageRequestOf(context));
  if (page === undefined) return noPage(context);
  return success({
    totalCount: group.members.size,
    pageToken: page.next ?? '',
    members: page.entries.map((member) => describe(member, group)),
  });
}

/** Users who are no members are left out: that is not documented. */
function getMembers(context: OperationContext): ApiReply {
  const group = hostedGroupOf(context);
  if (group === undefined) return success({ members: [] });
  const members = context.parameters
    .texts('userIds')
    .flatMap((userId) => group.members.get(userId) ?? [])
    .map((member) => describe(member, group));
  return success({ members });
}

function describe({ userId, nickname, extra, joinedAt }: GroupMember, group: HostedGroup): object {
  return { userId, nickname, role: group.hosting.roleOf(userId), time: joinedAt, extra };
}

/** Whether `extra` keeps its value when it is left out is not documented: it does here. */
function setMember(
  member: GroupMember,
  _group: HostedGroup,
  { parameters }: OperationContext,
): ApiReply {
  member.nickname = parameters.text('nickname');
  member.extra = parameters.optionalText('extra') ?? member.extra;
  return success();
}

function queryJoined(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const { groups } = app.state;
  const userId = parameters.text('userId');
  const role = parameters.optionalNumber('role');
  const chosen = groups
    .groupsOf(userId)
    .filter(({ group }) => isHosted(group) && hasRole(group, userId, role));
  const page = groups.pages.read(chosen, pageRequestOf(context));
  if (page === undefined) return noPage(context);
  return success({ pageToken: page.next ?? '', groups: page.entries.flatMap(describeJoined) });
}

function describeJoined({ group, member }: Membership): object[] {
  if (!isHosted(group)) return [];
  return [
    {
      groupId: group.groupId,
      name: group.name,
      remarkName: member.remarkName,
      ...describeHosting(group),
      joinTime: member.joinedAt,
      role: group.hosting.roleOf(member.userId),
      count: group.members.size,
    },
  ];
}
