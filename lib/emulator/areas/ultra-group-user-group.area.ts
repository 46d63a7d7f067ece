import { refusal, success, type ApiReply } from '../http/api-request.js';
import { PARAMETER_TOO_LONG, ParameterRefusal } from '../parameters/parameter-refusal.js';
import type { UltraGroupChannel } from '../state/ultra-group-channel.js';
import type { UltraGroup } from '../state/ultra-group.js';
import { addWithin, removeAll } from './limited-list.js';
import {
  ignored,
  type OperationContext,
  type OperationHandler,
  type OperationHandlers,
} from './operation-handler.js';
import { channelOf, groupOf, withChannel, withGroup } from './ultra-group-of-call.js';
import { readPage } from './ultra-group-pages.js';

const MAX_USER_GROUPS = 50;
const MAX_USERS = 100;
const MAX_USER_GROUPS_OF_CHANNEL = 10;
const MAX_ID_LENGTH = 64;
/** Default of the lists for which one is documented, and of those for which none is. */
const PER_PAGE = 10;

const TOO_MANY_USER_GROUPS = 24418;
const USER_GROUP_EXISTS = 24419;
const TOO_MANY_BOUND = 24420;

/** User groups: the roles of an ultra group, and the channels into which they let their users. */
export const ultraGroupUserGroupHandlers: OperationHandlers = {
  'POST /ultragroup/usergroup/add.json': create,
  'POST /ultragroup/usergroup/del.json': withGroup(deleteUserGroups),
  'POST /ultragroup/usergroup/query.json': queryUserGroups,
  'POST /ultragroup/usergroup/user/add.json': withUserGroup((users, context) =>
    addWithin(MAX_USERS, users, 'userIds', context),
  ),
  'POST /ultragroup/usergroup/user/del.json': withUserGroup((users, context) =>
    removeAll(users, 'userIds', context),
  ),
  'POST /ultragroup/user/usergroup/query.json': queryUserGroupsOfUser,
  'POST /ultragroup/channel/usergroup/bind.json': withChannel(bind),
  'POST /ultragroup/channel/usergroup/unbind.json': withChannel(
    ({ userGroupIds }, _group, context) => removeAll(userGroupIds, 'userGroupIds', context),
  ),
  'POST /ultragroup/channel/usergroup/query.json': queryUserGroupsOfChannel,
  'POST /ultragroup/usergroup/channel/query.json': queryChannelsOfUserGroup,
};

function withUserGroup(
  handle: (users: Set<string>, context: OperationContext) => ApiReply,
): OperationHandler {
  return withGroup((group, context) => {
    const userGroupId = context.parameters.text('userGroupId');
    const users = group.userGroups.get(userGroupId);
    return users === undefined ? noUserGroup(group, userGroupId) : handle(users, context);
  });
}

function noUserGroup({ groupId }: UltraGroup, userGroupId: string): ApiReply {
  return ignored(`The ultra group ${groupId} has no user group ${userGroupId}`);
}

function create(context: OperationContext): ApiReply {
  const userGroupIds = readUserGroups(context);
  return withGroup((group) => createUserGroups(group, userGroupIds, context))(context);
}

/** The catalogue does not look into the entries. */
function readUserGroups({ parameters }: OperationContext): ReadonlySet<string> {
  const userGroupIds = parameters.objects('userGroups').map(({ userGroupId }, index) => {
    const label = `userGroups[${index}].userGroupId`;
    if (typeof userGroupId !== 'string' || userGroupId === '') {
      throw new ParameterRefusal(`${label} is required, as a text`);
    }
    if (Array.from(userGroupId).length > MAX_ID_LENGTH) {
      const reason = `${label} has more than ${MAX_ID_LENGTH} characters`;
      throw new ParameterRefusal(reason, PARAMETER_TOO_LONG);
    }
    return userGroupId;
  });
  return new Set(userGroupIds);
}

/** Creates all or none, as none is documented to be left out. */
function createUserGroups(
  { groupId, userGroups }: UltraGroup,
  userGroupIds: ReadonlySet<string>,
  { path }: OperationContext,
): ApiReply {
  const known = [...userGroupIds].find((userGroupId) => userGroups.has(userGroupId));
  if (known !== undefined) {
    const reason = `The ultra group ${groupId} has a user group ${known} already`;
    return refusal(400, USER_GROUP_EXISTS, reason, path);
  }
  if (userGroups.size + userGroupIds.size > MAX_USER_GROUPS) {
    const reason = `An ultra group holds ${MAX_USER_GROUPS} user groups`;
    return refusal(400, TOO_MANY_USER_GROUPS, reason, path);
  }
  for (const userGroupId of userGroupIds) userGroups.set(userGroupId, new Set());
  return success();
}

function deleteUserGroups(group: UltraGroup, { parameters }: OperationContext): ApiReply {
  for (const userGroupId of parameters.texts('userGroupIds')) group.deleteUserGroup(userGroupId);
  return success();
}

function queryUserGroups(context: OperationContext): ApiReply {
  const userGroups = [...(groupOf(context)?.userGroups.keys() ?? [])];
  return success({
    userGroups: readPage(userGroups, context, PER_PAGE).map((userGroupId) => ({ userGroupId })),
  });
}

function queryUserGroupsOfUser(context: OperationContext): ApiReply {
  const userId = context.parameters.text('userId');
  const data = [...(groupOf(context)?.userGroups ?? [])]
    .filter(([, users]) => users.has(userId))
    .map(([userGroupId]) => userGroupId);
  return success({ data: readPage(data, context, PER_PAGE) });
}

function bind(
  { busChannel, userGroupIds }: UltraGroupChannel,
  group: UltraGroup,
  { parameters, path }: OperationContext,
): ApiReply {
  const added = parameters.texts('userGroupIds');
  const unknown = added.find((userGroupId) => !group.userGroups.has(userGroupId));
  if (unknown !== undefined) return noUserGroup(group, unknown);
  const all = new Set([...userGroupIds, ...added]);
  if (all.size > MAX_USER_GROUPS_OF_CHANNEL) {
    const reason = `The channel ${busChannel} takes ${MAX_USER_GROUPS_OF_CHANNEL} user groups`;
    return refusal(400, TOO_MANY_BOUND, reason, path);
  }
  for (const userGroupId of added) userGroupIds.add(userGroupId);
  return success();
}

function queryUserGroupsOfChannel(context: OperationContext): ApiReply {
  const data = [...(channelOf(context)?.userGroupIds ?? [])];
  return success({ data: readPage(data, context, PER_PAGE) });
}

function queryChannelsOfUserGroup(context: OperationContext): ApiReply {
  const userGroupId = context.parameters.text('userGroupId');
  const data = [...(groupOf(context)?.channels.values() ?? [])]
    .filter(({ userGroupIds }) => userGroupIds.has(userGroupId))
    .map(({ busChannel }) => busChannel);
  return success({ data: readPage(data, context, PER_PAGE) });
}
