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
  await inClub('create', { groupName: 'Book club', userId: ['alice', 'bob'] });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}/group/${path}.json`, fields);
const inClub = (path: string, fields: FormFields = {}) =>
  form(path, { groupId: 'club', ...fields });

describe('mutes of single users', () => {
  const muted = async (fields: FormFields = {}) =>
    (await form('user/gag/list', fields)).body['users'];

  it('begin again when they are set again, and end by themselves', async () => {
    await inClub('user/gag/add', { userId: ['alice', 'bob'], minute: 1 });
    now += 1_000;
    await inClub('user/gag/add', { userId: 'alice', minute: 1 });
    const alice = {
      userId: 'alice',
      startTime: '2026-01-02 03:04:06',
      time: '2026-01-02 03:05:06',
    };
    const bob = { userId: 'bob', startTime: '2026-01-02 03:04:05', time: '2026-01-02 03:05:05' };
    expect(await muted({ groupId: 'club' })).toEqual([alice, bob]);
    now = START + MINUTE;
    expect(await muted({ groupId: 'club' })).toEqual([alice]);
    await inClub('user/gag/rollback', { userId: 'alice' });
    expect(await muted({ groupId: 'club' })).toEqual([]);
  });

  it('in all groups are a list of their own', async () => {
    await form('user/gag/add', { userId: 'alice', minute: 5 });
    await inClub('user/gag/add', { userId: 'bob', minute: 5 });
    expect(await muted()).toMatchObject([{ userId: 'alice' }]);
    expect(await muted({ groupId: '' })).toMatchObject([{ userId: 'alice' }]);
    await inClub('user/gag/rollback', { userId: 'alice' });
    await form('user/gag/rollback', { userId: 'bob' });
    expect(await muted()).toMatchObject([{ userId: 'alice' }]);
    expect(await muted({ groupId: 'club' })).toMatchObject([{ userId: 'bob' }]);
    await form('user/gag/rollback', { userId: 'alice' });
    expect(await muted()).toEqual([]);
  });

  it('do not end when they last no minutes', async () => {
    await inClub('user/gag/add', { userId: 'alice', minute: 0 });
    now += 1_000_000 * MINUTE;
    const startTime = '2026-01-02 03:04:05';
    expect(await muted({ groupId: 'club' })).toEqual([{ userId: 'alice', startTime, time: '' }]);
  });

  it('in all groups are 100 at most', async () => {
    const users = (from: number) => Array.from({ length: 20 }, (_, index) => `u${from + index}`);
    for (const from of [0, 20, 40, 60, 80]) {
      expect((await form('user/gag/add', { userId: users(from), minute: 1 })).status).toBe(200);
    }
    expect((await form('user/gag/add', { userId: users(99), minute: 1 })).body['code']).toBe(1002);
    expect((await form('user/gag/add', { userId: users(80), minute: 1 })).status).toBe(200);
    now += MINUTE;
    expect((await form('user/gag/add', { userId: users(99), minute: 1 })).status).toBe(200);
  });
});

describe('mutes of whole groups', () => {
  const query = async (fields: FormFields = {}) =>
    (await form('ban/query', fields)).body['groupinfo'];

  it('are asked for by group, or listed page by page', async () => {
    await form('ban/add', { groupId: ['club', 'band', 'choir'] });
    await form('ban/rollback', { groupId: 'band' });
    expect(await query({ groupId: ['band', 'club'] })).toEqual([
      { groupId: 'band', stat: 0 },
      { groupId: 'club', stat: 1 },
    ]);
    const [club, choir] = ['club', 'choir'].map((groupId) => ({ groupId, stat: 1 }));
    expect(await query()).toEqual([club, choir]);
    expect(await query({ size: 1 })).toEqual([club]);
    expect(await query({ size: 1, page: 2, groupId: 'band' })).toEqual([choir]);
    expect(await query({ page: 2 })).toEqual([]);
  });

  it('and their exceptions outlive the group', async () => {
    await inClub('ban/add');
    await inClub('user/ban/whitelist/add', { userId: ['alice', 'bob'] });
    await inClub('quit', { userId: 'bob' });
    await inClub('dismiss', { userId: 'alice' });
    await inClub('user/ban/whitelist/rollback', { userId: 'alice' });
    expect(await query({ groupId: 'club' })).toEqual([{ groupId: 'club', stat: 1 }]);
    const { body } = await inClub('user/ban/whitelist/query');
    expect(body).toEqual({ code: 200, userIds: ['bob'] });
  });
});

describe('what is set for a group that is not there', () => {
  it.each([
    ['user/gag/add', { userId: 'alice', minute: 5 }],
    ['ban/add', {}],
    ['user/ban/whitelist/add', { userId: 'alice' }],
  ])('with %s is kept for it, which is said', async (path, fields) => {
    const { status, reason } = await form(path, { groupId: 'band', ...fields });
    expect([status, reason]).toEqual([200, 'There is no group band; it holds once there is']);
  });
});
