import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
  for (const userId of ['alice', 'bob', 'carol', 'dave']) emulator.addUser({ userId });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, emulator.url + path, fields);
const add = (userId: string, targetId: string, fields: FormFields = {}) =>
  form('/friend/add.json', { userId, targetId, ...fields });
const addDirectly = (userId: string, targetId: string) => add(userId, targetId, { optType: 2 });
const permit = (userIds: string, permissionType: 1 | 2 | 3) =>
  form('/friend/permission/set.json', { userIds, permissionType });
const friendsOf = (userId: string) => emulator.user(userId)?.friends.map((one) => one.userId);
const requestsTo = (userId: string) => emulator.user(userId)?.friendRequests;

describe('friend permissions', () => {
  it('need approval until they are set', async () => {
    await permit('alice,bob', 3);
    await permit('bob', 1);
    const { body } = await form('/friend/permission/get.json', { userIds: 'alice,bob,carol' });
    expect(body).toEqual({
      code: 200,
      permissionSettings: [
        { userId: 'alice', type: 3 },
        { userId: 'bob', type: 1 },
        { userId: 'carol', type: 2 },
      ],
    });
    expect(emulator.user('alice')?.friendPermission).toBe(3);
    const unknown = { userIds: 'alice', permissionType: 4 };
    expect((await form('/friend/permission/set.json', unknown)).body['code']).toBe(1002);
  });

  it('of anybody make friends at once, in both directions', async () => {
    await permit('bob', 1);
    expect((await add('alice', 'bob')).status).toBe(200);
    expect([friendsOf('alice'), friendsOf('bob')]).toEqual([['bob'], ['alice']]);
    const [friend] = emulator.user('alice')?.friends ?? [];
    expect(friend).toEqual({ userId: 'bob', time: START, remarkName: '', friendExtProfile: {} });
  });

  it('with approval leave a request, which a later one replaces', async () => {
    expect((await add('alice', 'bob', { extra: 'hello' })).status).toBe(200);
    expect(requestsTo('bob')).toEqual([{ fromUserId: 'alice', time: START, extra: 'hello' }]);
    now += 5;
    await add('alice', 'bob', { optType: 1 });
    expect(requestsTo('bob')).toEqual([{ fromUserId: 'alice', time: now }]);
    expect([friendsOf('alice'), friendsOf('bob')]).toEqual([[], []]);
    await add('bob', 'alice');
    expect(friendsOf('alice')).toEqual([]);

    await addDirectly('alice', 'bob');
    expect(friendsOf('alice')).toEqual(['bob']);
    expect([requestsTo('alice'), requestsTo('bob')]).toEqual([[], []]);
  });

  it('of nobody refuse, but not what is added directly', async () => {
    await permit('bob', 3);
    const refused = await add('alice', 'bob');
    expect(refused).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(refused.reason).toContain('bob lets nobody');
    expect(requestsTo('bob')).toEqual([]);
    expect((await addDirectly('alice', 'bob')).status).toBe(200);
    expect(friendsOf('bob')).toEqual(['alice']);
  });
});

describe('friends', () => {
  const check = async (userId: string, targetIds: string) => {
    const { body } = await form('/friend/check.json', { userId, targetIds });
    return (body['results'] as { result: number }[]).map(({ result }) => result);
  };

  it('are not made twice, and not of one user', async () => {
    await addDirectly('alice', 'bob');
    now += 5;
    const again = await addDirectly('bob', 'alice');
    expect(again.status).toBe(200);
    expect(again.reason).toContain('friends already');
    expect(emulator.user('alice')?.friends).toMatchObject([{ time: START }]);
    expect((await addDirectly('alice', 'alice')).body['code']).toBe(1002);
  });

  it('are checked from both sides', async () => {
    await addDirectly('alice', 'bob');
    expect(await check('alice', 'carol,bob,alice')).toEqual([1, 4, 1]);
    expect(await check('bob', 'alice')).toEqual([4]);
  });

  it('are removed for both, whoever removes', async () => {
    for (const friend of ['bob', 'carol', 'dave']) await addDirectly('alice', friend);
    const remove = () =>
      form('/friend/delete.json', { userId: 'alice', targetIds: 'bob,carol,nobody' });
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 200]);
    expect(friendsOf('alice')).toEqual(['dave']);
    expect([friendsOf('bob'), friendsOf('dave')]).toEqual([[], ['alice']]);
    await form('/friend/delete.json', { userId: 'dave', targetIds: 'alice' });
    expect(friendsOf('alice')).toEqual([]);
  });

  it('are all removed at once, but not those of others', async () => {
    for (const friend of ['bob', 'carol']) await addDirectly('alice', friend);
    await addDirectly('bob', 'carol');
    await form('/friend/clean.json', { userId: 'alice' });
    expect(['alice', 'bob', 'carol'].map(friendsOf)).toEqual([[], ['carol'], ['bob']]);
    expect((await form('/friend/clean.json', { userId: 'nobody' })).status).toBe(200);
  });
});

