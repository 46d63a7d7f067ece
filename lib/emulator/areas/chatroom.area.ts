import { refusal, success, type ApiReply } from '../http/api-request.js';
import { DEFAULT_DESTROY_RULE } from '../state/chatroom.store.js';
import type { Chatroom, DestroyRule } from '../state/chatroom.js';
import { readEntries } from './chatroom-entry.area.js';
import { roomOf, withRoom } from './chatroom-of-call.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** Return code for a chatroom that is not there. */
const NO_CHATROOM = 23410;

/** Chatrooms themselves. */
export const chatroomHandlers: OperationHandlers = {
  'POST /chatroom/create_new.json': create,
  'POST /chatroom/destroy/set.json': withRoom(setDestroyType),
  'POST /chatroom/destroy.json': destroy,
  'POST /chatroom/get.json': get,
  'POST /chatroom/correlation/rtc.json': withRoom(bindRtcRoom),
  'POST /chatroom/message/stopDistribution.json': withRoom((room) => setDistribution(room, false)),
  'POST /chatroom/message/resumeDistribution.json': withRoom((room) => setDistribution(room, true)),
};

/** What becomes of a room that is there already is not documented: it stays as it is. */
function create(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const chatroomId = parameters.text('chatroomId');
  const values = readEntries(context);
  const userId = parameters.optionalText('entryOwnerId');
  if (userId === undefined && values.size > 0) {
    return invalid(context, 'entryInfo needs an entryOwnerId');
  }
  const room = app.state.chatrooms.create(chatroomId, readRule(context));
  if (room === undefined) return ignored(`The chatroom ${chatroomId} is there already`);
  room.allMuted = parameters.flag('isBan');
  for (const exempt of parameters.texts('whiteUserIds')) room.muteWhitelist.add(exempt);
  if (userId !== undefined) {
    app.state.chatrooms.setEntries(room, { values, userId, autoDelete: false });
  }
  return success();
}

function readRule({ parameters }: OperationContext): DestroyRule {
  return {
    destroyType: parameters.optionalNumber('destroyType') ?? DEFAULT_DESTROY_RULE.destroyType,
    destroyTime: parameters.optionalNumber('destroyTime') ?? DEFAULT_DESTROY_RULE.destroyTime,
  };
}

function setDestroyType(room: Chatroom, context: OperationContext): ApiReply {
  room.rule = readRule(context);
  return success();
}

function destroy({ app, parameters }: OperationContext): ApiReply {
  for (const chatroomId of parameters.texts('chatroomId')) app.state.chatrooms.destroy(chatroomId);
  return success();
}

function get(context: OperationContext): ApiReply {
  const room = roomOf(context);
  if (room === undefined) {
    const chatroomId = context.parameters.text('chatroomId');
    return refusal(400, NO_CHATROOM, `There is no chatroom ${chatroomId}`, context.path);
  }
  return success({
    chatroomId: room.chatroomId,
    createTime: room.createdAt,
    memberCount: room.members.size,
    ...room.rule,
    ban: room.allMuted,
  });
}

function bindRtcRoom(room: Chatroom, { parameters }: OperationContext): ApiReply {
  room.rtcRoomId = parameters.text('rtcroomId');
  return success();
}

function setDistribution(room: Chatroom, distributes: boolean): ApiReply {
  room.distributes = distributes;
  return success();
}
