import { success, type ApiReply } from '../http/api-request.js';
import { removeAll } from './limited-list.js';
import { localTime, type OperationContext, type OperationHandlers } from './operation-handler.js';
import { createChannel, deleteChannel } from './ultra-group-channel.area.js';
import { exemptUsers, muteUsers, setAllMuted } from './ultra-group-mute.area.js';
import { groupOf, rulesOf, withGroup, withRules } from './ultra-group-of-call.js';
import { readPage } from './ultra-group-pages.js';
import {
  createGroup,
  dismissGroup,
  joinGroup,
  quitGroup,
  renameGroup,
} from './ultra-group.area.js';

/** Not documented; the other channels come by as many. */
const CHANNELS_PER_PAGE = 20;
/** Not documented; the other lists of users come by as many. */
const PER_PAGE = 50;

/** The second form of calls on ultra groups, which one SDK has. They create public channels. */
export const ultraGroupV2Handlers: OperationHandlers = {
  'POST /v2/ultragroups': create,
  'DELETE /v2/ultragroups/{groupId}': dismissGroup,
  'PUT /v2/ultragroups/{groupId}': withGroup((group, { parameters }) =>
    renameGroup(group, parameters.text('group_name')),
  ),
  'POST /v2/ultragroups/{groupId}/users/{userId}': joinGroup,
  'DELETE /v2/ultragroups/{groupId}/users/{userId}': quitGroup,
  'GET /v2/ultragroups/users/{userId}/groups': queryGroupsOfUser,
  'GET /v2/ultragroups/{groupId}/users': (context) =>
    listed([...(groupOf(context)?.members ?? [])], context),
  'POST /v2/ultragroups/{groupId}/muted-users': withRules((rules, context) =>
    muteUsers(rules, 'user_ids', context),
  ),
  'DELETE /v2/ultragroups/{groupId}/muted-users': withRules(({ mutedSince }, context) =>
    removeAll(mutedSince, 'user_ids', context),
  ),
  'GET /v2/ultragroups/{groupId}/muted-users': queryMuted,
  'PUT /v2/ultragroups/{groupId}/muted-status': setAllMuted,
  'GET /v2/ultragroups/{groupId}/muted-status': (context) =>
    success({ data: { status: rulesOf(context)?.allMuted ?? false } }),
  'POST /v2/ultragroups/{groupId}/allowed-users': withRules((rules, context) =>
    exemptUsers(rules, 'user_ids', context),
  ),
  'DELETE /v2/ultragroups/{groupId}/allowed-users': withRules(({ muteWhitelist }, context) =>
    removeAll(muteWhitelist, 'user_ids', context),
  ),
  'GET /v2/ultragroups/{groupId}/allowed-users': (context) =>
    usersOf([...(rulesOf(context)?.muteWhitelist ?? [])]),
  'POST /v2/ultragroups/channels': withGroup((group, context) => {
    const busChannel = context.parameters.text('channel_id');
    return createChannel(group, { busChannel, isPrivate: false }, context);
  }, 'group_id'),
  'DELETE /v2/ultragroups/{groupId}/channels/{channelId}': withGroup((group, context) =>
    deleteChannel(group, context.parameters.text('channelId'), context),
  ),
  'GET /v2/ultragroups/{groupId}/channels': queryChannels,
};

function create(context: OperationContext): ApiReply {
  const { parameters } = context;
  const group = {
    groupId: parameters.text('group_id'),
    groupName: parameters.text('group_name'),
    userId: parameters.text('user_id'),
  };
  return createGroup(group, context);
}

function queryGroupsOfUser(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const all = app.state.ultraGroups.groupsOf(parameters.text('userId'));
  const groups = readPage(all, context, PER_PAGE, 'size').map(({ groupId, groupName }) => ({
    group_id: groupId,
    group_name: groupName,
  }));
  return success({ data: { groups } });
}

function listed(users: readonly string[], context: OperationContext): ApiReply {
  return usersOf(readPage(users, context, PER_PAGE, 'size'));
}

function usersOf(users: readonly string[]): ApiReply {
  return success({ data: { users: users.map((id) => ({ id })) } });
}

function queryMuted(context: OperationContext): ApiReply {
  const users = [...(rulesOf(context)?.mutedSince ?? [])].map(([id, since]) => ({
    id,
    time: localTime(since),
  }));
  return success({ data: { users } });
}

function queryChannels(context: OperationContext): ApiReply {
  const channels = [...(groupOf(context)?.channels.values() ?? [])];
  const list = readPage(channels, context, CHANNELS_PER_PAGE, 'limit').map(
    ({ busChannel, createdAt }) => ({ channel_id: busChannel, create_time: localTime(createdAt) }),
  );
  return success({ data: { channel_list: list } });
}
