import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const MINUTE = 60_000;

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now, rateLimits: false });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const inGroup = (path: string, fields: FormFields = {}) =>
  form(`ultragroup/${path}`, { groupId: 'guild', ...fields });
const bodyOf = async (path: string, fields: FormFields = {}) => (await inGroup(path, fields)).body;
const create = (groupId = 'guild', userId = 'alice') =>
  form('ultragroup/create', { groupId, userId, groupName: 'Guild' });
const isMember = async (userId: string) =>
  (await bodyOf('member/exist', { userId }))['status'] === true;
const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`);

describe('an ultra group', () => {
  it('has its first member, and takes others until they quit', async () => {
    await create();
    await inGroup('join', { userId: 'bob' });
    expect([await isMember('alice'), await isMember('bob')]).toEqual([true, true]);
    await inGroup('quit', { userId: 'alice' });
    await inGroup('quit', { userId: 'carol' });
    expect([await isMember('alice'), await isMember('bob')]).toEqual([false, true]);
  });

  it('stays as it is when it is created again, and ends with all that it has', async () => {
    await create();
    await inGroup('channel/create', { busChannel: 'news' });
    const again = await create('guild', 'bob');
    expect([again.status, again.reason]).toEqual([200, 'The ultra group guild is there already']);
    expect(await isMember('bob')).toBe(false);
    await inGroup('dis');
    expect(await isMember('alice')).toBe(false);
    await create('guild', 'bob');
    expect([await isMember('alice'), await isMember('bob')]).toEqual([false, true]);
    expect((await bodyOf('channel/get'))['channelList']).toHaveLength(1);
  });

  it('is one of 100 of a user at most', async () => {
    for (const groupId of numbered(99, 'group-')) await create(groupId);
    await create('guild', 'bob');
    const joined = async () => (await inGroup('join', { userId: 'alice' })).body['code'];
    expect([await joined(), await joined()]).toEqual([200, 200]);
    const beyond = await create('another');
    expect(beyond).toMatchObject({ status: 400, body: { code: 1002 } });
    await form('ultragroup/create', { groupId: 'another', userId: 'bob', groupName: 'x' });
    const refused = await form('ultragroup/join', { groupId: 'another', userId: 'alice' });
    expect(refused.body['code']).toBe(1002);
  });

  it('that is not there is noted, and has nothing', async () => {
    for (const [path, fields] of [
      ['join', { userId: 'alice' }],
      ['channel/create', { busChannel: 'news' }],
      ['globalbanned/set', { status: true }],
    ] as const) {
      const reply = await inGroup(path, fields);
      expect([reply.status, reply.reason]).toEqual([200, 'There is no ultra group guild']);
    }
    expect(await bodyOf('globalbanned/get')).toEqual({ code: 200, status: false });
    expect(await bodyOf('channel/get')).toEqual({ code: 200, channelList: [] });
    expect(await bodyOf('user/channel/query', { userId: 'a' })).toEqual({ code: 200, data: [] });
    const notification = { code: 200, groupId: 'guild', unpushLevel: 0 };
    expect(await bodyOf('notdisturb/get')).toEqual(notification);
  });

  it('keeps members who are deactivated', async () => {
    emulator.addUser({ userId: 'alice' });
    await create();
    await form('user/deactivate', { userId: 'alice' });
    expect(await isMember('alice')).toBe(true);
  });

  it('has a default of what is pushed, and each channel one of its own', async () => {
    await create();
    await inGroup('channel/create', { busChannel: 'news' });
    await inGroup('notdisturb/set', { unpushLevel: 5, busChannel: 'news' });
    await inGroup('notdisturb/set', { unpushLevel: 1, busChannel: '' });
    expect(await bodyOf('notdisturb/get')).toEqual({
      code: 200,
      groupId: 'guild',
      unpushLevel: 1,
    });
    expect(await bodyOf('notdisturb/get', { busChannel: 'news' })).toEqual({
      code: 200,
      groupId: 'guild',
      busChannel: 'news',
      unpushLevel: 5,
    });
  });
});

describe('channels', () => {
  const list = async (fields: FormFields = {}) =>
    (await bodyOf('channel/get', fields))['channelList'] as { channelId: string }[];
  const ids = async (fields: FormFields = {}) =>
    (await list(fields)).map(({ channelId }) => channelId);

  beforeEach(() => create());

  it('are the default one and those that are created, with their types and times', async () => {
    now += MINUTE;
    await inGroup('channel/create', { busChannel: 'staff', type: 1 });
    now += MINUTE;
    const again = await inGroup('channel/create', { busChannel: 'staff' });
    expect(again.reason).toBe('The ultra group guild has a channel staff already');
    expect(await list()).toEqual([
      { channelId: 'RCDefault', type: 0, createTime: '2026-01-02 03:04:05' },
      { channelId: 'staff', type: 1, createTime: '2026-01-02 03:05:05' },
    ]);
    await inGroup('channel/type/change', { busChannel: 'staff', type: 0 });
    expect((await list())[1]).toMatchObject({ channelId: 'staff', type: 0 });
    await inGroup('channel/del', { busChannel: 'staff' });
    expect(await ids()).toEqual(['RCDefault']);
  });

  it('are 50 at most, in pages of 20', async () => {
    const created = numbered(49, 'channel');
    for (const busChannel of created) await inGroup('channel/create', { busChannel });
    const beyond = await inGroup('channel/create', { busChannel: 'another' });
    expect(beyond).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await ids()).toEqual(['RCDefault', ...created.slice(0, 19)]);
    expect(await ids({ page: 3 })).toEqual(created.slice(39));
    expect(await ids({ page: 2, limit: 30 })).toEqual(created.slice(29));
    expect(await ids({ page: 4 })).toEqual([]);
  });

  it('stay public and there, if they are the default one', async () => {
    const busChannel = 'RCDefault';
    expect((await inGroup('channel/type/change', { busChannel, type: 1 })).status).toBe(400);
    expect((await inGroup('channel/del', { busChannel })).status).toBe(400);
    expect(await list()).toMatchObject([{ channelId: busChannel, type: 0 }]);
  });

  it('that are not there are noted', async () => {
    const reply = await inGroup('channel/type/change', { busChannel: 'news', type: 1 });
    expect([reply.status, reply.reason]).toEqual([
      200,
      'The ultra group guild has no channel news',
    ]);
  });
});

describe('private channels', () => {
  const usersOf = async (fields: FormFields = {}) =>
    (await bodyOf('channel/private/users/get', { busChannel: 'staff', ...fields }))['users'];
  const add = (userIds: string) =>
    inGroup('channel/private/users/add', { busChannel: 'staff', userIds });
  const channelsOf = async (userId: string) =>
    (await bodyOf('user/channel/query', { userId }))['data'];

  beforeEach(async () => {
    await create();
    for (const userId of ['bob', 'carol']) await inGroup('join', { userId });
    await inGroup('channel/create', { busChannel: 'staff', type: 1 });
  });

  it('take members of the group only, all or none', async () => {
    const refused = await add('alice,dave');
    expect(refused).toMatchObject({ status: 400, body: { code: 24406 } });
    expect(refused.reason).toContain('dave');
    expect(await usersOf()).toEqual([]);
    await add('alice,bob,carol');
    expect(await usersOf({ page: 2, pageSize: 2 })).toEqual(['carol']);
    await inGroup('channel/private/users/del', { busChannel: 'staff', userIds: 'bob,dave' });
    await inGroup('quit', { userId: 'carol' });
    expect(await usersOf()).toEqual(['alice']);
  });

  it('are listed for their users, and for those of user groups while they are private', async () => {
    await add('alice');
    await postUserGroups(['mods']);
    await inGroup('usergroup/user/add', { userGroupId: 'mods', userIds: 'bob' });
    await inGroup('channel/usergroup/bind', { busChannel: 'staff', userGroupIds: 'mods' });
    expect([await channelsOf('alice'), await channelsOf('bob')]).toEqual([['staff'], ['staff']]);
    await inGroup('channel/type/change', { busChannel: 'staff', type: 0 });
    expect([await channelsOf('alice'), await channelsOf('bob')]).toEqual([['staff'], []]);
  });
});

async function postUserGroups(ids: readonly string[]): Promise<void> {
  const userGroups = ids.map((userGroupId) => ({ userGroupId }));
  const body = { groupId: 'guild', userGroups };
  await postJson(emulator.moduleOptions, `${emulator.url}/ultragroup/usergroup/add.json`, body);
}
