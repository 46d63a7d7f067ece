import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorEvent } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { bodyOf, watchCallbacks } from '../../support/received-callback.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 2);

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let look: ReturnType<typeof watchCallbacks>;

beforeEach(async () => {
  now = START;
  receiver = await startReceiver();
  emulator = await ImEmulator.start({
    clock: () => now,
    callbackUrls: {
      'chatroom-status': `${receiver.url}/chatroom-status`,
      'chatroom-attributes': `${receiver.url}/chatroom-attributes`,
    },
  });
  look = watchCallbacks(emulator, receiver);
  for (const userId of ['alice', 'bob']) emulator.addUser({ userId });
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}/chatroom/${path}.json`, fields);
const inRoom = (path: string, fields: FormFields = {}) =>
  form(path, { chatroomId: 'room', ...fields });

const told = async (event: ImEmulatorEvent) => (await look(event)).map(bodyOf);

describe('chatroom-status', () => {
  const status = (type: number, cause: number, userIds: string[] = [], chatRoomId = 'room') => ({
    chatRoomId,
    userIds,
    status: cause,
    type,
    time: now,
  });

  it('tells of a room that a call creates and destroys', async () => {
    await inRoom('create_new');
    expect(await told('chatroom-status')).toEqual([[status(0, 0)]]);
    await inRoom('create_new');
    expect(await told('chatroom-status')).toEqual([]);
    now += 5;
    await inRoom('destroy');
    expect(await told('chatroom-status')).toEqual([[status(3, 0)]]);
    await inRoom('destroy');
    expect(await told('chatroom-status')).toEqual([]);
  });

  it('tells of devices that create a room, join and quit, of each user once', async () => {
    const [alice, again, bob] = ['alice', 'alice', 'bob'].map((id) => emulator.connect(id));
    alice?.joinChatroom('room');
    expect(await told('chatroom-status')).toEqual([[status(0, 0), status(1, 0, ['alice'])]]);
    again?.joinChatroom('room');
    expect(await told('chatroom-status')).toEqual([]);
    bob?.joinChatroom('room');
    expect(await told('chatroom-status')).toEqual([[status(1, 0, ['bob'])]]);
    alice?.quitChatroom('room');
    expect(await told('chatroom-status')).toEqual([]);
    again?.quitChatroom('room');
    expect(await told('chatroom-status')).toEqual([[status(2, 0, ['alice'])]]);
    bob?.disconnect();
    expect(await told('chatroom-status')).toEqual([[status(2, 1, ['bob'])]]);
  });

  it('tells of all that one call does in one callback, users with the same fate together', async () => {
    for (const userId of ['alice', 'bob']) emulator.connect(userId).joinChatroom('room');
    expect(await told('chatroom-status')).toEqual([[status(0, 0), status(1, 0, ['alice', 'bob'])]]);
    await inRoom('user/block/add', { userId: ['alice', 'bob'], minute: 5 });
    expect(await told('chatroom-status')).toEqual([[status(2, 2, ['alice', 'bob'])]]);
    await form('create_new', { chatroomId: 'other' });
    await told('chatroom-status');
    await form('destroy', { chatroomId: ['room', 'other'] });
    expect(await told('chatroom-status')).toEqual([[status(3, 0), status(3, 0, [], 'other')]]);
  });

  it('tells of a room that has ended by itself as soon as somebody looks', async () => {
    await inRoom('create_new');
    await told('chatroom-status');
    now += 2 * HOUR;
    await inRoom('get');
    const ended = { ...status(3, 3), time: START + HOUR };
    expect(await told('chatroom-status')).toEqual([[ended]]);
  });
});

describe('chatroom-attributes', () => {
  const entry = (optType: 1 | 2, key: string, userId: string, version: number, value?: string) => ({
    chatroomId: 'room',
    key,
    ...(value === undefined ? {} : { value }),
    optType,
    userId,
    status: 0,
    timestamp: now,
    version,
  });

  it('tells of entries that are set and deleted, with versions that grow', async () => {
    await inRoom('create_new', { entryOwnerId: 'alice', entryInfo: '{"topic":"tea"}' });
    expect(await told('chatroom-attributes')).toEqual([[entry(1, 'topic', 'alice', now, 'tea')]]);
    await inRoom('entry/batch/set', {
      entryOwnerId: 'bob',
      autoDelete: 0,
      entryInfo: '{"seat1":"b","seat2":"c"}',
    });
    expect(await told('chatroom-attributes')).toEqual([
      [entry(1, 'seat1', 'bob', now + 1, 'b'), entry(1, 'seat2', 'bob', now + 2, 'c')],
    ]);
    now += HOUR / 2;
    await inRoom('entry/set', { userId: 'bob', key: 'seat1', value: 'd', autoDelete: 0 });
    expect(await told('chatroom-attributes')).toEqual([[entry(1, 'seat1', 'bob', now, 'd')]]);
    await inRoom('entry/remove', { userId: 'alice', key: 'seat1' });
    expect(await told('chatroom-attributes')).toEqual([[entry(2, 'seat1', 'alice', now + 1)]]);
    await inRoom('entry/remove', { userId: 'alice', key: 'seat1' });
    await inRoom('entry/batch/remove', { entryOwnerId: 'carol', entryKeys: '["seat1","seat2"]' });
    expect(await told('chatroom-attributes')).toEqual([[entry(2, 'seat2', 'carol', now + 2)]]);
  });

  it('tells of entries that go with their owner', async () => {
    const alice = emulator.connect('alice');
    alice.joinChatroom('room');
    await inRoom('entry/set', { userId: 'alice', key: 'seat', value: 'x', autoDelete: 1 });
    await told('chatroom-attributes');
    alice.quitChatroom('room');
    expect(await told('chatroom-attributes')).toEqual([[entry(2, 'seat', 'alice', now + 1)]]);
  });
});
