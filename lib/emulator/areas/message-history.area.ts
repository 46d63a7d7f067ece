import { success, type ApiReply } from '../http/api-request.js';
import { channelTypeOf } from '../state/conversation-type.js';
import { historyOf } from '../state/message-history.js';
import type { ImEmulatorChannelType } from '../state/message.store.js';
import { KEPT_IN_ULTRA_GROUPS_MS, LONGEST_WINDOW_MS, shownExpansion } from './history-message.js';
import { channelOfMessage } from './message-of-conversation.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';
import { optionalChannel } from './ultra-group-of-call.js';

const DEFAULT_PAGE_SIZE = 10;

/** Cloud histories. Whose copy is read decides what is in it; that the user is a member is not asked. */
export const messageHistoryHandlers: OperationHandlers = {
  'POST /v3/message/private/query.json': (context) => query('PERSON', context),
  'POST /v3/message/group/query.json': (context) => query('GROUP', context),
  'POST /v3/message/chatroom/query.json': (context) => query('TEMPGROUP', context),
  'POST /v3/message/ultragroup/query.json': (context) => query('ULTRAGROUP', context),
  'POST /conversation/message/history/clean.json': clear,
};

/** The newest first, from `startTime` backwards. That the message at `endTime` is among them is our reading. */
function query(channelType: ImEmulatorChannelType, context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const startTime = parameters.number('startTime');
  const endTime = parameters.number('endTime');
  if (startTime < endTime) {
    return invalid(context, 'startTime is the newer end: it is not before endTime');
  }
  if (startTime - endTime > LONGEST_WINDOW_MS) {
    return invalid(context, 'endTime is at most 14 days before startTime');
  }
  const isUltraGroup = channelType === 'ULTRAGROUP';
  const oldest = isUltraGroup ? Math.max(endTime, now - KEPT_IN_ULTRA_GROUPS_MS) : endTime;
  const includesStart = parameters.flag('includeStart');
  const view = {
    userId: parameters.text('userId'),
    targetId: parameters.text('targetId'),
    channelType,
    busChannel: optionalChannel(context),
  };
  app.state.streams.stopOverdue(now);
  const data = historyOf(app.state.messages.stored(), view)
    .filter(({ message: { timestamp } }) => timestamp >= oldest && timestamp <= startTime)
    .filter(({ message: { timestamp } }) => includesStart || timestamp < startTime)
    .toReversed()
    .slice(0, parameters.optionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE)
    .map(({ message }) => ({
      targetId: view.targetId,
      fromUserId: message.fromUserId,
      messageUID: message.messageUID,
      msgTime: message.timestamp,
      objectName: message.objectName,
      content: message.content,
      ...shownExpansion(message, '{}'),
      ...(isUltraGroup ? { busChannel: channelOfMessage(message) } : {}),
    }));
  return success({ data });
}

/** In a chatroom the history goes for everybody, elsewhere the copy of one user. */
function clear({ app, parameters, now }: OperationContext): ApiReply {
  const channelType = channelTypeOf(parameters.number('conversationType'));
  const userId = parameters.text('fromUserId');
  const before = parameters.optionalNumber('msgTimestamp');
  const { messages } = app.state;
  const forEverybody = channelType === 'TEMPGROUP';
  const view = { channelType, targetId: parameters.text('targetId') };
  const cleared = historyOf(messages.stored(), forEverybody ? view : { ...view, userId });
  for (const stored of cleared) {
    if (before !== undefined && stored.message.timestamp >= before) continue;
    if (forEverybody) stored.clear();
    else stored.hideFrom(userId);
  }
  const conversation = { channelType, toUserId: view.targetId };
  app.reports.deleted({ userId, source: 'Server', time: now, conversation }, before ?? now);
  return success();
}
