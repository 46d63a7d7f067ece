import type { BodyKind, ImEventName } from '../../lib/callback/events/event.map.js';

/** One documented form of an event's body, and the event that a handler must get. */
export interface EventVariant {
  readonly event: ImEventName;
  readonly variant: string;
  readonly kind: BodyKind;
  readonly body: unknown;
  readonly expected: unknown;
}

/** A message as the platform routes it. */
const ROUTED = {
  fromUserId: 'alice',
  toUserId: 'grp-7',
  objectName: 'RC:TxtMsg',
  content: '{"content":"hi"}',
  channelType: 'GROUP',
  msgTimestamp: '1767225600123',
  msgUID: 'CD01-AAAA-BBBB-0001',
  originalMsgUID: '',
  sensitiveType: '0',
  source: 'iOS',
  busChannel: '',
  groupUserIds: ['bob', 'carol'],
};
const ROUTED_EVENT = {
  fromUserId: 'alice',
  toUserId: 'grp-7',
  objectName: 'RC:TxtMsg',
  content: { content: 'hi' },
  channelType: 'GROUP',
  msgTimestamp: 1767225600123,
  msgUID: 'CD01-AAAA-BBBB-0001',
  sensitiveType: 0,
  source: 'iOS',
  groupUserIds: ['bob', 'carol'],
};

/** A message that waits, with all fields; those of 2021 are the first nine. */
const WAITING_IN_2021 = {
  appKey: 'app-key',
  fromUserId: 'alice',
  targetId: 'room-9',
  msgType: 'RC:TxtMsg',
  content: '{"content":"hello"}',
  channelType: 'TEMPGROUP',
  msgTimeStamp: '1767225600456',
  messageId: 'CD01-AAAA-BBBB-0002',
  os: 'Android',
};
const WAITING_EVENT_OF_2021 = {
  appKey: 'app-key',
  fromUserId: 'alice',
  targetId: 'room-9',
  objectName: 'RC:TxtMsg',
  content: { content: 'hello' },
  channelType: 'TEMPGROUP',
  msgTimestamp: 1767225600456,
  msgUID: 'CD01-AAAA-BBBB-0002',
  os: 'Android',
};
const WAITING = {
  ...WAITING_IN_2021,
  toUserIds: 'bob,carol',
  pushContent: 'Hello',
  disablePush: 'false',
  pushExt: '{"title":"Shop"}',
  expansion: 'true',
  extraContent: '{"state":"open"}',
  originalMsgUID: '',
  busChannel: '',
  clientIp: '203.0.113.9:51000',
  aiGenerated: 'true',
};
const WAITING_EVENT = {
  ...WAITING_EVENT_OF_2021,
  toUserIds: ['bob', 'carol'],
  pushContent: 'Hello',
  disablePush: false,
  pushExt: { title: 'Shop' },
  expansion: true,
  extraContent: { state: 'open' },
  clientIp: '203.0.113.9:51000',
  aiGenerated: true,
};

const PRESENCE = {
  userid: 'alice',
  status: '0',
  os: 'iOS',
  time: 1767225600789,
  clientIp: '203.0.113.9:52001',
  sessionId: 'sess-1',
};
const PRESENCE_EVENT = {
  userId: 'alice',
  status: '0',
  os: 'iOS',
  time: 1767225600789,
  clientIp: '203.0.113.9:52001',
  sessionId: 'sess-1',
};

const DEACTIVATION = {
  userId: 'alice',
  operateId: 'op-42',
  type: '0',
  code: '0',
  time: '1767225601000',
};
const DEACTIVATION_EVENT = {
  userId: 'alice',
  operateId: 'op-42',
  type: 0,
  code: '0',
  time: 1767225601000,
};

const JOINED = {
  chatRoomId: 'room-9',
  userIds: ['alice'],
  status: 0,
  type: 1,
  time: 1767225602000,
};
const DESTROYED = { chatRoomId: 'room-9', userIds: [], status: 3, type: 3, time: 1767225603000 };
const JOINED_EVENT = {
  chatroomId: 'room-9',
  userIds: ['alice'],
  status: 0,
  type: 1,
  time: 1767225602000,
};

