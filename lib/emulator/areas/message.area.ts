import { success, type ApiReply } from '../http/api-request.js';
import type { ImEmulatorChannelType } from '../state/message.store.js';
import { isSpared, once, sendTo, type Destination } from './message-of-call.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';
import { optionalChannel } from './ultra-group-of-call.js';

/** Messages that an app server sends. Mutes hold for devices only. */
export const messageHandlers: OperationHandlers = {
  'POST /message/private/publish.json': once((context) => publishPrivate(context)),
  'POST /message/system/publish.json': once((context) =>
    publishTo('toUserId', 'userId', 'NOTIFY', context),
  ),
  'POST /message/group/publish.json': once(publishGroup),
  'POST /message/chatroom/publish.json': once((context) =>
    publishTo('toChatroomId', 'chatroomId', 'TEMPGROUP', context),
  ),
  'POST /message/ultragroup/publish.json': once(publishUltraGroup),
  'POST /statusmessage/private/publish.json': once((context) => publishPrivate(context, true)),
  'POST /statusmessage/group/publish.json': once((context) =>
    publishTo('toGroupId', 'groupId', 'GROUP', context, { status: true }),
  ),
};

function publishPrivate(context: OperationContext, status = false): ApiReply {
  const { parameters } = context;
  const options = { includeSender: parameters.flag('isIncludeSender'), status };
  const messageUIDs = parameters
    .texts('toUserId')
    .filter((userId) => !isSpared(context, userId))
    .map((userId) => {
      const destination = { toUserId: userId, channelType: 'PERSON' } as const;
      return { userId, messageUID: sendTo(context, destination, options) };
    });
  return success({ messageUIDs });
}

interface SendingOptions {
  readonly status?: boolean;
  readonly toUserIds?: readonly string[];
}

/** Sends to each of several conversations; a reply names them by `key`. */
function publishTo(
  parameter: string,
  key: string,
  channelType: ImEmulatorChannelType,
  context: OperationContext,
  { status = false, ...chosen }: SendingOptions = {},
): ApiReply {
  const options = { includeSender: context.parameters.flag('isIncludeSender'), status };
  const messageUIDs = context.parameters.texts(parameter).map((toUserId) => ({
    [key]: toUserId,
    messageUID: sendTo(context, { toUserId, channelType, ...chosen }, options),
  }));
  return success({ messageUIDs });
}

function publishGroup(context: OperationContext): ApiReply {
  return publishTo('toGroupId', 'groupId', 'GROUP', context, chosenMembers(context, 'toUserId'));
}

/** The members that a message is directed to, if it names some. */
function chosenMembers(
  { parameters }: OperationContext,
  parameter: string,
): Pick<Destination, 'toUserIds'> {
  const toUserIds = parameters.texts(parameter);
  return toUserIds.length === 0 ? {} : { toUserIds };
}

/** An online sender gets the message in any case. */
function publishUltraGroup(context: OperationContext): ApiReply {
  const busChannel = optionalChannel(context);
  const chosen = chosenMembers(context, 'toUserIds');
  const messageUIDs = context.parameters.texts('toGroupIds').map((groupId) => {
    const destination = {
      toUserId: groupId,
      channelType: 'ULTRAGROUP',
      ...(busChannel === undefined ? {} : { busChannel }),
      ...chosen,
    } as const;
    return { groupId, messageUID: sendTo(context, destination, { includeSender: true }) };
  });
  return success({ messageUIDs });
}
