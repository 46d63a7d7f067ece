import { success, type ApiReply } from '../http/api-request.js';
import { historyOf } from '../state/message-history.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { StoredMessage } from '../state/stored-message.js';
import { KEPT_IN_ULTRA_GROUPS_MS, LONGEST_WINDOW_MS, shownExpansion } from './history-message.js';
import { channelOfMessage, noMessage } from './message-of-conversation.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';
import { optionalChannel } from './ultra-group-of-call.js';

const ULTRA_GROUP = 10;
const DEFAULT_PAGE_SIZE = 20;
const DEFAULT_AROUND = 10;

/** The messages of ultra groups, whoever asks. */
export const ultraGroupMessageHandlers: OperationHandlers = {
  'POST /ultragroup/msg/get.json': get,
  'POST /ultragroup/hismsg/query.json': query,
  'POST /ultragroup/hismsg/msgid/query.json': queryAround,
};

/** Those that are not there are left out. */
function get(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const data = parameters
    .objects('msgs')
    .flatMap(({ msgUID, busChannel = optionalChannel(context) }) => {
      const stored = app.state.messages.find(String(msgUID));
      const channel = typeof busChannel === 'string' ? busChannel : undefined;
      return stored === undefined ? [] : kept([stored], channel, context);
    })
    .map(({ message }) => ({
      ...describe(message),
      sentTime: message.timestamp,
      msgUID: message.messageUID,
    }));
  return success({ data });
}

/** The oldest first: the other way round than the histories of the message area. */
function query(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const startTime = parameters.number('startTime');
  const endTime = parameters.number('endTime');
  if (endTime - startTime > LONGEST_WINDOW_MS) {
    return invalid(context, 'endTime is at most 14 days after startTime');
  }
  const fromUserId = parameters.optionalText('fromUserId') ?? '';
  const all = app.state.messages.stored();
  const found = kept(all, parameters.text('busChannel'), context).filter(
    ({ message }) =>
      message.timestamp > startTime &&
      message.timestamp <= endTime &&
      (fromUserId === '' || message.fromUserId === fromUserId),
  );
  return page(found.slice(0, parameters.optionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE));
}

/** Whether the message in the middle is among them is not documented, nor is the order: here it is not, and the oldest is first. */
function queryAround(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const msgUID = parameters.text('msgUID');
  const all = kept(app.state.messages.stored(), parameters.text('busChannel'), context);
  const middle = all.findIndex(({ message }) => message.messageUID === msgUID);
  if (middle < 0) return { ...page([]), reason: noMessage(msgUID) };
  const before = parameters.optionalNumber('prevNum') ?? DEFAULT_AROUND;
  const after = parameters.optionalNumber('lastNum') ?? DEFAULT_AROUND;
  return page([
    ...all.slice(Math.max(middle - before, 0), middle),
    ...all.slice(middle + 1, middle + 1 + after),
  ]);
}

/** Those of some messages that are in the group of a call, or in one channel of it. */
function kept(
  messages: readonly StoredMessage[],
  busChannel: string | undefined,
  { parameters, now }: OperationContext,
): readonly StoredMessage[] {
  const targetId = parameters.text('groupId');
  const view = { channelType: 'ULTRAGROUP', targetId, busChannel } as const;
  return historyOf(messages, view).filter(
    ({ message }) => now - message.timestamp <= KEPT_IN_ULTRA_GROUPS_MS,
  );
}

function page(found: readonly StoredMessage[]): ApiReply {
  const data = found.map(({ message }) => ({
    ...describe(message),
    msgUID: message.messageUID,
    msgTime: message.timestamp,
    conversionType: ULTRA_GROUP,
  }));
  return success({ data });
}

function describe(message: ImEmulatorMessage): Readonly<Record<string, unknown>> {
  const { toUserId: groupId, fromUserId, objectName, content } = message;
  const busChannel = channelOfMessage(message);
  return { groupId, busChannel, fromUserId, objectName, content, ...shownExpansion(message, '') };
}
