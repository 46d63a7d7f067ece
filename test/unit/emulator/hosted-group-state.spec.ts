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
const profiles = async (groupIds: string[] = ['club']) =>
  (await form('/entrust/group/profile/query', { groupIds })).body['profiles'];
const membersOf = async (groupId = 'club') =>
  ((await form('/group/user/query', { groupId })).body['users'] as { id: string }[]).map(
    ({ id }) => id,
  );

describe('a hosted group', () => {
  it('is read as it was created, and stays so when it is created again', async () => {
    await create({
      userIds: ['bob', 'alice'],
      groupProfile: '{"introduction":"We read"}',
      permissions: '{"joinPerm":1,"invitePerm":1}',
      groupExtProfile: '{"ext_city":"Lyon"}',
    });
    now += 1_000;
    const again = await create({ owner: 'carol' });
    expect([again.status, again.reason]).toEqual([200, 'The group club is there already']);
    expect(await profiles(['nothing', 'club'])).toEqual([
      {
        groupId: 'club',
        groupName: 'Book club',
        groupProfile: '{"introduction":"We read"}',
        groupExtProfile: '{"ext_city":"Lyon"}',
        permissions: JSON.stringify({ ...NO_PERMISSIONS, joinPerm: 1, invitePerm: 1 }),
        owner: 'alice',
        createTime: START,
        memberCount: 2,
      },
    ]);
  });

  it('is a group like others, with the same members and mutes', async () => {
    await create({ userIds: 'bob' });
    expect(await membersOf()).toEqual(['alice', 'bob']);
    await form('/group/join', { groupId: 'club', userId: 'carol' });
    expect(await profiles()).toMatchObject([{ memberCount: 3 }]);
    const { body } = await form('/user/group/query', { userId: 'bob' });
    expect(body['groups']).toEqual([{ id: 'club', name: 'Book club' }]);
    expect((await form('/group/ban/add', { groupId: 'club' })).reason).toBeNull();
  });

  it('is dismissed, and is no group of any kind then', async () => {
    await create({ userIds: 'bob' });
    await hosted('dismiss');
    expect(await profiles()).toEqual([]);
    expect(await membersOf()).toEqual([]);
    await form('/group/create', { groupId: 'club', groupName: 'x', userId: 'bob' });
    expect(await profiles()).toEqual([]);
  });

  it.each([
    ['profile/update', {}],
    ['join', { userIds: 'bob' }],
    ['quit', { userIds: 'bob' }],
    ['member/kick', { userIds: 'bob' }],
    ['dismiss', {}],
    ['transfer/owner', { newOwner: 'bob' }],
    ['manager/add', { userIds: 'bob' }],
    ['manager/remove', { userIds: 'bob' }],
    ['member/set', { userId: 'bob', nickname: 'Bobby' }],
    ['member/follow', { userId: 'bob', followUserIds: 'alice' }],
    ['member/unfollow', { userId: 'bob', followUserIds: 'alice' }],
    ['remarkname/set', { userId: 'bob', remarkName: 'x' }],
    ['remarkname/delete', { userId: 'bob' }],
  ])('that is not there, or not hosted, is only noted by %s', async (path, fields) => {
    const said = async () => {
      const { status, reason } = await hosted(path, fields);
      return [status, reason];
    };
    expect(await said()).toEqual([200, 'There is no group club']);
    await form('/group/create', { groupId: 'club', groupName: 'Book club', userId: 'bob' });
    expect(await said()).toEqual([200, 'The group club is no hosted group; import it']);
  });

  it('that is not there has nobody and nothing', async () => {
    const empty = async (path: string, fields: FormFields = {}) =>
      (await hosted(path, fields)).body;
    const userId = 'bob';
    expect(await empty('member/query')).toEqual({
      code: 200,
      totalCount: 0,
      pageToken: '',
      members: [],
    });
    expect(await empty('member/specific/query', { userIds: userId })).toEqual({
      code: 200,
      members: [],
    });
    const followed = { code: 200, userId, groupId: 'club', members: [] };
    expect(await empty('member/followed/get', { userId })).toEqual(followed);
    expect(await empty('remarkname/query', { userId })).toEqual({ code: 200, remarkName: '' });
  });
});

