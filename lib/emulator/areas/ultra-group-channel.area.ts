import { refusal, success, type ApiReply } from '../http/api-request.js';
import { DEFAULT_CHANNEL, UltraGroupChannel } from '../state/ultra-group-channel.js';
import type { UltraGroup } from '../state/ultra-group.js';
import { removeAll } from './limited-list.js';
import {
  ignored,
  invalid,
  localTime,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';
import { channelOf, groupOf, withChannel, withGroup } from './ultra-group-of-call.js';
import { readPage } from './ultra-group-pages.js';

const MAX_CHANNELS = 50;
const PRIVATE = 1;
const PUBLIC = 0;
const CHANNELS_PER_PAGE = 20;
const CHANNELS_OF_USER_PER_PAGE = 10;
/** Not documented; other lists of users are read by as many. */
const USERS_PER_PAGE = 50;
/** Return code for a user who is not in the ultra group. */
const NOT_IN_GROUP = 24406;

/** Channels of ultra groups, and who is let into private ones. */
export const ultraGroupChannelHandlers: OperationHandlers = {
  'POST /ultragroup/channel/create.json': withGroup((group, context) => {
    const { parameters } = context;
    const isPrivate = parameters.optionalNumber('type') === PRIVATE;
    return createChannel(group, { busChannel: parameters.text('busChannel'), isPrivate }, context);
  }),
  'POST /ultragroup/channel/del.json': withGroup((group, context) =>
    deleteChannel(group, context.parameters.text('busChannel'), context),
  ),
  'POST /ultragroup/channel/get.json': queryChannels,
  'POST /ultragroup/channel/type/change.json': withChannel(setType),
  'POST /ultragroup/channel/private/users/add.json': withChannel(addUsers),
  'POST /ultragroup/channel/private/users/del.json': withChannel(({ users }, _group, context) =>
    removeAll(users, 'userIds', context),
  ),
  'POST /ultragroup/channel/private/users/get.json': queryUsers,
  'POST /ultragroup/user/channel/query.json': queryChannelsOfUser,
};

/** A channel to create. */
interface NewChannel {
  readonly busChannel: string;
  readonly isPrivate: boolean;
}

/** Creates a channel. What becomes of one that is there already is not documented: it stays as it is. */
export function createChannel(
  { groupId, channels }: UltraGroup,
  { busChannel, isPrivate }: NewChannel,
  context: OperationContext,
): ApiReply {
  if (channels.has(busChannel)) {
    return ignored(`The ultra group ${groupId} has a channel ${busChannel} already`);
  }
  if (channels.size >= MAX_CHANNELS) {
    return invalid(context, `The ultra group ${groupId} has ${MAX_CHANNELS} channels already`);
  }
  channels.set(busChannel, new UltraGroupChannel(busChannel, context.now, isPrivate));
  return success();
}

/** Deletes a channel; the default one, which each group has, stays. */
export function deleteChannel(
  { channels }: UltraGroup,
  busChannel: string,
  context: OperationContext,
): ApiReply {
  if (busChannel === DEFAULT_CHANNEL) return invalid(context, `${DEFAULT_CHANNEL} stays`);
  channels.delete(busChannel);
  return success();
}

/** The order is not documented, here as in the other lists: the first added comes first. */
function queryChannels(context: OperationContext): ApiReply {
  const channels = [...(groupOf(context)?.channels.values() ?? [])];
  const channelList = readPage(channels, context, CHANNELS_PER_PAGE, 'limit').map(
    ({ busChannel, isPrivate, createdAt }) => ({
      channelId: busChannel,
      type: isPrivate ? PRIVATE : PUBLIC,
      createTime: localTime(createdAt),
    }),
  );
  return success({ channelList });
}

function setType(
  channel: UltraGroupChannel,
  _group: UltraGroup,
  context: OperationContext,
): ApiReply {
  const isPrivate = context.parameters.number('type') === PRIVATE;
  if (isPrivate && channel.busChannel === DEFAULT_CHANNEL) {
    return invalid(context, `${DEFAULT_CHANNEL} stays public`);
  }
  channel.isPrivate = isPrivate;
  return success();
}

/** Whether a public channel takes users is not documented: it keeps those of its private time, so it does. */
function addUsers(
  { users }: UltraGroupChannel,
  { groupId, members }: UltraGroup,
  { parameters, path }: OperationContext,
): ApiReply {
  const added = parameters.texts('userIds');
  const stranger = added.find((userId) => !members.has(userId));
  if (stranger !== undefined) {
    const reason = `${stranger} is not in the ultra group ${groupId}`;
    return refusal(400, NOT_IN_GROUP, reason, path);
  }
  for (const userId of added) users.add(userId);
  return success();
}

/** Those who are let in by a user group are not documented to be listed. */
function queryUsers(context: OperationContext): ApiReply {
  const users = [...(channelOf(context)?.users ?? [])];
  return success({ users: readPage(users, context, USERS_PER_PAGE) });
}

/** Public channels that have kept a user are documented to be listed too. */
function queryChannelsOfUser(context: OperationContext): ApiReply {
  const group = groupOf(context);
  const userId = context.parameters.text('userId');
  const data = [...(group?.channels.values() ?? [])]
    .filter((channel) => {
      const isLetIn = channel.isPrivate && group?.letsIn(channel, userId) === true;
      return isLetIn || channel.users.has(userId);
    })
    .map(({ busChannel }) => busChannel);
  return success({ data: readPage(data, context, CHANNELS_OF_USER_PER_PAGE) });
}
