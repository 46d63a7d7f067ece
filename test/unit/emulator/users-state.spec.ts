import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const SECOND = 1_000;
const MINUTE = 60_000;

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now, developmentUserLimit: 3 });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, emulator.url + path, fields);
const register = (userId: string) => form('/user/getToken.json', { userId, name: userId });
const bodyOf = async (path: string, fields: FormFields) => (await form(path, fields)).body;

describe('the list of users', () => {
  const query = (fields: FormFields = {}) => bodyOf('/user/query.json', fields);
  const idsOf = (body: Record<string, unknown>) =>
    (body['users'] as { userId: string }[]).map(({ userId }) => userId);

  beforeEach(async () => {
    for (const userId of ['alice', 'bob', 'carol']) {
      await register(userId);
      now += SECOND;
    }
  });

  it('goes by registration, which a further token does not change', async () => {
    await register('alice');
    const body = await query();
    expect(body).toMatchObject({ code: 200, total: 3 });
    expect((body['users'] as object[])[0]).toEqual({
      userId: 'alice',
      userName: 'alice',
      userPortrait: '',
      regTime: '2026-01-02 03:04:05',
    });
    expect(idsOf(body)).toEqual(['alice', 'bob', 'carol']);
    expect(idsOf(await query({ order: 1 }))).toEqual(['carol', 'bob', 'alice']);
  });

  it('comes in pages, with the number of all users', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => query({ page, pageSize: 2 })));
    expect(pages.map(idsOf)).toEqual([['alice', 'bob'], ['carol'], []]);
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3]);
    expect(idsOf(await query({ page: 1, pageSize: 2, order: 1 }))).toEqual(['carol', 'bob']);
    expect((await form('/user/query.json', { pageSize: 101 })).status).toBe(400);
    expect((await form('/user/query.json', { pageSize: 0 })).status).toBe(400);
  });

  it('loses users that are deleted, which makes room for others', async () => {
    const client = emulator.connect('alice');
    expect((await register('dave')).body['code']).toBe(2007);
    expect((await form('/user/delusers.json', { userId: ['alice', 'nobody'] })).status).toBe(200);
    expect(client.connected).toBe(false);
    expect(idsOf(await query())).toEqual(['bob', 'carol']);
    expect((await form('/user/info.json', { userId: 'alice' })).body['code']).toBe(400);
    expect((await register('alice')).status).toBe(200);
    expect(idsOf(await query())).toEqual(['bob', 'carol', 'alice']);
  });
});

describe('a user', () => {
  it('is online while a device is connected', async () => {
    await register('alice');
    const status = async (userId: string) =>
      (await bodyOf('/user/checkOnline.json', { userId }))['status'];
    expect([await status('alice'), await status('nobody')]).toEqual(['0', '0']);
    const [phone, tablet] = [emulator.connect('alice'), emulator.connect('alice')];
    phone.disconnect();
    expect(await status('alice')).toBe('1');
    tablet.disconnect();
    expect(await status('alice')).toBe('0');
  });

  it('stays connected when tokens expire, and cannot connect with them again', async () => {
    const token = String((await register('alice')).body['token']);
    const client = emulator.connect(token);
    now += 1;
    await form('/user/token/expire.json', { userId: ['alice', 'bob'], time: now });
    expect(client.connected).toBe(true);
    expect((await client.send({ toUserId: 'bob', objectName: 'a:b', content: {} })).outcome).toBe(
      'delivered',
    );
    client.disconnect();
    expect(() => emulator.connect(token)).toThrow('valid token');
  });

  it('is in no group', async () => {
    const path = '/user/group/query.json';
    const reply = await form(path, { userId: 'alice', page: 1, size: 10 });
    expect(reply.body).toEqual({ code: 200, groups: [] });
    expect(reply.headers.get('x-emulator-state')).toBeNull();
  });
});

