import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const NO_PERMISSIONS = {
  joinPerm: 0,
  removePerm: 0,
  memInvitePerm: 0,
  invitePerm: 0,
  profilePerm: 0,
  memProfilePerm: 0,
};

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);
const hosted = (path: string, fields: FormFields = {}) =>
  form(`/entrust/group/${path}`, { groupId: 'club', ...fields });
const create = (fields: FormFields = {}) =>
  hosted('create', { name: 'Book club', owner: 'alice', ...fields });

describe('lists of hosted groups', () => {
  const page = async (path: string, fields: FormFields = {}) => {
    const { body } = await form(path, fields);
    const groups = body['groups'] as { groupId: string }[];
    return { ids: groups.map(({ groupId }) => groupId).join(''), token: body['pageToken'] };
  };

  beforeEach(async () => {
    for (const groupId of ['a', 'b', 'c']) {
      await create({ groupId, userIds: 'carol' });
      now += 1_000;
    }
    await form('/group/create', { groupId: 'plain', groupName: 'x', userId: 'bob' });
    for (const groupId of ['c', 'a', 'b']) await hosted('join', { groupId, userIds: 'bob' });
  });

  it('have all, newest first or oldest first, page by page', async () => {
    const path = '/entrust/group/query';
    expect(await page(path)).toEqual({ ids: 'cba', token: '' });
    const first = await page(path, { size: 2, order: 0 });
    expect(first).toEqual({ ids: 'ab', token: expect.stringMatching(/./) });
    await hosted('dismiss', { groupId: 'b' });
    await create({ groupId: 'd' });
    const pageToken = String(first.token);
    expect(await page(path, { size: 2, order: 0, pageToken })).toEqual({ ids: 'cd', token: '' });
    expect((await form(path, { pageToken: 'zzz' })).body['code']).toBe(1002);
  });

  it('tell of each who made it and whose it is', async () => {
    const picture = 'https://i.example/1';
    await hosted('profile/update', {
      groupId: 'a',
      groupProfile: `{"portraitUrl":"${picture}"}`,
    });
    await hosted('transfer/owner', { groupId: 'a', newOwner: 'bob' });
    const { body } = await form('/entrust/group/query', { order: 0, size: 1 });
    expect(body['groups']).toEqual([
      {
        groupId: 'a',
        name: 'Book club',
        owner: 'bob',
        creator: 'alice',
        portraitUrl: picture,
        groupProfile: `{"portraitUrl":"${picture}"}`,
        time: START,
      },
    ]);
  });

  it('have those of a user, in the order of joining and by role', async () => {
    const path = '/entrust/joined/group/query';
    const userId = 'bob';
    expect(await page(path, { userId })).toEqual({ ids: 'bac', token: '' });
    const first = await page(path, { userId, size: 2, order: 0 });
    expect(first.ids).toBe('ca');
    const pageToken = String(first.token);
    expect((await page(path, { userId, order: 0, pageToken })).ids).toBe('b');
    await hosted('manager/add', { groupId: 'c', userIds: userId });
    await hosted('transfer/owner', { groupId: 'a', newOwner: userId });
    const byRole = (role: number) => page(path, { userId, role });
    expect([(await byRole(1)).ids, (await byRole(2)).ids, (await byRole(3)).ids]).toEqual([
      'b',
      'c',
      'a',
    ]);
    expect((await form(path, { userId, pageToken: 'zzz' })).body['code']).toBe(1002);
  });

  it('tell what a user is in each', async () => {
    await hosted('remarkname/set', { groupId: 'a', userId: 'bob', remarkName: 'Mine' });
    await hosted('manager/add', { groupId: 'a', userIds: 'bob' });
    const { body } = await form('/entrust/joined/group/query', { userId: 'bob', role: 2 });
    expect(body['groups']).toEqual([
      {
        groupId: 'a',
        name: 'Book club',
        remarkName: 'Mine',
        groupProfile: '{}',
        groupExtProfile: '{}',
        permissions: JSON.stringify(NO_PERMISSIONS),
        owner: 'alice',
        createTime: START,
        joinTime: now,
        role: 2,
        count: 3,
      },
    ]);
  });
});
