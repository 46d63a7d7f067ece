import { ParameterRefusal } from '../parameters/parameter-refusal.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { OperationContext } from './operation-handler.js';

/**
 * The message that a call sends into its group, if it asks for one; no page documents it, two of the
 * vendor's SDKs know it.
 * @throws ParameterRefusal
 */
export function readBoundMessage({
  app,
  parameters,
  now,
}: OperationContext): ImEmulatorMessage | undefined {
  if (!parameters.flag('bindNotifyMsg')) return undefined;
  const pushContent = parameters.optionalText('pushContent');
  const pushExt = parameters.object('pushExt');
  return {
    messageUID: app.state.messages.createUid(now),
    fromUserId: needed(parameters, 'fromUserId'),
    toUserId: parameters.text('groupId'),
    channelType: 'GROUP',
    objectName: needed(parameters, 'objectName'),
    content: needed(parameters, 'content'),
    timestamp: now,
    source: 'Server',
    ...(pushContent === undefined ? {} : { pushContent }),
    ...(pushExt === undefined ? {} : { pushExt: JSON.stringify(pushExt) }),
  };
}

/** Sends the message, if there is one; the fields of the answer that tell of it. */
export function sendBoundMessage(
  { app, parameters }: OperationContext,
  message: ImEmulatorMessage | undefined,
): { readonly messageUID?: string } {
  if (message === undefined) return {};
  const includeSender = parameters.flag('isIncludeSender');
  app.flow.publish(message, { includeSender });
  return { messageUID: message.messageUID };
}

function needed(parameters: OperationParameters, name: string): string {
  const value = parameters.optionalText(name);
  if (value !== undefined && value !== '') return value;
  throw new ParameterRefusal(`${name} is required when bindNotifyMsg is true`);
}
