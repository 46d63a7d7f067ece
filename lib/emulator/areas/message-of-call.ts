import type { ApiReply } from '../http/api-request.js';
import type { FlowOptions } from '../message-flow.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import { firstExpansion } from './expansion-values.js';
import { invalid, type OperationContext, type OperationHandler } from './operation-handler.js';

/** Where a message goes. */
export type Destination = Pick<
  ImEmulatorMessage,
  'toUserId' | 'channelType' | 'busChannel' | 'toUserIds'
>;

/** Gives the message of a call an id, and sends it to one destination. */
export function sendTo(
  context: OperationContext,
  destination: Destination,
  options: Omit<FlowOptions, 'persisted'>,
  changes: Partial<ImEmulatorMessage> = {},
): string {
  const { app, parameters, now } = context;
  const messageUID = app.state.messages.createUid(now);
  const message = {
    messageUID,
    ...destination,
    ...readMessage(context),
    ...readExpansion(parameters, destination),
    ...changes,
  };
  const persisted = parameters.optionalNumber('isPersisted') !== 0;
  // The caller has its answer before the app server is asked for a verdict.
  app.flow.publish(message, { ...options, persisted });
  return messageUID;
}

/**
 * The message that a call sends, whoever gets it.
 * @throws ParameterRefusal
 */
export function readMessage({
  parameters,
  now,
}: OperationContext): Omit<ImEmulatorMessage, 'messageUID' | keyof Destination> {
  const pushContent = parameters.optionalText('pushContent');
  const pushExt = jsonText(parameters, 'pushExt');
  return {
    fromUserId: parameters.text('fromUserId'),
    objectName: parameters.text('objectName'),
    content: parameters.text('content'),
    timestamp: now,
    source: 'Server',
    disablePush: parameters.flag('disablePush'),
    ...(pushContent === undefined ? {} : { pushContent }),
    ...(pushExt === undefined ? {} : { pushExt }),
  };
}

/** Messages to chosen members of a group are documented not to take an expansion. */
function readExpansion(
  parameters: OperationParameters,
  { toUserIds }: Destination,
): Pick<ImEmulatorMessage, 'expansion' | 'extraContent'> {
  const expansion = parameters.flag('expansion') && toUserIds === undefined;
  const values = parameters.object('extraContent');
  if (!expansion || values === undefined) return { expansion };
  return { expansion, extraContent: firstExpansion(values) };
}

/** Whether a recipient refuses the sender's messages, and the call heeds that. */
export function isSpared({ app, parameters }: OperationContext, userId: string): boolean {
  if (!parameters.flag('verifyBlacklist')) return false;
  return app.state.refusalBy(userId, parameters.text('fromUserId')) !== undefined;
}

function jsonText(parameters: OperationParameters, name: string): string | undefined {
  const value = parameters.object(name);
  return value === undefined ? undefined : JSON.stringify(value);
}

/**
 * Refuses to do twice within a minute what a call does with the same `msgRandom`, where that is
 * switched on. The code is not documented.
 */
export function once(handle: OperationHandler): OperationHandler {
  return unlessRepeated(handle, (reason, context) => invalid(context, reason));
}

/** Like {@link once}, with another answer to the repetition. */
export function unlessRepeated(
  handle: OperationHandler,
  answer: (reason: string, context: OperationContext) => ApiReply,
): OperationHandler {
  return (context) => {
    const { app, parameters, now } = context;
    const random = parameters.values['msgRandom'];
    const isKey = typeof random === 'number' || typeof random === 'string';
    if (!isKey || !app.switches.refuseRepeatedMsgRandom) return handle(context);
    const key = String(random);
    const { usedRandoms } = app.state;
    if (usedRandoms.holds(key, now)) {
      return answer(`msgRandom ${key} was used less than a minute ago`, context);
    }
    const reply = handle(context);
    if (reply.status === 200) usedRandoms.add(key, now);
    return reply;
  };
}