const ATTRIBUTE = {
  chatroomId: 'room-9',
  key: 'seat1',
  value: '',
  optType: 1,
  userId: 'alice',
  status: 0,
  timestamp: 1767225604000,
  version: 1767225604000,
};

const MODERATED = {
  appKey: 'demo-key',
  fromUserId: 'alice',
  targetId: 'grp-7',
  toUserIds: 'bob',
  conversationType: 'GROUP',
  objectName: 'RC:TxtMsg',
  message: '{"content":"rude"}',
  extraContent: { state: 'open' },
  clientOs: 'iOS',
  messageTime: 1767225605000,
  messageId: 'CD01-AAAA-BBBB-0003',
};
const MODERATION = {
  result: 10001,
  content: JSON.stringify(MODERATED),
  msgUID: 'CD01-AAAA-BBBB-0003',
  serviceProvider: 'provider-x',
  resultDetail: '{"label":"abuse"}',
};
const MODERATION_EVENT = {
  result: 10001,
  msgUID: 'CD01-AAAA-BBBB-0003',
  serviceProvider: 'provider-x',
  resultDetail: { label: 'abuse' },
  appKey: 'demo-key',
  fromUserId: 'alice',
  targetId: 'grp-7',
  toUserIds: ['bob'],
  channelType: 'GROUP',
  objectName: 'RC:TxtMsg',
  content: { content: 'rude' },
  extraContent: { state: 'open' },
  clientOs: 'iOS',
  msgTimestamp: 1767225605000,
};

const HOSTED = {
  eventType: 3,
  result: false,
  time: 1767225606000,
  optUserId: 'alice',
  contents: [{ key: 'name', content: 'x', result: false }],
};

const RECALL = {
  eventType: 1,
  fromUserId: 'alice',
  optTime: 1767225607000,
  source: 'iOS',
  conversationInfo: { conversationType: 3, targetId: 'grp-7' },
  originalMsgInfo: { messageId: 'CD01-AAAA-BBBB-0001', messageTime: 1767225600123 },
  recallMsgInfo: { isDelete: 0, isAdmin: 1, extra: '' },
};
const RECALL_EVENT = {
  eventType: 1,
  fromUserId: 'alice',
  optTime: 1767225607000,
  source: 'iOS',
  conversationInfo: { channelType: 'GROUP', targetId: 'grp-7' },
  originalMsgInfo: { msgUID: 'CD01-AAAA-BBBB-0001', msgTimestamp: 1767225600123 },
  recallMsgInfo: { isDelete: false, isAdmin: true },
};
const DELETION = {
  eventType: 2,
  fromUserId: 'alice',
  optTime: 1767225607000,
  source: 'Server',
  conversationInfo: { conversationType: 10, targetId: 'ultra-1', busChannel: 'news' },
  deleteMsgInfo: { deleteType: 2, msgTimestamp: 1767225600000 },
};
const DELETION_EVENT = {
  eventType: 2,
  fromUserId: 'alice',
  optTime: 1767225607000,
  source: 'Server',
  conversationInfo: { channelType: 'ULTRAGROUP', targetId: 'ultra-1', busChannel: 'news' },
  deleteMsgInfo: { deleteType: 2, msgTimestamp: 1767225600000 },
};

const PROFILE = {
  userId: 'alice',
  type: 1,
  time: 1767225608000,
  userProfile: '{"name":"Alice","email":"","gender":2}',
  userExtProfile: '{"ext_city":"Oslo"}',
};
const PROFILE_EVENT = {
  userId: 'alice',
  type: 1,
  time: 1767225608000,
  userProfile: { name: 'Alice', email: '', gender: 2 },
  userExtProfile: { ext_city: 'Oslo' },
};

const FRIENDSHIP = {
  eventType: 2,
  userId: 'bob',
  toUserId: 'alice',
  time: 1767225609000,
  source: 'Android',
  extra: 'It is me',
};

const GROUP = {
  groupId: 'grp-7',
  groupName: 'Team',
  time: 1767225610000,
  optUserId: 'alice',
  groupProfile: { announcement: 'hi' },
  groupExtProfile: { ext_topic: 'tea' },
  permissions: { joinPerm: 1 },
};
const { groupName, ...NAMELESS } = GROUP;

