import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
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
const register = (userId: string, name = userId) => form('/user/getToken.json', { userId, name });

describe('users', () => {
  it('are registered, get several valid tokens, and are overwritten', async () => {
    const first = await register('alice', 'Alice');
    const second = await register('alice', 'Alicia');
    expect(first.body).toMatchObject({ code: 200, userId: 'alice' });
    expect(first.body['token']).not.toBe(second.body['token']);
    expect(emulator.user('alice')).toMatchObject({
      name: 'Alicia',
      createdAt: START,
      online: false,
    });
    for (const { body } of [first, second]) {
      expect(emulator.connect(String(body['token'])).userId).toBe('alice');
    }
  });

  it('are read back, the time without a zone', async () => {
    await form('/user/getToken.json', {
      userId: 'alice',
      name: 'Alice',
      portraitUri: 'https://a/b',
    });
    const { body } = await form('/user/info.json', { userId: 'alice' });
    expect(body).toEqual({
      code: 200,
      userName: 'Alice',
      userPortrait: 'https://a/b',
      createTime: '2026-01-02 03:04:05',
    });
  });

  it('that are unknown are code 400', async () => {
    expect(await form('/user/info.json', { userId: 'nobody' })).toMatchObject({
      status: 400,
      body: { code: 400 },
    });
  });

  it('beyond the limit of a development app are code 2007', async () => {
    for (const userId of ['a', 'b', 'c']) await register(userId);
    expect((await register('d')).body['code']).toBe(2007);
    expect((await register('a')).body['code']).toBe(200);
  });

  it('lose tokens that are older than asked for', async () => {
    const old = String((await register('alice')).body['token']);
    now += 1;
    const fresh = String((await register('alice')).body['token']);
    await form('/user/token/expire.json', { userId: 'alice', time: now });
    expect(() => emulator.connect(old)).toThrow('valid token');
    expect(emulator.connect(fresh).userId).toBe('alice');
  });

  it('that are deactivated are gone until they are reactivated, an hour later at the earliest', async () => {
    const token = String((await register('alice')).body['token']);
    const client = emulator.connect(token);
    const reply = await form('/user/deactivate.json', { userId: 'alice,bob' });
    expect(reply.body['operateId']).toEqual(expect.any(String));
    expect(client.connected).toBe(false);
    expect(emulator.user('alice')).toBeUndefined();
    expect(() => emulator.connect(token)).toThrow();
    expect((await register('alice')).status).toBe(400);
    expect((await form('/user/deactivate/query.json', {})).body['users']).toEqual(['alice', 'bob']);

    expect((await form('/user/reactivate.json', { userId: 'alice' })).status).toBe(400);
    now += 60 * MINUTE;
    expect((await form('/user/reactivate.json', { userId: 'alice' })).status).toBe(200);
    expect((await register('alice')).status).toBe(200);
  });

  it('take ids in one joined value only where that is documented', async () => {
    const reply = await form('/friend/delete.json', { userId: 'a', targetIds: ['b', 'c'] });
    expect(reply.reason).toBe(
      'targetIds came 2 times; its values travel in one, joined with commas',
    );
  });
});

describe('blocks', () => {
  it('disconnect at once and end by the clock', async () => {
    emulator.addUser({ userId: 'bob' });
    const client = emulator.connect('bob');
    await form('/user/block.json', { userId: 'bob', minute: 10 });
    expect(client.connected).toBe(false);
    expect(emulator.user('bob')).toMatchObject({
      online: false,
      blockedUntil: START + 10 * MINUTE,
    });
    expect((await form('/user/block/query.json', {})).body['users']).toEqual([
      { userId: 'bob', blockEndTime: '2026-01-02 03:14:05' },
    ]);
    now += 10 * MINUTE - 1;
    expect(() => emulator.connect('bob')).toThrow('blocked until');
    now += 1;
    expect(emulator.connect('bob').connected).toBe(true);
    expect((await form('/user/block/query.json', {})).body['users']).toEqual([]);
  });

  it('are lifted', async () => {
    emulator.addUser({ userId: 'bob' });
    await form('/user/block.json', { userId: ['bob', 'carol'], minute: 10 });
    await form('/user/unblock.json', { userId: 'bob' });
    expect(emulator.connect('bob').connected).toBe(true);
  });
});

