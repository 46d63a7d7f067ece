import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2);
const DAY_MS = 86_400_000;

let emulator: ImEmulator;
let now: number;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now, rateLimits: false });
  for (const userId of ['alice', 'bob', 'carol']) emulator.addUser({ userId });
  [alice, bob] = [emulator.connect('alice'), emulator.connect('bob')];
  const userId = ['alice', 'bob', 'carol'];
  await form('group/create', { groupId: 'climbers', groupName: 'Climbers', userId });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const query = (kind: string, fields: object) =>
  postJson(emulator.moduleOptions, `${emulator.url}/v3/message/${kind}/query.json`, {
    startTime: now,
    endTime: START,
    includeStart: true,
    ...fields,
  });

interface Found {
  readonly content: string;
  readonly msgTime: number;
}

const found = async (kind: string, fields: object) =>
  (await query(kind, fields)).body['data'] as readonly Found[];
const texts = async (kind: string, fields: object) =>
  (await found(kind, fields)).map(({ content }) => content);

/** Sends `1` to `count`, a millisecond apart. */
async function sendSome(count: number) {
  for (let index = 1; index <= count; index += 1) {
    now += 1;
    await alice.send({ toUserId: 'bob', objectName: 'app:Note', content: String(index) });
  }
}

const publish = (kind: string, content: string, fields: FormFields) =>
  form(`message/${kind}/publish`, {
    fromUserId: 'alice',
    objectName: 'app:Note',
    content,
    ...fields,
  });

describe('a history', () => {
  it('tells of each message of both users, the newest first', async () => {
    await alice.send({
      toUserId: 'bob',
      objectName: 'RC:TxtMsg',
      content: { content: 'hi' },
      expansion: true,
      extraContent: '{"a":"1"}',
    });
    now += 1;
    await bob.send({ toUserId: 'alice', objectName: 'app:Note', content: 'note' });
    const [first, second] = emulator.messages;
    const ofAlice = await found('private', { userId: 'alice', targetId: 'bob' });
    expect(ofAlice).toEqual([
      {
        targetId: 'bob',
        fromUserId: 'bob',
        messageUID: second?.messageUID,
        msgTime: now,
        objectName: 'app:Note',
        content: 'note',
        expansion: false,
        extraContent: '{}',
      },
      {
        targetId: 'bob',
        fromUserId: 'alice',
        messageUID: first?.messageUID,
        msgTime: START,
        objectName: 'RC:TxtMsg',
        content: '{"content":"hi"}',
        expansion: true,
        extraContent: '{"a":"1"}',
      },
    ]);
    expect(await texts('private', { userId: 'bob', targetId: 'alice' })).toHaveLength(2);
    expect(await texts('private', { userId: 'carol', targetId: 'alice' })).toEqual([]);
    expect(await texts('group', { userId: 'alice', targetId: 'bob' })).toEqual([]);
  });

  it('runs backwards from startTime, page by page', async () => {
    await sendSome(5);
    const conversation = { userId: 'bob', targetId: 'alice', pageSize: 2 };
    const newest = await found('private', conversation);
    expect(newest.map(({ content }) => content)).toEqual(['5', '4']);
    const startTime = newest.at(-1)?.msgTime;
    const next = { ...conversation, startTime, includeStart: false };
    expect(await texts('private', next)).toEqual(['3', '2']);
    expect(await texts('private', { ...next, includeStart: true })).toEqual(['4', '3']);
    expect(await texts('private', { ...next, endTime: START + 3 })).toEqual(['3']);
  });

  it('has ten messages on a page when nothing is said', async () => {
    await sendSome(11);
    const conversation = { userId: 'bob', targetId: 'alice' };
    expect(await texts('private', conversation)).toHaveLength(10);
    expect(await texts('private', { ...conversation, pageSize: 100 })).toHaveLength(11);
  });

  it.each([
    ['ends before it starts', 1, /startTime is the newer end/],
    ['is longer than 14 days', -14 * DAY_MS - 1, /at most 14 days/],
  ])('is not read in a window that %s', async (_what, distance, expected) => {
    const window = { startTime: START, endTime: START + distance };
    const reply = await query('private', { userId: 'bob', targetId: 'alice', ...window });
    expect([reply.status, reply.body['code']]).toEqual([400, 1002]);
    expect(reply.reason).toMatch(expected);
    const longest = { startTime: START, endTime: START - 14 * DAY_MS };
    expect((await query('private', { userId: 'b', targetId: 'a', ...longest })).status).toBe(200);
  });

  it('of the sender lacks what a server sent without a copy', async () => {
    await publish('private', 'without', { toUserId: ['bob'] });
    await publish('private', 'with', { toUserId: ['bob'], isIncludeSender: 1 });
    await publish('private', 'to herself', { toUserId: ['alice'] });
    expect(await texts('private', { userId: 'alice', targetId: 'bob' })).toEqual(['with']);
    expect(await texts('private', { userId: 'bob', targetId: 'alice' })).toEqual([
      'with',
      'without',
    ]);
    expect(await texts('private', { userId: 'alice', targetId: 'alice' })).toEqual(['to herself']);
  });

  it('lacks what is not to be stored, and status messages', async () => {
    await publish('private', 'passing', { toUserId: ['bob'], isPersisted: 0 });
    await form('statusmessage/private/publish', {
      fromUserId: 'alice',
      toUserId: ['bob'],
      objectName: 'app:Note',
      content: 'status',
    });
    expect(bob.received).toHaveLength(2);
    expect(await texts('private', { userId: 'bob', targetId: 'alice' })).toEqual([]);
  });

  it('of a group has messages to chosen members for them alone', async () => {
    await publish('group', 'all', { toGroupId: ['climbers'] });
    await publish('group', 'bob', { toGroupId: ['climbers'], toUserId: ['bob'] });
    expect(await texts('group', { userId: 'bob', targetId: 'climbers' })).toEqual(['bob', 'all']);
    expect(await texts('group', { userId: 'carol', targetId: 'climbers' })).toEqual(['all']);
    expect(await texts('group', { userId: 'alice', targetId: 'climbers' })).toEqual([]);
  });

  it('has a new content, and the recall in place of what was recalled', async () => {
    await sendSome(2);
    const [first, second] = emulator.messages.map(({ messageUID }) => messageUID);
    const sender = { fromUserId: 'alice', targetId: 'bob' };
    const content = '"edited"';
    await form('message/private/modify', { ...sender, msgUID: first ?? '', content });
    now += 1;
    await form('message/recall', { ...sender, conversationType: 1, messageUID: second ?? '' });
    const history = await found('private', { userId: 'bob', targetId: 'alice' });
    expect(history).toMatchObject([
      { objectName: 'RC:RcCmd', msgTime: START + 3 },
      { messageUID: first, content, msgTime: START + 1 },
    ]);
    expect(history).toHaveLength(2);
  });
});