const OPERATION = {
  groupId: 'grp-7',
  eventType: 2,
  time: 1767225611000,
  optUserId: 'alice',
  userIds: ['bob'],
};

const TOLD = {
  type: 'message:private',
  timestamp: 1767225612000,
  bot: { userId: 'bot-1', name: 'Helper', metadata: { lang: 'en' } },
  data: {
    fromUserId: 'alice',
    toUserId: 'bot-1',
    objectName: 'RC:TxtMsg',
    content: '{"content":"hi"}',
    channelType: 'PERSON',
  },
};
const TOLD_EVENT = {
  ...TOLD,
  fromUserId: 'alice',
  toUserId: 'bot-1',
  objectName: 'RC:TxtMsg',
  content: { content: 'hi' },
  channelType: 'PERSON',
};
const BOT_READ = {
  type: 'message:private_read',
  timestamp: 1767225612000,
  bot: { userId: 'bot-1', name: 'Helper' },
  data: { fromUserId: 'alice', msgUID: ['M-1', 'M-2'], channelType: '' },
};
const BOT_JOINED = {
  type: 'group:bot_join',
  timestamp: 1767225612000,
  bot: { userId: 'bot-1', name: 'Helper' },
  data: { groupId: 'grp-7' },
};

function variant(
  event: ImEventName,
  name: string,
  kind: BodyKind,
  body: unknown,
  expected: unknown,
): EventVariant {
  return { event, variant: name, kind, body, expected };
}

const NUMBERED: readonly (readonly [string, string])[] = [
  ['1', 'PERSON'],
  ['2', 'PERSONS'],
  ['3', 'GROUP'],
  ['4', 'TEMPGROUP'],
  ['5', 'CUSTOMERSERVICE'],
  ['6', 'NOTIFY'],
  ['7', 'MC'],
  ['8', 'MP'],
];

