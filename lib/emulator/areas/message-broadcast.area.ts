import { success, type ApiReply } from '../http/api-request.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import { once, readMessage } from './message-of-call.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Messages to everybody. No callback ever hears of them. */
export const messageBroadcastHandlers: OperationHandlers = {
  'POST /message/broadcast.json': once(broadcast),
  'POST /message/online/broadcast.json': once(broadcastOnline),
  'POST /message/chatroom/broadcast.json': broadcastToChatrooms,
};

/** The message of a call to many users at once. */
export function readBroadcast(
  { app, now }: OperationContext,
  fields: Pick<ImEmulatorMessage, 'fromUserId' | 'objectName' | 'content'>,
): ImEmulatorMessage {
  return {
    messageUID: app.state.messages.createUid(now),
    toUserId: '',
    channelType: 'NOTIFY',
    timestamp: now,
    source: 'Server',
    ...fields,
  };
}

/** `os` narrows the push alone. */
function broadcast(context: OperationContext): ApiReply {
  const { app } = context;
  const message = readBroadcast(context, readMessage(context));
  app.flow.broadcast(message, app.state.users.keys());
  return success({ messageUID: message.messageUID });
}

/** Documented not to be recalled. */
function broadcastOnline(context: OperationContext): ApiReply {
  const { app } = context;
  const message = readBroadcast(context, readMessage(context));
  const online = app.devices.userIds();
  app.flow.broadcast(message, online, { persisted: false });
  app.state.onlineBroadcasts.add(message, online);
  return success({ messageUID: message.messageUID });
}

/** Only who is in a room at that moment gets it; no history has it, and it keeps no room alive. */
function broadcastToChatrooms(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const { chatrooms, messages } = app.state;
  const message = {
    ...readBroadcast(context, readMessage(context)),
    channelType: 'TEMPGROUP',
  } as const;
  const includeSender = parameters.flag('isIncludeSender');
  messages.add(message, false);
  for (const { chatroomId } of chatrooms.list()) {
    for (const userId of chatrooms.membersOf(chatroomId)) {
      if (userId === message.fromUserId && !includeSender) continue;
      app.devices.deliver(userId, { ...message, toUserId: chatroomId });
    }
  }
  return success();
}