describe('clearing a history', () => {
  const clear = (fields: FormFields) => form('conversation/message/history/clean', fields);

  it('takes the messages before a time from the copy of one user', async () => {
    await sendSome(3);
    const conversation = { conversationType: 1, fromUserId: 'bob', targetId: 'alice' };
    const { body } = await clear({ ...conversation, msgTimestamp: START + 3 });
    expect(body).toEqual({ code: 200 });
    expect(await texts('private', { userId: 'bob', targetId: 'alice' })).toEqual(['3']);
    expect(await texts('private', { userId: 'alice', targetId: 'bob' })).toEqual(['3', '2', '1']);
    expect(emulator.messages).toHaveLength(3);
  });

  it('takes all so far when no time is said, and nothing that follows', async () => {
    await sendSome(2);
    await clear({ conversationType: 1, fromUserId: 'bob', targetId: 'alice' });
    await alice.send({ toUserId: 'bob', objectName: 'app:Note', content: 'new' });
    expect(await texts('private', { userId: 'bob', targetId: 'alice' })).toEqual(['new']);
  });

  it('of a group leaves those of the others, of a chatroom it leaves none', async () => {
    alice.joinChatroom('room-1');
    await alice.send({
      toUserId: 'climbers',
      channelType: 'GROUP',
      objectName: 'app:Note',
      content: '1',
    });
    await publish('chatroom', '2', { toChatroomId: ['room-1'] });
    await clear({ conversationType: 3, fromUserId: 'bob', targetId: 'climbers' });
    expect(await texts('group', { userId: 'bob', targetId: 'climbers' })).toEqual([]);
    expect(await texts('group', { userId: 'carol', targetId: 'climbers' })).toEqual(['1']);
    expect(await texts('chatroom', { userId: 'bob', targetId: 'room-1' })).toEqual(['2']);
    await clear({ conversationType: 4, fromUserId: 'alice', targetId: 'room-1' });
    expect(await texts('chatroom', { userId: 'bob', targetId: 'room-1' })).toEqual([]);
  });
});