describe('what a user keeps about a friend', () => {
  const set = (fields: FormFields) =>
    form('/friend/profile/set.json', { userId: 'alice', targetId: 'bob', ...fields });
  const kept = () => emulator.user('alice')?.friends[0];

  it('is merged, and cleared by an empty name only', async () => {
    await addDirectly('alice', 'bob');
    await set({ remarkName: 'Bobby', friendExtProfile: '{"ext_met":"2024"}' });
    await set({ friendExtProfile: '{"ext_team":"north"}' });
    expect(kept()).toMatchObject({
      remarkName: 'Bobby',
      friendExtProfile: { ext_met: '2024', ext_team: 'north' },
    });
    await set({ remarkName: '' });
    expect(kept()).toMatchObject({ remarkName: '', friendExtProfile: { ext_met: '2024' } });
    expect(emulator.user('bob')?.friends).toMatchObject([{ remarkName: '', friendExtProfile: {} }]);
    await form('/friend/delete.json', { userId: 'alice', targetIds: 'bob' });
    await addDirectly('alice', 'bob');
    expect(kept()).toMatchObject({ friendExtProfile: {} });
  });

  it('is nothing for somebody who is no friend', async () => {
    const reply = await set({ remarkName: 'Bobby' });
    expect(reply.status).toBe(200);
    expect(reply.reason).toBe('bob is no friend of alice');
    expect(kept()).toBeUndefined();
  });

  it('is a copy to who looks at it', async () => {
    await addDirectly('alice', 'bob');
    await set({ friendExtProfile: '{"ext_met":"2024"}' });
    (kept()?.friendExtProfile as Record<string, unknown>)['ext_met'] = 'never';
    (emulator.user('alice')?.friends as unknown[]).pop();
    expect(kept()?.friendExtProfile).toEqual({ ext_met: '2024' });
  });
});

describe('the list of friends', () => {
  const query = async (fields: FormFields = {}) =>
    (await form('/friend/get.json', { userId: 'alice', ...fields })).body;
  const idsOf = (body: Record<string, unknown>) =>
    (body['friendList'] as { userId: string }[]).map(({ userId }) => userId);

  beforeEach(async () => {
    for (const friend of ['bob', 'carol', 'dave']) {
      await addDirectly('alice', friend);
      now += 1;
    }
  });

  it('tells the hosted name before the registered one', async () => {
    emulator.addUser({ userId: 'bob', name: 'Bob' });
    const profile = { userId: 'carol', userProfile: '{"name":"Caroline"}' };
    await form('/user/profile/set.json', profile);
    await addDirectly('alice', 'stranger');
    await form('/friend/profile/set.json', {
      userId: 'alice',
      targetId: 'bob',
      remarkName: 'Bobby',
      friendExtProfile: '{"ext_met":"2024"}',
    });
    const body = await query();
    expect(body).toMatchObject({ code: 200, totalCount: 4 });
    expect(body).not.toHaveProperty('pageToken');
    const list = body['friendList'] as { name: string }[];
    expect(list[0]).toEqual({
      userId: 'bob',
      name: 'Bob',
      remarkName: 'Bobby',
      friendExtProfile: '{"ext_met":"2024"}',
      time: START,
    });
    expect(list.map(({ name }) => name)).toEqual(['Bob', 'Caroline', 'dave', '']);
  });

  it.each([
    ['oldest', 0, [['bob', 'carol'], ['dave']]],
    ['newest', 1, [['dave', 'carol'], ['bob']]],
  ])('comes page by page, the %s first', async (_name, order, expected) => {
    const first = await query({ order, size: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageToken: expect.any(String) });
    const second = await query({ order, size: 2, pageToken: String(first['pageToken']) });
    expect([idsOf(first), idsOf(second)]).toEqual(expected);
    expect(second).not.toHaveProperty('pageToken');
  });

  it('stays right when friends come and go between pages', async () => {
    const first = await query({ size: 2 });
    await form('/friend/delete.json', { userId: 'alice', targetIds: 'bob,carol' });
    await addDirectly('alice', 'bob');
    const second = await query({ pageToken: String(first['pageToken']) });
    expect(idsOf(second)).toEqual(['dave', 'bob']);
  });

  it('is empty for who has no friends, has pages of 100 at most, and knows its tokens', async () => {
    const nobody = await query({ userId: 'nobody' });
    expect(nobody).toEqual({ code: 200, totalCount: 0, friendList: [] });
    expect((await query({ size: 101 }))['code']).toBe(1002);
    expect((await query({ pageToken: 'zzz' }))['code']).toBe(1002);
    expect(idsOf(await query({ pageToken: '' }))).toHaveLength(3);
  });
});
