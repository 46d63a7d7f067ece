import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const MINUTE = 60_000;

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}/chatroom/${path}.json`, fields);
const inRoom = (path: string, fields: FormFields = {}) =>
  form(path, { chatroomId: 'room', ...fields });
const bodyOf = async (path: string, fields: FormFields = {}) => (await inRoom(path, fields)).body;
const create = (fields: FormFields = {}) => inRoom('create_new', fields);

describe('mutes', () => {
  it('of single users end by themselves, in one room or in all', async () => {
    await create();
    for (const path of ['user/gag', 'user/ban']) {
      await inRoom(`${path}/add`, { userId: ['alice', 'bob'], minute: 1 });
      await inRoom(`${path}/add`, { userId: 'alice', minute: 2 });
    }
    now += MINUTE;
    const users = [{ time: '2026-01-02 03:06:05', userId: 'alice' }];
    for (const path of ['user/gag/list', 'user/ban/query']) {
      expect(await bodyOf(path)).toEqual({ code: 200, users });
    }
    await inRoom('user/gag/rollback', { userId: 'alice' });
    await form('user/ban/remove', { userId: 'alice' });
    for (const path of ['user/gag/list', 'user/ban/query']) {
      expect(await bodyOf(path)).toEqual({ code: 200, users: [] });
    }
  });

  it('of all are listed page by page, with their exceptions', async () => {
    for (const chatroomId of ['1', '2', '3']) await form('create_new', { chatroomId, isBan: true });
    await create();
    const page = async (fields: FormFields) => (await form('ban/query', fields)).body;
    expect(await page({ size: 2 })).toEqual({ code: 200, chatroomIds: ['1', '2'] });
    expect(await page({ size: 2, page: 2 })).toEqual({ code: 200, chatroomIds: ['3'] });
    await inRoom('ban/add');
    expect(await bodyOf('ban/check')).toEqual({ code: 200, status: 1 });
    await inRoom('ban/rollback');
    expect(await bodyOf('ban/check')).toEqual({ code: 200, status: 0 });

    await inRoom('user/ban/whitelist/add', { userId: ['alice', 'bob'] });
    await inRoom('user/ban/whitelist/rollback', { userId: 'alice' });
    expect(await bodyOf('user/ban/whitelist/query')).toEqual({ code: 200, userIds: ['bob'] });
    const many = Array.from({ length: 20 }, (_, index) => `user-${index}`);
    const beyond = await inRoom('user/ban/whitelist/add', { userId: many });
    expect(beyond.body['code']).toBe(1002);
  });
});

describe('entries', () => {
  const set = (key: string, fields: FormFields = {}) =>
    inRoom('entry/set', { userId: 'alice', key, value: 'x', ...fields });
  const setMany = (entryInfo: object, fields: FormFields = {}) =>
    inRoom('entry/batch/set', {
      entryOwnerId: 'alice',
      entryInfo: JSON.stringify(entryInfo),
      ...fields,
    });
  const keysOf = async (fields: FormFields = {}) =>
    ((await bodyOf('entry/query', fields))['keys'] as { key: string }[]).map(({ key }) => key);

  beforeEach(() => create());

  it('are overwritten with owner and value, and read by name or all', async () => {
    await set('seat', { autoDelete: 1 });
    now += MINUTE;
    await setMany({ seat: 'bob', game: 'go' }, { entryOwnerId: 'bob' });
    expect(await bodyOf('entry/query', { keys: ['seat', 'nothing'] })).toEqual({
      code: 200,
      keys: [
        { key: 'seat', value: 'bob', userId: 'bob', autoDelete: '0', lastSetTime: String(now) },
      ],
    });
    expect(await keysOf()).toEqual(['seat', 'game']);
    await inRoom('entry/remove', { userId: 'alice', key: 'seat' });
    await inRoom('entry/batch/remove', { entryOwnerId: 'alice', entryKeys: '["game","none"]' });
    expect(await keysOf()).toEqual([]);
  });

  it('are changed with a message to the room, when the call asks for one', async () => {
    await set('seat');
    const notice = { objectName: 'RC:chrmKVNotiMsg', content: '{"type":1,"key":"seat"}' };
    await set('seat', notice);
    await inRoom('entry/remove', { userId: 'bob', key: 'seat', ...notice });
    const message = { toUserId: 'room', channelType: 'TEMPGROUP', source: 'Server', ...notice };
    expect(emulator.messages).toMatchObject([
      { fromUserId: 'alice', ...message },
      { fromUserId: 'bob', ...message },
    ]);
  });

  it('go with their owner when they are set to', async () => {
    const [alice, bob] = ['alice', 'bob'].map((userId) => {
      emulator.addUser({ userId });
      return emulator.connect(userId);
    });
    for (const client of [alice, bob]) client?.joinChatroom('room');
    await set('mine', { autoDelete: 1 });
    await set('lasting');
    await setMany({ his: 'x' }, { entryOwnerId: 'bob', autoDelete: 1 });
    alice?.disconnect();
    expect(await keysOf()).toEqual(['lasting', 'his']);
  });

  it('are 100 at most, of which known ones can be changed still', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      const names = Array.from({ length: 20 }, (_, index) => [`key-${batch}-${index}`, 'x']);
      await setMany(Object.fromEntries(names) as object);
    }
    now += 1_000;
    expect((await set('one-more')).body['code']).toBe(1002);
    expect((await setMany({ 'key-0-0': 'new', another: 'x' })).body['code']).toBe(1002);
    expect((await set('key-0-0', { value: 'newer' })).status).toBe(200);
    expect(await bodyOf('entry/query', { keys: 'key-0-0' })).toMatchObject({
      keys: [{ value: 'newer' }],
    });
  });

  it.each([
    ['a space', { 'a b': 'x' }, 1002],
    ['a key that is too long', { ['k'.repeat(129)]: 'x' }, 1005],
    ['a number as value', { seat: 1 }, 1002],
    ['a value that is too long', { seat: 'x'.repeat(4_097) }, 1005],
  ])('with %s are refused, and none is set', async (_name, broken, code) => {
    expect((await setMany({ fine: 'x', ...broken })).body['code']).toBe(code);
    expect(await keysOf()).toEqual([]);
  });

  it('have keys of letters, digits and +=-_ in single calls too', async () => {
    expect((await set('späti')).body['code']).toBe(1002);
    expect((await set('A+b=c-9_')).status).toBe(200);
    expect((await setMany(JSON.parse('{"__proto__":"x"}') as object)).status).toBe(200);
    expect(await keysOf()).toEqual(['A+b=c-9_', '__proto__']);
  });

  it('of a new room need an owner', async () => {
    const entryInfo = '{"seat":"alice"}';
    const other = { chatroomId: 'other', entryInfo };
    expect((await form('create_new', other)).body['code']).toBe(1002);
    await form('create_new', { ...other, entryOwnerId: 'alice' });
    const { body } = await form('entry/query', { chatroomId: 'other' });
    expect(body).toMatchObject({ keys: [{ key: 'seat', userId: 'alice', autoDelete: '0' }] });
  });
});

describe('lists of message types', () => {
  it.each([
    ['message/priority/remove', 'message/priority', 'objectName', 'objectNames'],
    ['whitelist/delete', 'whitelist', 'objectnames', 'whitlistMsgType'],
  ])('are changed by %s and hold 20', async (remove, path, parameter, field) => {
    await form(`${path}/add`, { [parameter]: ['a:1', 'a:2', 'a:1'] });
    await form(remove, { [parameter]: ['a:1', 'a:3'] });
    expect((await form(`${path}/query`)).body).toEqual({ code: 200, [field]: ['a:2'] });
    for (let type = 3; type < 22; type += 1) {
      expect((await form(`${path}/add`, { [parameter]: `a:${type}` })).status).toBe(200);
    }
    expect((await form(`${path}/add`, { [parameter]: 'a:22' })).body['code']).toBe(1002);
  });
});
