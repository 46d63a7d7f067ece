import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let emulator: ImEmulator;
let now: number;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
  [alice, bob] = ['alice', 'bob'].map((userId) => {
    emulator.addUser({ userId });
    return emulator.connect(userId);
  }) as [ImEmulatorClient, ImEmulatorClient];
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}/chatroom/${path}.json`, fields);
const inRoom = (path: string, fields: FormFields = {}) =>
  form(path, { chatroomId: 'room', ...fields });
const bodyOf = async (path: string, fields: FormFields = {}) => (await inRoom(path, fields)).body;
const create = (fields: FormFields = {}) => inRoom('create_new', fields);
const isThere = async () => (await bodyOf('get'))['code'] === 200;
const idsOf = async (order: 1 | 2 = 1, count = 500) =>
  ((await bodyOf('user/query', { order, count }))['users'] as { id: string }[]).map(({ id }) => id);

describe('a chatroom', () => {
  it('is read as it was created, and stays so when it is created again', async () => {
    await create({ destroyType: 1, destroyTime: 90, isBan: true });
    now += MINUTE;
    const again = await create();
    expect([again.status, again.reason]).toEqual([200, 'The chatroom room is there already']);
    expect(await bodyOf('get')).toEqual({
      code: 200,
      chatroomId: 'room',
      createTime: START,
      memberCount: 0,
      destroyType: 1,
      destroyTime: 90,
      ban: true,
    });
  });

  it('is not found when it is not there, which other calls only note', async () => {
    expect(await inRoom('get')).toMatchObject({ status: 400, body: { code: 23410 } });
    const muted = await inRoom('ban/add');
    expect([muted.status, muted.reason]).toEqual([200, 'There is no chatroom room']);
    await create();
    expect(await bodyOf('ban/check')).toEqual({ code: 200, status: 0 });
  });

  it('takes everything with it when it is destroyed', async () => {
    await create({ isBan: true, entryOwnerId: 'bob', entryInfo: '{"seat":"bob"}' });
    alice.joinChatroom('room');
    await inRoom('user/block/add', { userId: 'bob', minute: 5 });
    await inRoom('keepalive/add');
    await form('destroy', { chatroomId: ['room', 'nobody'] });
    expect(await isThere()).toBe(false);
    expect((await form('keepalive/query')).body).toEqual({ code: 200, chatroomIds: [] });
    bob.joinChatroom('room');
    expect(await bodyOf('get')).toMatchObject({ memberCount: 1, ban: false });
    expect(await bodyOf('entry/query')).toEqual({ code: 200, keys: [] });
  });
});

describe('the end of a chatroom', () => {
  it('comes after an hour in which nobody enters or leaves', async () => {
    await create();
    now += HOUR - 1;
    alice.joinChatroom('room');
    now += HOUR - 1;
    alice.quitChatroom('room');
    now += HOUR - 1;
    expect(await isThere()).toBe(true);
    now += 1;
    expect(await isThere()).toBe(false);
  });

  it('comes at its age, whatever happens in it', async () => {
    await create({ destroyType: 1, destroyTime: 120 });
    now += 2 * HOUR - 1;
    alice.joinChatroom('room');
    expect(await isThere()).toBe(true);
    now += 1;
    expect(await isThere()).toBe(false);
    // Its members are out, and a room of the same id is another one.
    await create();
    expect(await idsOf()).toEqual([]);
  });

  it('comes at once when the rule changes and the time has passed already', async () => {
    await create({ destroyType: 1, destroyTime: 600 });
    now += 2 * HOUR;
    await inRoom('destroy/set', { destroyType: 0, destroyTime: 180 });
    expect(await isThere()).toBe(true);
    await inRoom('destroy/set');
    expect(await isThere()).toBe(false);
  });

  it.each([
    ['kept alive', 'keepalive/add', {}],
    ['bound to an audio or video room', 'correlation/rtc', { rtcroomId: 'call' }],
  ])('does not come by itself while it is %s', async (_name, path, fields) => {
    await create({ destroyType: 1 });
    await inRoom(path, fields);
    now += 100 * HOUR;
    expect(await isThere()).toBe(true);
    await inRoom('keepalive/remove');
    expect(await isThere()).toBe(path === 'correlation/rtc');
    await inRoom('destroy');
    expect(await isThere()).toBe(false);
  });

  it('is held up for 5 rooms at most', async () => {
    const rooms = ['1', '2', '3', '4', '5', '6'];
    for (const chatroomId of rooms) await form('create_new', { chatroomId });
    const keep = async (chatroomId: string) =>
      (await form('keepalive/add', { chatroomId })).body['code'];
    expect(await Promise.all(rooms.map(keep))).toEqual([200, 200, 200, 200, 200, 1016]);
    expect(await keep('1')).toBe(200);
    await form('keepalive/remove', { chatroomId: '1' });
    expect(await keep('6')).toBe(200);
    const chatroomIds = rooms.slice(1);
    expect((await form('keepalive/query')).body).toEqual({ code: 200, chatroomIds });
  });
});

describe('members', () => {
  it('create the room that they enter, and are listed from either end', async () => {
    alice.joinChatroom('room');
    now += MINUTE;
    bob.joinChatroom('room');
    bob.joinChatroom('room');
    expect(await bodyOf('get')).toMatchObject({ createTime: START, memberCount: 2 });
    expect(await bodyOf('user/query', { count: 1, order: 2 })).toEqual({
      code: 200,
      total: 2,
      users: [{ id: 'bob', time: '2026-01-02 03:05:05' }],
    });
    expect(await idsOf(1)).toEqual(['alice', 'bob']);
    expect(await bodyOf('user/exist', { userId: 'bob' })).toEqual({ code: 200, isInChrm: true });
    expect(await bodyOf('users/exist', { userId: ['carol', 'bob'] })).toEqual({
      code: 200,
      result: [
        { userId: 'carol', isInChrm: 0 },
        { userId: 'bob', isInChrm: 1 },
      ],
    });
  });

  it('leave when they quit, go offline, or enter another room', async () => {
    const [carol, dave] = ['carol', 'dave'].map((userId) => {
      emulator.addUser({ userId });
      return emulator.connect(userId);
    });
    for (const client of [alice, bob, carol, dave]) client?.joinChatroom('room');
    alice.quitChatroom('room');
    bob.disconnect();
    carol?.joinChatroom('other');
    expect(await idsOf()).toEqual(['dave']);
    dave?.quitChatroom('other');
    expect(await idsOf()).toEqual(['dave']);
    expect(() => {
      bob.joinChatroom('room');
    }).toThrow('not connected');
  });

  it('stay while another device of theirs is in the room', async () => {
    const tablet = emulator.connect('alice');
    for (const device of [alice, tablet]) device.joinChatroom('room');
    alice.quitChatroom('room');
    expect(await idsOf()).toEqual(['alice']);
    tablet.disconnect();
    expect(await idsOf()).toEqual([]);
  });

  it('stay offline while they are on the whitelist of the room, which holds 5', async () => {
    for (const client of [alice, bob]) client.joinChatroom('room');
    await inRoom('user/whitelist/add', { userId: ['alice', 'bob'] });
    alice.disconnect();
    expect(await idsOf()).toEqual(['alice', 'bob']);
    await inRoom('user/whitelist/remove', { userId: ['alice', 'bob'] });
    expect(await idsOf()).toEqual(['bob']);

    await inRoom('user/whitelist/add', { userId: ['a', 'b', 'c', 'd'] });
    const beyond = await inRoom('user/whitelist/add', { userId: ['d', 'e', 'f'] });
    expect(beyond).toMatchObject({ status: 400, body: { code: 1002 } });
    const users = ['a', 'b', 'c', 'd'];
    expect(await bodyOf('user/whitelist/query')).toEqual({ code: 200, users });
  });

  it('who are blocked are out at once, and kept out until the block ends', async () => {
    for (const client of [alice, bob]) client.joinChatroom('room');
    await inRoom('user/block/add', { userId: ['alice', 'carol'], minute: 10 });
    expect(await idsOf()).toEqual(['bob']);
    const time = '2026-01-02 03:14:05';
    expect(await bodyOf('user/block/list')).toEqual({
      code: 200,
      users: [
        { time, userId: 'alice' },
        { time, userId: 'carol' },
      ],
    });
    const enter = () => {
      alice.joinChatroom('room');
    };
    now += 10 * MINUTE - 1;
    bob.joinChatroom('other');
    expect(enter).toThrow('alice is blocked from the chatroom room until 2026-01-02T03:14:05');
    now += 1;
    enter();
    expect(await idsOf()).toEqual(['alice']);
    await inRoom('user/block/add', { userId: 'alice', minute: 10 });
    await inRoom('user/block/rollback', { userId: 'alice' });
    enter();
    expect(await bodyOf('user/block/list')).toEqual({ code: 200, users: [] });
  });

  it('who are deactivated are gone, even from a whitelist', async () => {
    alice.joinChatroom('room');
    await inRoom('user/whitelist/add', { userId: 'alice' });
    await postForm(emulator.moduleOptions, `${emulator.url}/user/deactivate.json`, {
      userId: 'alice',
    });
    expect(await idsOf()).toEqual([]);
  });
});
