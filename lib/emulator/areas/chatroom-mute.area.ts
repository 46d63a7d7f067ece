import { success, type ApiReply } from '../http/api-request.js';
import type { Chatroom } from '../state/chatroom.js';
import { roomOf, withRoom } from './chatroom-of-call.js';
import { addWithin, removeAll } from './limited-list.js';
import { pageOf, type OperationContext, type OperationHandlers } from './operation-handler.js';

const DEFAULT_SIZE = 50;
const MAX_WHITELIST = 20;

/** Chatrooms in which nobody may write but those on a list. */
export const chatroomMuteHandlers: OperationHandlers = {
  'POST /chatroom/ban/add.json': withRoom((room) => setMuted(room, true)),
  'POST /chatroom/ban/rollback.json': withRoom((room) => setMuted(room, false)),
  'POST /chatroom/ban/query.json': queryMuted,
  'POST /chatroom/ban/check.json': checkMuted,
  'POST /chatroom/user/ban/whitelist/add.json': withRoom(({ muteWhitelist }, context) =>
    addWithin(MAX_WHITELIST, muteWhitelist, 'userId', context),
  ),
  'POST /chatroom/user/ban/whitelist/rollback.json': withRoom(({ muteWhitelist }, context) =>
    removeAll(muteWhitelist, 'userId', context),
  ),
  'POST /chatroom/user/ban/whitelist/query.json': queryWhitelist,
};

function setMuted(room: Chatroom, muted: boolean): ApiReply {
  room.allMuted = muted;
  return success();
}

/** The order is not documented: the oldest chatroom comes first. */
function queryMuted({ app, parameters }: OperationContext): ApiReply {
  const muted = app.state.chatrooms.list().filter(({ allMuted }) => allMuted);
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  const page = parameters.optionalNumber('page') ?? 1;
  const chatroomIds = pageOf(muted, page, size, size).map(({ chatroomId }) => chatroomId);
  return success({ chatroomIds });
}

function checkMuted(context: OperationContext): ApiReply {
  return success({ status: roomOf(context)?.allMuted === true ? 1 : 0 });
}

function queryWhitelist(context: OperationContext): ApiReply {
  return success({ userIds: [...(roomOf(context)?.muteWhitelist ?? [])] });
}
