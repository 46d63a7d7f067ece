import type {
  ChatroomChange,
  ChatroomEntryChange,
  ChatroomStatusChange,
  ChatroomStore,
} from '../state/chatroom.store.js';
import type { CallbackDispatcher } from './callback-dispatcher.js';
import { ChangeBatch } from './change-batch.js';
import type { ImEmulatorEventBodies } from './event-bodies.types.js';

type StatusBody = ImEmulatorEventBodies['chatroom-status'];
type AttributesBody = ImEmulatorEventBodies['chatroom-attributes'];

const CAUSES = { call: 0, offline: 1, block: 2, time: 3 } as const;
const STATUS_TYPES = { created: 0, joined: 1, left: 2, destroyed: 3 } as const;
const ENTRY_TYPES = { 'entry-set': 1, 'entry-deleted': 2 } as const;
/** The value of a field that the service keeps for later. */
const RESERVED = 0;

/** Tells the app server of what happens in chatrooms, whether a device or a call is behind it. */
export function reportChatrooms(chatrooms: ChatroomStore, callbacks: CallbackDispatcher): void {
  const statuses = new ChangeBatch<ChatroomStatusChange>(callbacks, (changes) => {
    callbacks.start('chatroom-status', statusBodies(changes));
  });
  const entries = new ChangeBatch<ChatroomEntryChange>(callbacks, (changes) => {
    callbacks.start('chatroom-attributes', changes.map(attributesBody));
  });
  chatrooms.changes.add((change: ChatroomChange) => {
    if ('entry' in change) entries.add(change);
    else statuses.add(change);
  });
}

/** Users to whom the same happened one after the other are named together. */
function statusBodies(changes: readonly ChatroomStatusChange[]): readonly StatusBody[] {
  const bodies: StatusBody[] = [];
  for (const change of changes) {
    const body = statusBody(change);
    const last = bodies.at(-1);
    if (last === undefined || body.userIds.length === 0 || !isAlike(last, body)) bodies.push(body);
    else bodies.splice(-1, 1, { ...last, userIds: [...last.userIds, ...body.userIds] });
  }
  return bodies;
}

function statusBody(change: ChatroomStatusChange): StatusBody {
  return {
    chatRoomId: change.chatroomId,
    userIds: 'userId' in change ? [change.userId] : [],
    status: CAUSES[change.cause],
    type: STATUS_TYPES[change.kind],
    time: change.time,
  };
}

function isAlike(one: StatusBody, other: StatusBody): boolean {
  return (
    one.chatRoomId === other.chatRoomId &&
    one.status === other.status &&
    one.type === other.type &&
    one.time === other.time
  );
}

/** Whether a deletion tells the value that was there is not documented: it does not. */
function attributesBody(change: ChatroomEntryChange): AttributesBody {
  const { chatroomId, kind, entry, operator, time, version } = change;
  return {
    chatroomId,
    key: entry.key,
    ...(kind === 'entry-set' ? { value: entry.value } : {}),
    optType: ENTRY_TYPES[kind],
    userId: operator,
    status: RESERVED,
    timestamp: time,
    version,
  };
}
