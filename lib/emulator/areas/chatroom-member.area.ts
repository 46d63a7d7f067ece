import { success, type ApiReply } from '../http/api-request.js';
import type { Chatroom } from '../state/chatroom.js';
import type { UserUntil } from '../state/users-until.js';
import { roomOf, withRoom } from './chatroom-of-call.js';
import { localTime, type OperationContext, type OperationHandlers } from './operation-handler.js';

const MINUTE_MS = 60_000;
const NEWEST_FIRST = 2;

/** Who is in a chatroom, who may not write there or anywhere, and who may not enter. */
export const chatroomMemberHandlers: OperationHandlers = {
  'POST /chatroom/user/query.json': queryMembers,
  'POST /chatroom/user/exist.json': checkMember,
  'POST /chatroom/users/exist.json': checkMembers,
  'POST /chatroom/user/gag/add.json': withRoom(mute),
  'POST /chatroom/user/gag/rollback.json': withRoom(unmute),
  'POST /chatroom/user/gag/list.json': queryMuted,
  'POST /chatroom/user/ban/add.json': muteGlobally,
  'POST /chatroom/user/ban/remove.json': unmuteGlobally,
  'POST /chatroom/user/ban/query.json': queryGloballyMuted,
  'POST /chatroom/user/block/add.json': withRoom(block),
  'POST /chatroom/user/block/rollback.json': withRoom(unblock),
  'POST /chatroom/user/block/list.json': queryBlocked,
};

function queryMembers(context: OperationContext): ApiReply {
  const { parameters } = context;
  const oldestFirst = [...(roomOf(context)?.members.values() ?? [])];
  const isReversed = parameters.number('order') === NEWEST_FIRST;
  const users = (isReversed ? oldestFirst.toReversed() : oldestFirst)
    .slice(0, parameters.number('count'))
    .map(({ userId, joinedAt }) => ({ id: userId, time: localTime(joinedAt) }));
  return success({ total: oldestFirst.length, users });
}

function checkMember(context: OperationContext): ApiReply {
  const userId = context.parameters.text('userId');
  return success({ isInChrm: roomOf(context)?.members.has(userId) ?? false });
}

function checkMembers(context: OperationContext): ApiReply {
  const members = roomOf(context)?.members;
  const result = context.parameters
    .texts('userId')
    .map((userId) => ({ userId, isInChrm: members?.has(userId) === true ? 1 : 0 }));
  return success({ result });
}

function mute(room: Chatroom, context: OperationContext): ApiReply {
  room.mutes.add(context.parameters.texts('userId'), endOf(context));
  return success();
}

function unmute(room: Chatroom, { parameters }: OperationContext): ApiReply {
  room.mutes.remove(parameters.texts('userId'));
  return success();
}

function queryMuted(context: OperationContext): ApiReply {
  return listed(roomOf(context)?.mutes.list(context.now) ?? []);
}

function muteGlobally(context: OperationContext): ApiReply {
  const { globalMutes } = context.app.state.chatrooms;
  globalMutes.add(context.parameters.texts('userId'), endOf(context));
  return success();
}

function unmuteGlobally({ app, parameters }: OperationContext): ApiReply {
  app.state.chatrooms.globalMutes.remove(parameters.texts('userId'));
  return success();
}

function queryGloballyMuted({ app, now }: OperationContext): ApiReply {
  return listed(app.state.chatrooms.globalMutes.list(now));
}

function block(room: Chatroom, context: OperationContext): ApiReply {
  context.app.state.chatrooms.block(room, context.parameters.texts('userId'), endOf(context));
  return success();
}

function unblock(room: Chatroom, { parameters }: OperationContext): ApiReply {
  room.blocks.remove(parameters.texts('userId'));
  return success();
}

function queryBlocked(context: OperationContext): ApiReply {
  return listed(roomOf(context)?.blocks.list(context.now) ?? []);
}

function endOf({ parameters, now }: OperationContext): number {
  return now + parameters.number('minute') * MINUTE_MS;
}

/** The order is not documented: the first added comes first. */
function listed(users: readonly UserUntil[]): ApiReply {
  return success({
    users: users.map(({ userId, until }) => ({ time: localTime(until), userId })),
  });
}
