import type { Recall } from '../callbacks/message-reports.js';
import { success, type ApiReply } from '../http/api-request.js';
import { channelTypeOf } from '../state/conversation-type.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { StoredMessage } from '../state/stored-message.js';
import { changeOf, findMessage, noMessage } from './message-of-conversation.js';
import { ignored, type OperationContext, type OperationHandlers } from './operation-handler.js';

const RECALL_COMMAND = 'RC:RcCmd';
const SYSTEM = 6;

/** Recalls. The command that tells devices of one is a message that is kept in place of the other. */
export const messageRecallHandlers: OperationHandlers = {
  'POST /message/recall.json': recall,
  'POST /message/broadcast/recall.json': recallBroadcast,
};

/** The sender's devices learn it, too: they have what they sent themselves. */
function recall(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const conversationType = parameters.number('conversationType');
  const channelType = channelTypeOf(conversationType);
  const messageUID = parameters.text('messageUID');
  const targetId = parameters.text('targetId');
  const fromUserId = parameters.text('fromUserId');
  const stored = findMessage(context, { messageUID, channelType, targetId, fromUserId });
  if (stored === undefined) return ignored(noMessage(messageUID));
  const command = recallCommand(stored, conversationType, context);
  app.flow.publish(command, {
    includeSender: true,
    keep: (kept) => {
      app.reports.recalled(stored.message, { ...readRecall(context), userId: fromUserId });
      stored.recall();
      app.state.messages.add(kept);
    },
  });
  return success();
}

function readRecall({ parameters, now }: OperationContext): Omit<Recall, 'userId'> {
  return {
    source: 'Server',
    time: now,
    isAdmin: parameters.flag('isAdmin'),
    isDelete: parameters.flag('isDelete'),
    extra: parameters.optionalText('extra'),
  };
}

/** Takes back what went to everybody, or to the audience of a push; what went to who was online stays. */
function recallBroadcast(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const messageUID = parameters.text('messageUID');
  const fromUserId = parameters.text('fromUserId');
  const place = { messageUID, fromUserId, channelType: 'NOTIFY', targetId: '' } as const;
  const stored = findMessage(context, place);
  if (stored?.persisted !== true) {
    return ignored(`${messageUID} is no broadcast of ${fromUserId} that can be recalled`);
  }
  stored.recall();
  const command = recallCommand(stored, SYSTEM, context);
  app.flow.broadcast(command, stored.message.toUserIds ?? app.state.users.keys());
  return success();
}

function recallCommand(
  stored: StoredMessage,
  conversationType: number,
  context: OperationContext,
): ImEmulatorMessage {
  const { parameters } = context;
  const { messageUID, toUserId, fromUserId, timestamp, busChannel, toUserIds } = stored.message;
  const { isAdmin, isDelete, extra } = readRecall(context);
  const content = {
    messageUId: messageUID,
    targetId: toUserId,
    channelId: busChannel ?? '',
    sentTime: timestamp,
    conversationType,
    isAdmin,
    isDelete,
    originalFromUserId: fromUserId,
    ...(toUserIds === undefined ? {} : { directionalUserIdList: toUserIds }),
    ...(extra === undefined ? {} : { extra }),
  };
  const command = { objectName: RECALL_COMMAND, content: JSON.stringify(content) };
  const change = changeOf(stored, context, { fromUserId, toUserId, ...command });
  return { ...change, disablePush: parameters.flag('disablePush') };
}