describe('the older way to reactivate', () => {
  it('keeps the same hour', async () => {
    await form('/user/deactivate.json', { userId: 'alice' });
    const activate = () => form('/user/activate.json', { userId: 'alice' });
    expect((await activate()).reason).toContain('less than an hour');
    now += 60 * MINUTE;
    expect((await activate()).body).toEqual({ code: 200 });
    expect((await register('alice')).status).toBe(200);
    expect((await activate()).status).toBe(200);
  });
});

describe('push periods', () => {
  const get = () => bodyOf('/user/blockPushPeriod/get.json', { userId: 'alice' });
  const set = (fields: FormFields) =>
    form('/user/blockPushPeriod/set.json', { userId: 'alice', level: 1, ...fields });
  const UNSET = { code: 200, data: { startTime: '', period: 0, unPushLevel: 0 } };

  beforeEach(() => register('alice'));

  it('are replaced, read under another name, and deleted', async () => {
    expect(await get()).toEqual(UNSET);
    await set({ startTime: '22:30:00', period: 480 });
    await set({ startTime: '23:59:59', period: 1, level: 5, timezone: 'Asia/Shanghai' });
    expect(await get()).toEqual({
      code: 200,
      data: { startTime: '23:59:59', period: 1, unPushLevel: 5 },
    });
    const pushPeriod = { startTime: '23:59:59', period: 1, level: 5, timezone: 'Asia/Shanghai' };
    expect(emulator.user('alice')).toMatchObject({ pushPeriod });
    for (let time = 0; time < 2; time += 1) {
      await form('/user/blockPushPeriod/delete.json', { userId: 'alice' });
      expect(await get()).toEqual(UNSET);
    }
    expect(emulator.user('alice')).not.toHaveProperty('pushPeriod');
  });

  it('of no length are none', async () => {
    await set({ startTime: '22:30:00', period: 480, timezone: '' });
    expect(emulator.user('alice')?.pushPeriod).not.toHaveProperty('timezone');
    expect((await set({ startTime: '22:30:00', period: 0 })).status).toBe(200);
    expect(await get()).toEqual(UNSET);
  });

  it.each(['24:00:00', '22:60:00', '22:30', '2:30:00', 'noon'])(
    'do not start at %s',
    async (startTime) => {
      const reply = await set({ startTime, period: 1 });
      expect(reply).toMatchObject({ status: 400, body: { code: 1002 } });
      expect(reply.reason).toContain('startTime');
    },
  );
});

describe('remarks', () => {
  const set = (remarks: unknown) =>
    form('/user/remarks/set.json', { userId: 'alice', remarks: JSON.stringify(remarks) });
  const query = (fields: FormFields = {}) =>
    bodyOf('/user/remarks/get.json', { userId: 'alice', ...fields });
  const remark = (id: string, name = id.toUpperCase()) => ({ id, remark: name });

  it('are added, replaced in their place, deleted, and read page by page', async () => {
    await register('alice');
    expect(await query()).toEqual({ code: 200, total: 0, users: [] });
    await set([remark('bob'), remark('carol')]);
    await set([remark('dave'), remark('bob', 'Bobby')]);
    const all = [remark('bob', 'Bobby'), remark('carol'), remark('dave')];
    expect(await query()).toEqual({ code: 200, total: 3, users: all });
    expect(emulator.user('alice')?.remarks).toEqual(all);
    expect(await query({ page: 2, size: 2 })).toEqual({ code: 200, total: 3, users: [all[2]] });

    for (const targetId of ['carol', 'nobody']) {
      await form('/user/remarks/del.json', { userId: 'alice', targetId });
    }
    expect(await query()).toMatchObject({ total: 2, users: [{ id: 'bob' }, { id: 'dave' }] });
  });

  it.each([
    ['Id and Remark', { Id: 'bob', Remark: 'Bobby' }],
    ['no name', { id: 'bob' }],
    ['an empty name', remark('bob', '')],
    ['a number as id', { id: 1, remark: 'One' }],
  ])('with %s are refused, and none is set', async (_name, broken) => {
    const reply = await set([remark('carol'), broken]);
    expect(reply).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(reply.reason).toContain('remarks[1]');
    expect(await query()).toMatchObject({ total: 0 });
  });
});
