import { refusal, success, type ApiReply } from '../http/api-request.js';
import type { Chatroom } from '../state/chatroom.js';
import type { ChatroomStore } from '../state/chatroom.store.js';
import { roomOf, withRoom } from './chatroom-of-call.js';
import { addWithin, removeAll } from './limited-list.js';
import type { OperationContext, OperationHandler, OperationHandlers } from './operation-handler.js';

const MAX_KEPT_ALIVE = 5;
const TOO_MANY_KEPT_ALIVE = 1016;
const MAX_PROTECTED_USERS = 5;
const MAX_TYPES = 20;

const lowPriority = typeList(({ lowPriorityTypes }) => lowPriorityTypes, 'objectName');
const whitelist = typeList(({ whitelistedTypes }) => whitelistedTypes, 'objectnames');

/**
 * Rooms that do not end by themselves, users who are not put out, and the message types that are dropped
 * first or never. The emulator drops none.
 */
export const chatroomListHandlers: OperationHandlers = {
  'POST /chatroom/keepalive/add.json': withRoom(keepAlive),
  'POST /chatroom/keepalive/remove.json': withRoom(endKeepalive),
  'POST /chatroom/keepalive/query.json': queryKeptAlive,
  'POST /chatroom/user/whitelist/add.json': withRoom(({ userWhitelist }, context) =>
    addWithin(MAX_PROTECTED_USERS, userWhitelist, 'userId', context),
  ),
  'POST /chatroom/user/whitelist/remove.json': withRoom(unprotect),
  'POST /chatroom/user/whitelist/query.json': queryProtected,
  'POST /chatroom/message/priority/add.json': lowPriority.add,
  'POST /chatroom/message/priority/remove.json': lowPriority.remove,
  'POST /chatroom/message/priority/query.json': ({ app }) =>
    success({ objectNames: [...app.state.chatrooms.lowPriorityTypes] }),
  'POST /chatroom/whitelist/add.json': whitelist.add,
  'POST /chatroom/whitelist/delete.json': whitelist.remove,
  'POST /chatroom/whitelist/query.json': ({ app }) =>
    success({ whitlistMsgType: [...app.state.chatrooms.whitelistedTypes] }),
};

function keepAlive(room: Chatroom, { app, path }: OperationContext): ApiReply {
  if (!room.keptAlive && keptAlive(app.state.chatrooms).length >= MAX_KEPT_ALIVE) {
    const reason = `The app has ${MAX_KEPT_ALIVE} chatrooms that are kept alive`;
    return refusal(400, TOO_MANY_KEPT_ALIVE, reason, path);
  }
  room.keptAlive = true;
  return success();
}

function endKeepalive(room: Chatroom): ApiReply {
  room.keptAlive = false;
  return success();
}

function queryKeptAlive({ app }: OperationContext): ApiReply {
  return success({ chatroomIds: keptAlive(app.state.chatrooms) });
}

function keptAlive(chatrooms: ChatroomStore): readonly string[] {
  return chatrooms
    .list()
    .filter((room) => room.keptAlive)
    .map(({ chatroomId }) => chatroomId);
}

function unprotect(room: Chatroom, { app, parameters }: OperationContext): ApiReply {
  app.state.chatrooms.unprotect(room, parameters.texts('userId'));
  return success();
}

function queryProtected(context: OperationContext): ApiReply {
  return success({ users: [...(roomOf(context)?.userWhitelist ?? [])] });
}

/** A list of message types of the app, and what the parameter is called. */
function typeList(
  of: (chatrooms: ChatroomStore) => Set<string>,
  parameter: string,
): Record<'add' | 'remove', OperationHandler> {
  return {
    add: (context) => addWithin(MAX_TYPES, of(context.app.state.chatrooms), parameter, context),
    remove: (context) => removeAll(of(context.app.state.chatrooms), parameter, context),
  };
}
