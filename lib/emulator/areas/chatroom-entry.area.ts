import { success, type ApiReply } from '../http/api-request.js';
import { PARAMETER_TOO_LONG, ParameterRefusal } from '../parameters/parameter-refusal.js';
import { MAX_CHATROOM_ENTRIES, type NewEntries } from '../state/chatroom.store.js';
import type { Chatroom } from '../state/chatroom.js';
import { roomOf, withRoom } from './chatroom-of-call.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';

const KEY = /^[\w+=-]+$/;
const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 4_096;
const SUCCESS = 200;

/**
 * Entries of chatrooms. Whether the single calls touch an entry of another owner is not documented:
 * they do, as those on many are documented to.
 */
export const chatroomEntryHandlers: OperationHandlers = {
  'POST /chatroom/entry/set.json': withRoom(setEntry),
  'POST /chatroom/entry/batch/set.json': withRoom(setEntries),
  'POST /chatroom/entry/remove.json': withRoom(deleteEntry),
  'POST /chatroom/entry/batch/remove.json': withRoom(deleteEntries),
  'POST /chatroom/entry/query.json': queryEntries,
};

/**
 * The entries that a call brings; the catalogue does not look into them.
 * @throws ParameterRefusal
 */
export function readEntries({ parameters }: OperationContext): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(parameters.object('entryInfo') ?? {})) {
    if (typeof value !== 'string') {
      throw new ParameterRefusal(`entryInfo.${key} is not a text`);
    }
    if (Array.from(value).length > MAX_VALUE_LENGTH) {
      const reason = `entryInfo.${key} has more than ${MAX_VALUE_LENGTH} characters`;
      throw new ParameterRefusal(reason, PARAMETER_TOO_LONG);
    }
    values.set(checkKey(key), value);
  }
  return values;
}

function checkKey(key: string): string {
  if (key.length > MAX_KEY_LENGTH) {
    const reason = `The key ${key} has more than ${MAX_KEY_LENGTH} characters`;
    throw new ParameterRefusal(reason, PARAMETER_TOO_LONG);
  }
  if (KEY.test(key)) return key;
  throw new ParameterRefusal(`The key ${key} has other characters than letters, digits and +=-_`);
}

function setEntry(room: Chatroom, context: OperationContext): ApiReply {
  const { parameters } = context;
  const reply = set(room, context, {
    values: new Map([[checkKey(parameters.text('key')), parameters.text('value')]]),
    userId: parameters.text('userId'),
    autoDelete: parameters.flag('autoDelete'),
  });
  if (reply.code === SUCCESS) sendNotice(room, context);
  return reply;
}

function setEntries(room: Chatroom, context: OperationContext): ApiReply {
  const { parameters } = context;
  return set(room, context, {
    values: readEntries(context),
    userId: parameters.text('entryOwnerId'),
    autoDelete: parameters.flag('autoDelete'),
  });
}

function set(room: Chatroom, context: OperationContext, entries: NewEntries): ApiReply {
  if (context.app.state.chatrooms.setEntries(room, entries)) return success();
  return invalid(context, `A chatroom holds ${MAX_CHATROOM_ENTRIES} entries`);
}

function deleteEntry(room: Chatroom, context: OperationContext): ApiReply {
  const { app, parameters } = context;
  app.state.chatrooms.deleteEntries(room, [parameters.text('key')], parameters.text('userId'));
  sendNotice(room, context);
  return success();
}

/** The message about a change that a call may ask for. */
function sendNotice({ chatroomId }: Chatroom, { app, parameters, now }: OperationContext): void {
  const objectName = parameters.optionalText('objectName');
  if (objectName === undefined) return;
  const message = {
    messageUID: app.state.messages.createUid(now),
    fromUserId: parameters.text('userId'),
    toUserId: chatroomId,
    channelType: 'TEMPGROUP',
    objectName,
    content: parameters.optionalText('content') ?? '',
    timestamp: now,
    source: 'Server',
  } as const;
  app.flow.deliver(message, { includeSender: false });
}

function deleteEntries(room: Chatroom, { app, parameters }: OperationContext): ApiReply {
  const operator = parameters.text('entryOwnerId');
  app.state.chatrooms.deleteEntries(room, parameters.texts('entryKeys'), operator);
  return success();
}

function queryEntries(context: OperationContext): ApiReply {
  const all = [...(roomOf(context)?.entries.values() ?? [])];
  const asked = context.parameters.texts('keys');
  const keys = all
    .filter(({ key }) => asked.length === 0 || asked.includes(key))
    .map((entry) => ({
      ...entry,
      autoDelete: entry.autoDelete ? '1' : '0',
      lastSetTime: String(entry.lastSetTime),
    }));
  return success({ keys });
}