/** All documented forms of the events' bodies; the first of an event is the one of its page. */
export const EVENT_VARIANTS: readonly EventVariant[] = [
  variant('message-routing', 'a form', 'form', ROUTED, ROUTED_EVENT),
  ...NUMBERED.map(([channelType, name]) => {
    const expected = { ...ROUTED_EVENT, channelType: name };
    return variant(
      'message-routing',
      `kind ${channelType}`,
      'form',
      { ...ROUTED, channelType },
      expected,
    );
  }),
  variant(
    'message-routing',
    'a single receiver and free text',
    'form',
    { ...ROUTED, objectName: 'app:free', content: 'hi there', groupUserIds: 'bob' },
    { ...ROUTED_EVENT, objectName: 'app:free', content: 'hi there', groupUserIds: ['bob'] },
  ),
  variant(
    'message-routing',
    'an edit in an ultra group',
    'form',
    {
      ...ROUTED,
      channelType: 'ULTRAGROUP',
      originalMsgUID: 'CD01-AAAA-BBBB-0000',
      busChannel: 'news',
      sensitiveType: '2',
      aiGenerated: 'true',
    },
    {
      ...ROUTED_EVENT,
      channelType: 'ULTRAGROUP',
      originalMsgUID: 'CD01-AAAA-BBBB-0000',
      busChannel: 'news',
      sensitiveType: 2,
      aiGenerated: true,
    },
  ),
  variant('pre-messaging', 'a form', 'form', WAITING, WAITING_EVENT),
  variant('pre-messaging', 'the fields of 2021', 'form', WAITING_IN_2021, WAITING_EVENT_OF_2021),
  variant('user-online-status', 'a list', 'json', [PRESENCE], [PRESENCE_EVENT]),
  variant('user-online-status', 'a single change', 'json', PRESENCE, [PRESENCE_EVENT]),
  variant(
    'user-online-status',
    'userId and numbers',
    'json',
    [{ userId: 'alice', status: 1, time: 1767225600789 }],
    [{ userId: 'alice', status: '1', time: 1767225600789 }],
  ),
  variant('user-deactivation-result', 'a form', 'form', DEACTIVATION, DEACTIVATION_EVENT),
  variant('user-deactivation-result', 'JSON', 'json', DEACTIVATION_EVENT, DEACTIVATION_EVENT),
  variant(
    'chatroom-status',
    'a list',
    'json',
    [JOINED, DESTROYED],
    [JOINED_EVENT, { chatroomId: 'room-9', userIds: [], status: 3, type: 3, time: 1767225603000 }],
  ),
  variant('chatroom-status', 'a single change', 'json', JOINED, [JOINED_EVENT]),
  variant('chatroom-attributes', 'a list', 'json', [ATTRIBUTE], [ATTRIBUTE]),
  variant('chatroom-attributes', 'a single change', 'json', ATTRIBUTE, [ATTRIBUTE]),
  variant(
    'chatroom-attributes',
    'all deleted',
    'json',
    [{ chatroomId: 'room-9', key: '', optType: 3, userId: 'alice', timestamp: 5, version: 6 }],
    [{ chatroomId: 'room-9', optType: 3, userId: 'alice', timestamp: 5, version: 6 }],
  ),
  variant('moderation-result', 'JSON text in JSON', 'json', MODERATION, MODERATION_EVENT),
  variant(
    'moderation-result',
    'a number for the kind',
    'json',
    { ...MODERATION, content: JSON.stringify({ ...MODERATED, conversationType: 3 }) },
    MODERATION_EVENT,
  ),
  variant('hosted-profile-moderation-result', 'JSON', 'json', HOSTED, HOSTED),
  variant('message-operation', 'a recall', 'json', RECALL, RECALL_EVENT),
  variant('message-operation', 'a deletion', 'json', DELETION, DELETION_EVENT),
  variant('user-profile-sync', 'JSON text in JSON', 'json', PROFILE, PROFILE_EVENT),
  variant('user-profile-sync', 'objects', 'json', PROFILE_EVENT, PROFILE_EVENT),
  variant(
    'user-profile-sync',
    'objects and no type',
    'json',
    { ...PROFILE_EVENT, type: undefined },
    { ...PROFILE_EVENT, type: undefined },
  ),
  variant(
    'user-profile-sync',
    'a form',
    'form',
    { ...PROFILE, type: '1', time: '1767225608000' },
    PROFILE_EVENT,
  ),
  variant('friendship-sync', 'JSON', 'json', FRIENDSHIP, FRIENDSHIP),
  variant('group-profile-sync', 'a wrapped list', 'json', { profiles: [GROUP] }, [GROUP]),
  variant('group-profile-sync', 'a bare list', 'json', [GROUP], [GROUP]),
  variant('group-profile-sync', 'a single change', 'json', GROUP, [GROUP]),
  variant(
    'group-profile-sync',
    'JSON text in a form',
    'form',
    { profiles: JSON.stringify([GROUP]) },
    [GROUP],
  ),
  variant(
    'group-profile-sync',
    'groupname',
    'json',
    { profiles: [{ ...NAMELESS, groupname: groupName }] },
    [GROUP],
  ),
  variant('group-operation-sync', 'a bare list', 'json', [OPERATION], [OPERATION]),
  variant('group-operation-sync', 'a wrapped list', 'json', { profiles: [OPERATION] }, [OPERATION]),
  variant('group-operation-sync', 'a single operation', 'json', OPERATION, [OPERATION]),
  variant(
    'group-operation-sync',
    'a list of operators',
    'json',
    [{ ...OPERATION, optUserId: ['alice'] }],
    [OPERATION],
  ),
  variant('bot-event', 'a message', 'json', TOLD, TOLD_EVENT),
  variant(
    'bot-event',
    'a message with its id, and a number for the kind',
    'json',
    { ...TOLD, data: { ...TOLD.data, channelType: 1, msgUID: 'M-1', msgTimestamp: '5' } },
    {
      ...TOLD_EVENT,
      data: { ...TOLD.data, channelType: 1, msgUID: 'M-1', msgTimestamp: '5' },
      msgUID: 'M-1',
      msgTimestamp: 5,
    },
  ),
  variant('bot-event', 'what is no message', 'json', BOT_JOINED, BOT_JOINED),
  variant('bot-event', 'a receipt', 'json', BOT_READ, { ...BOT_READ, fromUserId: 'alice' }),
];

/** A body as it travels. */
export function encodeBody(kind: BodyKind, body: unknown): string {
  if (kind === 'json') return JSON.stringify(body);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body as Record<string, string | string[]>)) {
    for (const each of [value].flat()) form.append(name, each);
  }
  return form.toString();
}
