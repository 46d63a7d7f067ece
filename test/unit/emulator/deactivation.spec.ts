import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifySignature } from '../../../lib/signature/verify.js';
import { ImEmulator } from '../../../lib/testing/index.js';
import {
  startReceiver,
  type CallbackReceiver,
  type ReceivedCallback,
} from '../../support/callback-receiver.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const HOUR = 3_600_000;
const EVENT = 'user-deactivation-result';

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  const callbackUrls = { [EVENT]: `${receiver.url}/${EVENT}` };
  emulator = await ImEmulator.start({ clock: () => now, callbackUrls });
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, emulator.url + path, fields);
const formOf = ({ body }: ReceivedCallback) => Object.fromEntries(new URLSearchParams(body));
const byUser = (one: ReceivedCallback, other: ReceivedCallback) =>
  String(formOf(one)['userId']).localeCompare(String(formOf(other)['userId']));

describe('the result of a deactivation', () => {
  it('is told for each user, in a signed form', async () => {
    const { body } = await form('/user/deactivate.json', { userId: 'alice,bob' });
    await emulator.callbacksSettled();
    expect(receiver.received.toSorted(byUser).map(formOf)).toEqual(
      ['alice', 'bob'].map((userId) => ({
        userId,
        operateId: body['operateId'],
        type: '0',
        code: '0',
        time: String(now),
      })),
    );
    const [told] = receiver.received;
    if (told === undefined) throw new Error('nothing was told');
    expect(told.path).toBe(`/${EVENT}`);
    expect(told.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(told.query.get('appKey')).toBe(emulator.appKey);
    const parts = {
      nonce: told.query.get('nonce') ?? '',
      timestamp: told.query.get('timestamp') ?? '',
    };
    const { appSecret } = emulator.moduleOptions;
    expect(verifySignature([appSecret], parts, told.query.get('signature') ?? '')).toBe(true);
  });

  it('is told for repetitions and reactivations, with ids of their own', async () => {
    const operations = [];
    for (const path of ['deactivate', 'deactivate', 'reactivate']) {
      const { body } = await form(`/user/${path}.json`, { userId: 'alice' });
      operations.push(body['operateId']);
      await emulator.callbacksSettled();
      now += HOUR;
    }
    expect(new Set(operations).size).toBe(3);
    expect(receiver.received.map(formOf)).toMatchObject([
      { operateId: operations[0], type: '0' },
      { operateId: operations[1], type: '0' },
      { operateId: operations[2], type: '1', time: String(now - HOUR) },
    ]);
  });

  it('is not told when a reactivation is refused, nor by the older call', async () => {
    await form('/user/deactivate.json', { userId: 'alice' });
    expect((await form('/user/reactivate.json', { userId: 'bob,alice' })).status).toBe(400);
    now += HOUR;
    expect((await form('/user/activate.json', { userId: 'alice' })).status).toBe(200);
    await emulator.callbacksSettled();
    expect(receiver.received).toHaveLength(1);
  });

  it('is tried again, and can be fired, each time with another operation', async () => {
    receiver.answer = () => (receiver.received.length < 2 ? 'reset' : {});
    expect((await emulator.fire(EVENT, { userId: 'carol' })).attempts).toHaveLength(2);
    await emulator.fire(EVENT, { type: '1' });
    const [, first, second] = receiver.received.map(formOf);
    expect(first).toMatchObject({ userId: 'carol', type: '0', code: '0', time: String(now) });
    expect(second).toMatchObject({ type: '1' });
    expect(first?.['operateId']).not.toBe(second?.['operateId']);
  });
});

it.each(['deactivate', 'delusers'])('%s forgets everything about a user', async (operation) => {
  const fresh = (userId: string) => {
    emulator.addUser({ userId });
    return emulator.user(userId);
  };
  const untouched = { ...fresh('untouched'), userId: 'alice', name: 'alice' };
  for (const userId of ['alice', 'bob', 'carol']) emulator.addUser({ userId });
  const alice = { userId: 'alice' };
  await form('/user/blacklist/add.json', { ...alice, blackUserId: 'bob' });
  await form('/user/whitelist/add.json', { ...alice, whiteUserId: 'bob' });
  await form('/user/whitesetting/set.json', { ...alice, whiteSetting: 1 });
  await form('/user/chat/fb/set.json', { ...alice, state: 1, type: 'PERSON' });
  await form('/user/block.json', { ...alice, minute: 5 });
  const period = { startTime: '22:30:00', period: 5, level: 5 };
  await form('/user/blockPushPeriod/set.json', { ...alice, ...period });
  await form('/user/remarks/set.json', { ...alice, remarks: '[{"id":"bob","remark":"B"}]' });
  await postJson(emulator.moduleOptions, `${emulator.url}/user/tag/set.json`, {
    ...alice,
    tags: ['vip'],
  });
  await form('/user/profile/set.json', { ...alice, userProfile: '{"name":"Alice"}' });
  await form('/friend/add.json', { ...alice, targetId: 'bob', optType: 2 });
  await form('/friend/add.json', { ...alice, targetId: 'carol' });
  await form('/friend/add.json', { userId: 'carol', targetId: 'alice' });
  await form('/friend/permission/set.json', { userIds: 'alice', permissionType: 3 });
  await form('/user/blacklist/add.json', { userId: 'bob', blackUserId: 'alice' });
  expect(emulator.user('carol')?.friendRequests).toHaveLength(1);

  await form(`/user/${operation}.json`, alice);
  expect(emulator.user('alice')).toBeUndefined();
  expect(fresh('alice')).toEqual(untouched);
  expect(emulator.user('bob')).toMatchObject({ friends: [], blacklist: ['alice'] });
  expect(emulator.user('carol')).toMatchObject({ friends: [], friendRequests: [] });
});
