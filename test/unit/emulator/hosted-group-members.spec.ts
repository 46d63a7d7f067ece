import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
  await hosted('create', { name: 'Book club', owner: 'alice', userIds: ['bob', 'carol'] });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);
const hosted = (path: string, fields: FormFields = {}) =>
  form(`/entrust/group/${path}`, { groupId: 'club', ...fields });
const bodyOf = async (path: string, fields: FormFields = {}) => (await hosted(path, fields)).body;
const rolesOf = async (fields: FormFields = {}) =>
  ((await bodyOf('member/query', { order: 0, ...fields }))['members'] as object[]).map((member) =>
    ['userId', 'role'].map((name) => String(Reflect.get(member, name))).join(' '),
  );

describe('members of a hosted group', () => {
  it('join, and the answer is the group', async () => {
    now += 1_000;
    expect(await bodyOf('join', { userIds: ['dave', 'bob'] })).toEqual({
      code: 200,
      groupId: 'club',
      name: 'Book club',
      groupProfile: '{}',
      groupExtProfile: '{}',
      permissions: expect.stringContaining('"joinPerm":0'),
      owner: 'alice',
      createTime: START,
      memberCount: 4,
    });
    expect(await rolesOf()).toEqual(['alice 3', 'bob 1', 'carol 1', 'dave 1']);
  });

  it('join in one value, as two SDKs send them', async () => {
    const { headers } = await hosted('join', { userIds: 'dave,erin' });
    expect(headers.get('x-emulator-lenient')).toContain('userIds: comma list');
    expect(await rolesOf()).toEqual(['alice 3', 'bob 1', 'carol 1', 'dave 1', 'erin 1']);
  });

  it('are 3000 at most', async () => {
    for (const from of [0, 1_000, 1_997]) {
      const userId = Array.from({ length: 1_000 }, (_, index) => `user-${from + index}`);
      await form('/group/join', { groupId: 'club', userId });
    }
    const beyond = await hosted('join', { userIds: 'dave' });
    expect(beyond).toMatchObject({ status: 400, body: { code: 1002 } });
  });

  it('are read page by page in the order of joining, and by role', async () => {
    const first = await bodyOf('member/query', { size: 2 });
    expect(first).toEqual({
      code: 200,
      totalCount: 3,
      pageToken: expect.stringMatching(/./),
      members: [
        { userId: 'carol', nickname: '', role: 1, time: START, extra: '' },
        { userId: 'bob', nickname: '', role: 1, time: START, extra: '' },
      ],
    });
    await hosted('quit', { userIds: 'bob' });
    await hosted('join', { userIds: ['bob', 'dave'] });
    const pageToken = String(first['pageToken']);
    expect(await bodyOf('member/query', { size: 2, pageToken })).toMatchObject({
      totalCount: 4,
      pageToken: '',
      members: [{ userId: 'alice' }],
    });
    await hosted('manager/add', { userIds: 'carol' });
    expect(await rolesOf({ type: 1 })).toEqual(['bob 1', 'dave 1']);
    expect(await rolesOf({ type: 2 })).toEqual(['carol 2']);
    expect(await rolesOf({ type: 3 })).toEqual(['alice 3']);
    expect((await bodyOf('member/query', { pageToken: 'zzz' }))['code']).toBe(1002);
  });

  it('have a nickname and data of the app, until they leave', async () => {
    const data = async () =>
      (await bodyOf('member/specific/query', { userIds: ['nobody', 'bob'] }))['members'];
    await hosted('member/set', { userId: 'bob', nickname: 'Bobby', extra: '{"seat":1}' });
    await hosted('member/set', { userId: 'bob', nickname: 'Rob' });
    const extra = '{"seat":1}';
    expect(await data()).toEqual([{ userId: 'bob', nickname: 'Rob', role: 1, time: START, extra }]);
    const refused = await hosted('member/set', { userId: 'nobody', nickname: 'x' });
    expect(refused.reason).toBe('nobody is not in the group club');
    await hosted('quit', { userIds: 'bob' });
    await hosted('join', { userIds: 'bob' });
    expect(await data()).toMatchObject([{ nickname: '', extra: '' }]);
  });
});