describe('an ordinary group', () => {
  const host = (fields: FormFields = {}) =>
    hosted('import', { name: 'Readers', owner: 'bob', ...fields });

  it('becomes a hosted one with its members and its age', async () => {
    expect((await host()).reason).toBe('There is no group club');
    await form('/group/create', { groupId: 'club', groupName: 'x', userId: ['alice', 'bob'] });
    now += 1_000;
    await host({ groupProfile: '{"announcement":"Hi"}' });
    expect((await host({ owner: 'alice' })).reason).toBe(
      'The group club is a hosted group already',
    );
    expect(await profiles()).toMatchObject([
      {
        groupName: 'Readers',
        groupProfile: '{"announcement":"Hi"}',
        owner: 'bob',
        createTime: START,
        memberCount: 2,
      },
    ]);
  });

  it('needs an owner among its members', async () => {
    await form('/group/create', { groupId: 'club', groupName: 'x', userId: 'alice' });
    const refused = await host();
    expect([refused.body['code'], refused.reason]).toEqual([
      1002,
      'The owner bob is not in the group club',
    ]);
    expect(await profiles()).toEqual([]);
  });
});

describe('what a hosted group says of itself', () => {
  const update = (fields: Record<string, object>) =>
    hosted(
      'profile/update',
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)]),
      ),
    );

  beforeEach(() =>
    create({ groupProfile: '{"introduction":"We read"}', groupExtProfile: '{"ext_city":"Lyon"}' }),
  );

  it('changes where it is given, and stays elsewhere', async () => {
    await update({
      groupProfile: { name: 'Readers', announcement: 'Hi', portraitUrl: 'https://i.example/1' },
      permissions: { joinPerm: 3 },
      groupExtProfile: { ext_city: 'Oslo', ext_day: 'Monday' },
    });
    await update({ groupProfile: { announcement: '' } });
    expect(await profiles()).toMatchObject([
      {
        groupName: 'Readers',
        groupProfile:
          '{"introduction":"We read","announcement":"","portraitUrl":"https://i.example/1"}',
        permissions: JSON.stringify({ ...NO_PERMISSIONS, joinPerm: 3 }),
        groupExtProfile: '{"ext_city":"Oslo","ext_day":"Monday"}',
      },
    ]);
  });

  it.each<[string, Record<string, object>, number, string]>([
    ['a long text', { groupProfile: { introduction: 'x'.repeat(513) } }, 1005, 'introduction'],
    ['a long name', { groupProfile: { name: 'x'.repeat(65) } }, 1005, 'groupProfile.name'],
    ['a number as text', { groupProfile: { announcement: 1 } }, 1002, 'announcement'],
    ['a permission that is unknown', { permissions: { invitePerm: 2 } }, 1002, 'from 0 to 1'],
    ['a permission as text', { permissions: { joinPerm: '1' } }, 1002, 'joinPerm'],
    ['another key', { groupExtProfile: { city: 'Oslo' } }, 1002, 'begin with ext_'],
    ['a long key', { groupExtProfile: { [`ext_${'x'.repeat(29)}`]: 'x' } }, 1005, 'ext_xxx'],
    ['a long value', { groupExtProfile: { ext_day: 'x'.repeat(257) } }, 1005, 'ext_day'],
  ])('is refused with %s, and nothing changes', async (_name, broken, code, named) => {
    const before = await profiles();
    const good = { groupProfile: { name: 'Readers' }, permissions: { removePerm: 1 } };
    const { body, reason } = await update({ ...good, ...broken });
    expect(body['code']).toBe(code);
    expect(reason).toContain(named);
    expect(await profiles()).toEqual(before);
  });

  it('has 10 fields of the app at most', async () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`ext_${index}`, 'x']));
    expect((await update({ groupExtProfile: fields(9) })).status).toBe(200);
    expect((await update({ groupExtProfile: { ext_more: 'x' } })).body['code']).toBe(1002);
    expect((await update({ groupExtProfile: { ext_city: 'Oslo' } })).status).toBe(200);
  });

  it('has no other keys, which is said', async () => {
    const reply = await update({ groupProfile: { name: 'x', intro: 'x' }, permissions: { a: 1 } });
    expect([reply.status, reply.reason]).toEqual([
      200,
      'ignored unknown groupProfile.intro, permissions.a',
    ]);
    const created = await create({ groupId: 'band', groupProfile: '{"name":"x"}' });
    expect(created.reason).toBe('ignored unknown groupProfile.name');
  });
});
