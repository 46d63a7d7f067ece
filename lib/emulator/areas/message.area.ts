import { success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { FlowOptions } from '../message-flow.js';
import type { ImEmulatorChannelType, ImEmulatorMessage } from '../state/message.store.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';
import { optionalChannel } from './ultra-group-of-call.js';

/** Messages that an app server sends. Mutes hold for devices only. */
export const messageHandlers: OperationHandlers = {
  'POST /message/private/publish.json': publishPrivate,
  'POST /message/system/publish.json': (context) =>
    publishTo('toUserId', 'userId', 'NOTIFY', context),
  'POST /message/group/publish.json': publishGroup,
  'POST /message/chatroom/publish.json': (context) =>
    publishTo('toChatroomId', 'chatroomId', 'TEMPGROUP', context),
  'POST /message/ultragroup/publish.json': publishUltraGroup,
};

function publishPrivate(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const fromUserId = parameters.text('fromUserId');
  const verifyBlacklist = parameters.flag('verifyBlacklist');
  const includeSender = parameters.flag('isIncludeSender');
  const messageUIDs = parameters
    .texts('toUserId')
    .filter((userId) => !verifyBlacklist || app.state.refusalBy(userId, fromUserId) === undefined)
    .map((userId) => ({
      userId,
      messageUID: accept(context, { toUserId: userId, channelType: 'PERSON' }, { includeSender }),
    }));
  return success({ messageUIDs });
}

/** Sends to each of several conversations; a reply names them by `key`. */
function publishTo(
  parameter: string,
  key: string,
  channelType: ImEmulatorChannelType,
  context: OperationContext,
  chosen: Pick<FlowOptions, 'onlyTo'> = {},
): ApiReply {
  const options = { includeSender: context.parameters.flag('isIncludeSender'), ...chosen };
  const messageUIDs = context.parameters.texts(parameter).map((toUserId) => ({
    [key]: toUserId,
    messageUID: accept(context, { toUserId, channelType }, options),
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
): Pick<FlowOptions, 'onlyTo'> {
  const onlyTo = parameters.texts(parameter);
  return onlyTo.length === 0 ? {} : { onlyTo };
}

/** An online sender gets the message in any case. */
function publishUltraGroup(context: OperationContext): ApiReply {
  const { parameters } = context;
  const busChannel = optionalChannel(context);
  const options = { includeSender: true, ...chosenMembers(context, 'toUserIds') };
  const messageUIDs = parameters.texts('toGroupIds').map((groupId) => ({
    groupId,
    messageUID: accept(
      context,
      {
        toUserId: groupId,
        channelType: 'ULTRAGROUP',
        ...(busChannel === undefined ? {} : { busChannel }),
      },
      options,
    ),
  }));
  return success({ messageUIDs });
}

type Conversation = Pick<ImEmulatorMessage, 'toUserId' | 'channelType' | 'busChannel'>;

/** Sends one message and gives it an id. */
function accept(
  { app, parameters, now }: OperationContext,
  conversation: Conversation,
  options: FlowOptions,
): string {
  const messageUID = app.state.messages.createUid(now);
  const message = { messageUID, ...conversation, ...readMessage(parameters, now) };
  // The caller has its answer before the app server is asked for a verdict.
  if (app.routeServerMessages) app.flow.publish(message, options);
  else app.flow.deliver(message, options);
  return messageUID;
}

type CommonFields = Omit<ImEmulatorMessage, 'messageUID' | keyof Conversation>;

function readMessage(parameters: OperationParameters, timestamp: number): CommonFields {
  const pushContent = parameters.optionalText('pushContent');
  const pushExt = jsonText(parameters, 'pushExt');
  const extraContent = jsonText(parameters, 'extraContent');
  return {
    fromUserId: parameters.text('fromUserId'),
    objectName: parameters.text('objectName'),
    content: parameters.text('content'),
    timestamp,
    source: 'Server',
    disablePush: parameters.flag('disablePush'),
    expansion: parameters.flag('expansion'),
    ...(pushContent === undefined ? {} : { pushContent }),
    ...(pushExt === undefined ? {} : { pushExt }),
    ...(extraContent === undefined ? {} : { extraContent }),
  };
}

function jsonText(parameters: OperationParameters, name: string): string | undefined {
  const value = parameters.object(name);
  return value === undefined ? undefined : JSON.stringify(value);
}
