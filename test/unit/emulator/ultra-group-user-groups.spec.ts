import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

let emulator: ImEmulator;

beforeEach(async () => {
  emulator = await ImEmulator.start();
  await inGroup('create', { userId: 'alice', groupName: 'Guild' });
  await inGroup('channel/create', { busChannel: 'staff', type: 1 });
});

afterEach(() => emulator.stop());

const inGroup = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}/ultragroup/${path}.json`, {
    groupId: 'guild',
    ...fields,
  });
const bodyOf = async (path: string, fields: FormFields = {}) => (await inGroup(path, fields)).body;
const dataOf = async (path: string, fields: FormFields = {}) =>
  (await bodyOf(path, fields))['data'];
const create = (userGroups: readonly unknown[]) =>
  postJson(emulator.moduleOptions, `${emulator.url}/ultragroup/usergroup/add.json`, {
    groupId: 'guild',
    userGroups,
  });
const createAll = (ids: readonly string[]) => create(ids.map((userGroupId) => ({ userGroupId })));
const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
const addUsers = (userGroupId: string, userIds: string) =>
  inGroup('usergroup/user/add', { userGroupId, userIds });
const bind = (userGroupIds: string, busChannel = 'staff') =>
  inGroup('channel/usergroup/bind', { busChannel, userGroupIds });
const boundTo = (busChannel = 'staff') => dataOf('channel/usergroup/query', { busChannel });

describe('user groups', () => {
  it('are created, all or none, listed in pages of 10 and deleted', async () => {
    const ids = numbered(10, 'role');
    expect((await createAll(ids)).body).toEqual({ code: 200 });
    const repeated = await createAll(['mods', 'role1']);
    expect(repeated).toMatchObject({ status: 400, body: { code: 24419 } });
    await createAll(['mods', 'mods']);
    const list = async (fields: FormFields = {}) =>
      (await bodyOf('usergroup/query', fields))['userGroups'];
    expect(await list()).toEqual(ids.map((userGroupId) => ({ userGroupId })));
    expect(await list({ page: 2 })).toEqual([{ userGroupId: 'mods' }]);
    await inGroup('usergroup/del', { userGroupIds: [...ids.slice(1), 'nobody'].join(',') });
    expect(await list()).toEqual([{ userGroupId: 'role1' }, { userGroupId: 'mods' }]);
  });

  it('are 50 at most', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await createAll(numbered(10, name));
    expect(await createAll(['mods'])).toMatchObject({ status: 400, body: { code: 24418 } });
  });

  it.each([
    [{}, 1002],
    [{ userGroupId: 7 }, 1002],
    [{ userGroupId: 'x'.repeat(65) }, 1005],
  ])('are not created from %j', async (userGroup, code) => {
    const refused = await create([{ userGroupId: 'mods' }, userGroup]);
    expect(refused).toMatchObject({ status: 400, body: { code } });
    expect(refused.reason).toContain('userGroups[1].userGroupId');
  });

  it('hold 100 users', async () => {
    await createAll(['mods', 'vip']);
    await addUsers('mods', numbered(99, 'user').join(','));
    await addUsers('vip', 'user1');
    expect((await addUsers('mods', 'bob,carol')).body['code']).toBe(1002);
    await inGroup('usergroup/user/del', { userGroupId: 'mods', userIds: 'user2,user3' });
    expect((await addUsers('mods', 'bob,carol')).body['code']).toBe(200);
    const ofUser = (userId: string) => dataOf('user/usergroup/query', { userId });
    expect(await ofUser('user1')).toEqual(['mods', 'vip']);
    expect(await ofUser('user2')).toEqual([]);
    await inGroup('quit', { userId: 'user1' });
    expect(await ofUser('user1')).toEqual([]);
  });

  it('are bound to channels, 10 to each', async () => {
    await createAll(numbered(10, 'role'));
    await createAll(['mods']);
    await bind(numbered(9, 'role').join(','));
    expect(await bind('role1,role10,mods')).toMatchObject({ status: 400, body: { code: 24420 } });
    await bind('mods');
    await bind('mods', 'RCDefault');
    expect(await boundTo()).toEqual([...numbered(9, 'role'), 'mods']);
    const channelsOf = (userGroupId: string) => dataOf('usergroup/channel/query', { userGroupId });
    expect(await channelsOf('mods')).toEqual(['RCDefault', 'staff']);
    const unbound = numbered(9, 'role').join(',');
    await inGroup('channel/usergroup/unbind', { busChannel: 'staff', userGroupIds: unbound });
    expect(await boundTo()).toEqual(['mods']);
    await inGroup('usergroup/del', { userGroupIds: 'mods' });
    expect([await boundTo(), await boundTo('RCDefault'), await channelsOf('mods')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('that are not there are noted', async () => {
    const reason = 'The ultra group guild has no user group mods';
    expect(await addUsers('mods', 'alice')).toMatchObject({ status: 200, reason });
    expect(await bind('mods')).toMatchObject({ status: 200, reason });
    expect(await boundTo()).toEqual([]);
  });
});