describe('blacklists', () => {
  const query = (fields: FormFields = {}) =>
    form('/user/blacklist/query.json', { userId: 'alice', ...fields });
  const add = (blackUserId: string[]) =>
    form('/user/blacklist/add.json', { userId: 'alice', blackUserId });

  it('are read newest first and page by page, whatever happens between pages', async () => {
    await add(['u1', 'u2', 'u3']);
    await add(['u4', 'u5', 'u1']);
    expect((await query()).body).toEqual({ code: 200, users: ['u5', 'u4', 'u3', 'u2', 'u1'] });

    const first = await query({ size: 2 });
    expect(first.body['users']).toEqual(['u5', 'u4']);
    await form('/user/blacklist/remove.json', { userId: 'alice', blackUserId: ['u4', 'u2'] });
    await add(['u6']);
    const second = await query({ size: 2, pageToken: String(first.body['next']) });
    expect(second.body).toEqual({ code: 200, users: ['u3', 'u1'] });
  });

  it('have pages of 1,000 at most and know their tokens', async () => {
    expect((await query({ size: 1_001 })).status).toBe(400);
    expect((await query({ pageToken: '!' })).reason).toContain('pageToken');
  });
});

describe('tags and profiles', () => {
  it('are replaced as a whole and cleared by an empty array', async () => {
    const set = (tags: string[]) =>
      postJson(emulator.moduleOptions, `${emulator.url}/user/tag/set.json`, {
        userId: 'alice',
        tags,
      });
    await set(['a', 'b']);
    await set(['c']);
    const read = () => form('/user/tags/get.json', { userIds: ['alice', 'bob'] });
    expect((await read()).body['result']).toEqual({ alice: ['c'], bob: [] });
    expect((await set([])).status).toBe(200);
    expect((await read()).body['result']).toEqual({ alice: [], bob: [] });
  });

  it('travel as JSON text and are merged', async () => {
    const set = (fields: FormFields) =>
      form('/user/profile/set.json', { userId: 'alice', ...fields });
    await set({
      userProfile: '{"name":"Alice","gender":2}',
      userExtProfile: '{"ext_team":"north"}',
    });
    await set({ userProfile: '{"name":"Alicia"}' });
    const { body } = await form('/user/profile/batch/query.json', { userId: ['alice', 'bob'] });
    expect(body['userList']).toEqual([
      {
        userId: 'alice',
        version: START + 1,
        userProfile: '{"name":"Alicia","gender":2}',
        userExtProfile: '{"ext_team":"north"}',
      },
    ]);
    expect((await set({ userProfile: 'Alice' })).body['code']).toBe(1002);
  });
});

describe('messages of an app server', () => {
  const message = { fromUserId: 'system', objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };
  const publish = (fields: FormFields) =>
    form('/message/private/publish.json', { ...message, ...fields });

  it('reach devices, are stored, and get one id each', async () => {
    emulator.addUser({ userId: 'alice' });
    emulator.addUser({ userId: 'system' });
    const [phone, tablet, sender] = [
      emulator.connect('alice'),
      emulator.connect('alice', { os: 'PC' }),
      emulator.connect('system'),
    ];
    const { body } = await publish({ toUserId: ['alice', 'bob'] });
    const uids = body['messageUIDs'] as { userId: string; messageUID: string }[];
    expect(uids.map(({ userId }) => userId)).toEqual(['alice', 'bob']);
    expect(new Set(uids.map(({ messageUID }) => messageUID)).size).toBe(2);
    expect(uids[0]?.messageUID).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(emulator.messages).toMatchObject([
      { toUserId: 'alice', source: 'Server', channelType: 'PERSON', ...message },
      { toUserId: 'bob' },
    ]);
    expect(phone.received).toEqual([emulator.messages[0]]);
    expect(tablet.received).toEqual([emulator.messages[0]]);
    expect(sender.received).toEqual([]);
    await publish({ toUserId: 'bob', isIncludeSender: 1 });
    expect(sender.received).toHaveLength(1);
  });

  it('skip who blocked the sender only when that is asked for', async () => {
    await form('/user/blacklist/add.json', { userId: 'alice', blackUserId: 'system' });
    await publish({ toUserId: ['alice', 'bob'] });
    expect(emulator.messages).toHaveLength(2);
    const { body } = await publish({ toUserId: ['alice', 'bob'], verifyBlacklist: 1 });
    expect(body['messageUIDs']).toMatchObject([{ userId: 'bob' }]);
  });

  it('may be text of an own type, but not longer than 128 KB', async () => {
    const own = { toUserId: 'bob', objectName: 'app:plain' };
    expect((await publish({ ...own, content: 'just text' })).status).toBe(200);
    expect((await publish({ ...own, content: 'x'.repeat(131_073) })).body['code']).toBe(1005);
  });
});

describe('a second app', () => {
  it('has state of its own on the same hosts', async () => {
    const other = emulator.addApp({ appKey: 'other', appSecret: 'other-secret' });
    await postForm(other.moduleOptions, `${emulator.backup.url}/user/getToken.json`, {
      userId: 'alice',
      name: 'Other Alice',
    });
    expect(other.user('alice')?.name).toBe('Other Alice');
    expect(emulator.user('alice')).toBeUndefined();
    expect(emulator.requests.at(-1)).toMatchObject({ app: 'other', host: 'backup' });
    expect(() => emulator.addApp({ appKey: 'other', appSecret: 'x' })).toThrow('already');
  });
});
