import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { bodyOf, watchCallbacks } from '../../support/received-callback.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let look: ReturnType<typeof watchCallbacks>;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  emulator = await ImEmulator.start({ clock: () => now, callbackUrl: receiver.url });
  look = watchCallbacks(emulator, receiver);
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);

const told = async () =>
  (await look()).map((callback) => [callback.path, bodyOf(callback)] as const);

describe('user-profile-sync', () => {
  const profile = (body: object) => ['/user-profile-sync', { time: now, ...body }];

  it('tells what a call has changed of a profile, and that it was cleared', async () => {
    const userProfile = '{"name":"Alice","gender":2}';
    await form('/user/profile/set', { userId: 'alice', userProfile });
    const changed = { userId: 'alice', type: 1, userExtProfile: '{}' };
    expect(await told()).toEqual([profile({ ...changed, userProfile })]);
    now += 5;
    const userExtProfile = '{"ext_level":"3"}';
    await form('/user/profile/set', { userId: 'alice', userExtProfile });
    expect(await told()).toEqual([profile({ ...changed, userProfile: '{}', userExtProfile })]);
    await form('/user/profile/clean', { userId: ['alice', 'nobody'] });
    expect(await told()).toEqual([profile({ userId: 'alice', type: 0 })]);
  });
});

describe('friendship-sync', () => {
  const change = (eventType: number, toUserId: string, more: object = {}) => [
    '/friendship-sync',
    { eventType, userId: 'alice', toUserId, time: now, source: 'Server', ...more },
  ];
  const add = (targetId: string, fields: FormFields = {}) =>
    form('/friend/add', { userId: 'alice', targetId, ...fields });

  it('tells of requests, and of friends whom the app server adds', async () => {
    await add('bob', { extra: 'hi' });
    expect(await told()).toEqual([change(1, 'bob', { extra: 'hi' })]);
    await add('bob', { optType: 2 });
    expect(await told()).toEqual([change(5, 'bob')]);
    await form('/friend/permission/set', { userIds: ['carol'], permissionType: 1 });
    await add('carol');
    expect(await told()).toEqual([change(5, 'carol')]);
    await add('bob');
    await form('/friend/permission/set', { userIds: ['dave'], permissionType: 3 });
    await add('dave');
    expect(await told()).toEqual([]);
  });

  it('tells of friendships that end, one by one', async () => {
    for (const targetId of ['bob', 'carol', 'dave']) await add(targetId, { optType: 2 });
    await told();
    now += 5;
    await form('/friend/delete', { userId: 'alice', targetIds: 'bob,nobody' });
    expect(await told()).toEqual([change(4, 'bob')]);
    await form('/friend/clean', { userId: 'alice' });
    const removed = (await told()).toSorted((one, other) =>
      JSON.stringify(one).localeCompare(JSON.stringify(other)),
    );
    expect(removed).toEqual([change(4, 'carol'), change(4, 'dave')]);
  });
});