describe('who leaves a hosted group', () => {
  const kept = async () => {
    const users = async (path: string, name: string) =>
      (await form(`/group/user/${path}`, { groupId: 'club' })).body[name];
    return {
      muted: ((await users('gag/list', 'users')) as { userId: string }[]).map((u) => u.userId),
      whitelist: await users('ban/whitelist/query', 'userIds'),
      follows: (await bodyOf('member/followed/get', { userId: 'bob' }))['members'],
      followers: (await bodyOf('member/followed/get', { userId: 'carol' }))['members'],
    };
  };

  beforeEach(async () => {
    const club = { groupId: 'club', userId: 'bob' };
    await form('/group/user/gag/add', { ...club, minute: 5 });
    await form('/group/user/ban/whitelist/add', club);
    await hosted('member/follow', { userId: 'bob', followUserIds: 'carol' });
    await hosted('member/follow', { userId: 'carol', followUserIds: 'bob' });
    await hosted('manager/add', { userIds: 'bob' });
  });

  it.each(['quit', 'member/kick'])('with %s takes everything along', async (path) => {
    await hosted(path, { userIds: ['bob', 'nobody'] });
    expect(await rolesOf()).toEqual(['alice 3', 'carol 1']);
    await hosted('join', { userIds: 'bob' });
    expect(await rolesOf()).toEqual(['alice 3', 'carol 1', 'bob 1']);
    expect(await kept()).toEqual({ muted: [], whitelist: [], follows: [], followers: [] });
  });

  it.each(['quit', 'member/kick'])('with %s leaves what the call says', async (path) => {
    const before = await kept();
    await hosted(path, { userIds: 'bob', isDelBan: 0, isDelWhite: 0, isDelFollowed: 0 });
    expect((await kept()).followers).toEqual([]);
    await hosted('join', { userIds: 'bob' });
    expect(await kept()).toEqual(before);
    expect(before).toMatchObject({ muted: ['bob'], whitelist: ['bob'] });
  });

  it.each(['quit', 'member/kick'])('with %s is not its owner', async (path) => {
    const refused = await hosted(path, { userIds: ['bob', 'alice'] });
    expect([refused.body['code'], refused.reason]).toEqual([
      1002,
      'alice owns the group club; transfer it first',
    ]);
    expect(await rolesOf()).toEqual(['alice 3', 'bob 2', 'carol 1']);
  });

  it('leaves all hosted groups at once, but those that the user owns and ordinary ones', async () => {
    const create = (groupId: string, owner: string) =>
      hosted('create', { groupId, name: 'x', owner, userIds: 'bob' });
    await create('hers', 'dave');
    await create('own', 'bob');
    await form('/group/create', { groupId: 'plain', groupName: 'x', userId: 'bob' });
    const { status, reason } = await form('/entrust/group/member/kick/all', { userId: 'bob' });
    expect([status, reason]).toEqual([200, 'bob stays in the groups that the user owns: own']);
    const { body } = await form('/user/group/query', { userId: 'bob' });
    expect(body['groups']).toMatchObject([{ id: 'own' }, { id: 'plain' }]);
    const carol = await form('/entrust/group/member/kick/all', { userId: 'carol' });
    expect(carol.reason).toBeNull();
    expect(await rolesOf()).toEqual(['alice 3']);
  });
});

describe('the owner of a hosted group', () => {
  it('hands it over, and stays a member', async () => {
    await hosted('manager/add', { userIds: 'bob' });
    await hosted('transfer/owner', { newOwner: 'bob' });
    expect(await rolesOf()).toEqual(['alice 1', 'bob 3', 'carol 1']);
    await hosted('transfer/owner', { newOwner: 'alice' });
    expect(await rolesOf()).toEqual(['alice 3', 'bob 1', 'carol 1']);
  });

  it('leaves with it when the call says so, once', async () => {
    await hosted('transfer/owner', { newOwner: 'bob', isQuit: 1 });
    const again = await hosted('transfer/owner', { newOwner: 'bob', isQuit: 1 });
    expect([again.status, again.reason]).toEqual([200, 'bob owns the group club already']);
    expect(await rolesOf()).toEqual(['bob 3', 'carol 1']);
  });

  it('cannot hand it to a stranger', async () => {
    const refused = await hosted('transfer/owner', { newOwner: 'dave', isQuit: 1 });
    expect(refused.body['code']).toBe(1002);
    expect(await rolesOf()).toEqual(['alice 3', 'bob 1', 'carol 1']);
  });
});

describe('administrators of a hosted group', () => {
  it('are added, but for strangers and the owner, and removed', async () => {
    const userIds = ['alice', 'bob', 'bob', 'dave'];
    expect(await bodyOf('manager/add', { userIds })).toEqual({ code: 200, userIds: ['dave'] });
    expect(await rolesOf()).toEqual(['alice 3', 'bob 2', 'carol 1']);
    expect(await bodyOf('manager/remove', { userIds: ['bob', 'carol'] })).toEqual({ code: 200 });
    expect(await rolesOf()).toEqual(['alice 3', 'bob 1', 'carol 1']);
  });

  it('are 10 at most', async () => {
    const users = Array.from({ length: 9 }, (_, index) => `user-${index}`);
    await hosted('join', { userIds: users });
    expect(await bodyOf('manager/add', { userIds: users })).toEqual({ code: 200 });
    const beyond = await hosted('manager/add', { userIds: ['bob', 'carol'] });
    expect(beyond.body).toEqual({ code: 200, managerCount: 9 });
    expect(beyond.reason).toContain('10 administrators');
    expect(await bodyOf('manager/add', { userIds: ['bob', 'user-0'] })).toEqual({ code: 200 });
    expect(await rolesOf({ type: 2, size: 100 })).toHaveLength(10);
  });
});

describe('what a member keeps for itself', () => {
  it('is whom it follows, and since when', async () => {
    const follow = (followUserIds: string[]) =>
      hosted('member/follow', { userId: 'alice', followUserIds });
    await follow(['bob']);
    now += 1_000;
    const { reason } = await follow(['carol', 'bob', 'dave']);
    expect(reason).toBe('passed over, as not in the group: dave');
    const followed = () => bodyOf('member/followed/get', { userId: 'alice' });
    expect(await followed()).toEqual({
      code: 200,
      userId: 'alice',
      groupId: 'club',
      members: [
        { userId: 'bob', timestamp: START },
        { userId: 'carol', timestamp: now },
      ],
    });
    await hosted('member/unfollow', { userId: 'alice', followUserIds: ['bob', 'dave'] });
    expect(await followed()).toMatchObject({ members: [{ userId: 'carol' }] });
  });

  it('is its own name for the group', async () => {
    const name = async (userId: string) =>
      (await bodyOf('remarkname/query', { userId }))['remarkName'];
    await hosted('remarkname/set', { userId: 'bob', remarkName: 'Mine' });
    expect([await name('bob'), await name('carol')]).toEqual(['Mine', '']);
    await hosted('remarkname/delete', { userId: 'bob' });
    expect(await name('bob')).toBe('');
  });
});
