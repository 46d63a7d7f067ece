import type { EmulatedApp } from '../emulated-app.js';
import { success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Messages that an app server sends. */
export const messageHandlers: OperationHandlers = {
  'POST /message/private/publish.json': publishPrivate,
};

function publishPrivate({ app, parameters, now }: OperationContext): ApiReply {
  const fromUserId = parameters.text('fromUserId');
  const verifyBlacklist = parameters.flag('verifyBlacklist');
  const common = readMessage(parameters, now);
  const includeSender = parameters.flag('isIncludeSender');
  const messageUIDs = [];
  for (const toUserId of parameters.texts('toUserId')) {
    if (verifyBlacklist && app.state.refusalBy(toUserId, fromUserId) !== undefined) continue;
    const messageUID = app.state.messages.createUid(now);
    accept(app, { messageUID, fromUserId, toUserId, ...common }, includeSender);
    messageUIDs.push({ userId: toUserId, messageUID });
  }
  return success({ messageUIDs });
}

function accept(app: EmulatedApp, message: ImEmulatorMessage, includeSender: boolean): void {
  // The caller has its answer before the app server is asked for a verdict.
  if (app.routeServerMessages) app.flow.publish(message, includeSender);
  else app.flow.deliver(message, { includeSender });
}

type CommonFields = Omit<ImEmulatorMessage, 'messageUID' | 'fromUserId' | 'toUserId'>;

function readMessage(parameters: OperationParameters, timestamp: number): CommonFields {
  const pushContent = parameters.optionalText('pushContent');
  const pushExt = jsonText(parameters, 'pushExt');
  const extraContent = jsonText(parameters, 'extraContent');
  return {
    channelType: 'PERSON',
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
