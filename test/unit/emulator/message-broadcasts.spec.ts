import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ImEmulator,
  type ImEmulatorClient,
  type ImEmulatorConnectOptions,
} from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };
const MINUTE_MS = 60_000;

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  emulator = await ImEmulator.start({
    clock: () => now,
    routeServerMessages: true,
    rateLimits: false,
    callbackUrls: {
      'message-routing': `${receiver.url}/routing`,
      'pre-messaging': `${receiver.url}/verdict`,
    },
  });
  for (const userId of ['alice', 'bob', 'carol']) emulator.addUser({ userId });
});

afterEach(async () => {
  await emulator.callbacksSettled();
  expect(receiver.received).toEqual([]);
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const broadcast = (path: string, fields: FormFields = {}) =>
  form(path, { fromUserId: 'alice', ...TEXT, ...fields });
const connect = (userId: string, options?: ImEmulatorConnectOptions) =>
  emulator.connect(userId, options);
const counts = (...clients: ImEmulatorClient[]) => clients.map(({ received }) => received.length);

describe('a broadcast', () => {
  it('reaches all users, and is kept once', async () => {
    const [alice, bob] = [connect('alice'), connect('bob')];
    const { body } = await broadcast('message/broadcast');
    expect(counts(alice, bob)).toEqual([1, 1]);
    expect(bob.received[0]).toMatchObject({
      messageUID: body['messageUID'],
      channelType: 'NOTIFY',
      fromUserId: 'alice',
      toUserId: '',
    });
    expect(emulator.messages).toEqual([bob.received[0]]);
  });
});

describe('a broadcast to who is online', () => {
  it('reaches them, and who comes within ten minutes, once', async () => {
    const bob = connect('bob');
    const { body } = await broadcast('message/online/broadcast');
    now += 10 * MINUTE_MS - 1;
    const carol = connect('carol');
    expect(counts(bob, carol)).toEqual([1, 1]);
    expect(carol.received[0]?.messageUID).toBe(body['messageUID']);
    expect(counts(connect('bob'), connect('carol'))).toEqual([0, 0]);
    now += 1;
    expect(counts(connect('alice'))).toEqual([0]);
  });
});

describe('a broadcast to chatrooms', () => {
  it('reaches who is in a room, the sender when asked for', async () => {
    const [alice, bob, carol] = [connect('alice'), connect('bob'), connect('carol')];
    alice.joinChatroom('room-1');
    bob.joinChatroom('room-2');
    await broadcast('message/chatroom/broadcast');
    expect(counts(alice, bob, carol)).toEqual([0, 1, 0]);
    expect(bob.received[0]).toMatchObject({ channelType: 'TEMPGROUP', toUserId: 'room-2' });
    await broadcast('message/chatroom/broadcast', { isIncludeSender: 1 });
    expect(counts(alice, bob, carol)).toEqual([1, 2, 0]);
  });

  it('keeps no room alive', async () => {
    const bob = connect('bob');
    bob.joinChatroom('room-1');
    now += 59 * MINUTE_MS;
    await broadcast('message/chatroom/broadcast');
    now += MINUTE_MS;
    await broadcast('message/chatroom/broadcast');
    expect(counts(bob)).toEqual([1]);
  });
});

describe('a push with a message', () => {
  const push = (audience: object, fields: object = {}) =>
    postJson(emulator.moduleOptions, `${emulator.url}/push.json`, {
      platform: ['ios', 'android'],
      fromuserid: 'alice',
      audience: { is_to_all: false, ...audience },
      message: TEXT,
      notification: { alert: 'News' },
      ...fields,
    });
  const devices = () => [
    connect('alice', { os: 'Websocket' }),
    connect('bob', { os: 'iOS' }),
    connect('carol', { os: 'Android' }),
    connect('carol', { os: 'HarmonyOS' }),
  ];

  beforeEach(async () => {
    const setTags = (userId: string, tags: string[]) =>
      postJson(emulator.moduleOptions, `${emulator.url}/user/tag/set.json`, { userId, tags });
    await setTags('alice', ['north', 'old']);
    await setTags('bob', ['north', 'new']);
    await setTags('carol', ['south', 'new']);
  });

  it.each([
    ['all', { is_to_all: true, tag: ['nobody has it'] }, [1, 1, 1, 0]],
    ['those with all of some tags', { tag: ['north', 'new'] }, [0, 1, 0, 0]],
    ['those with one of some tags', { tag_or: ['old', 'south'] }, [1, 0, 1, 0]],
    ['those with both', { tag: ['new'], tag_or: ['old', 'south'] }, [0, 0, 1, 0]],
    ['the users that it names, on any system', { userid: ['carol'], tag: ['north'] }, [0, 0, 1, 1]],
    ['nobody without a condition', {}, [0, 0, 0, 0]],
    ['all apps of a package, but not the web', { packageName: 'com.example' }, [0, 1, 1, 0]],
  ])('goes to %s', async (_whom, audience, expected) => {
    const clients = devices();
    const { body } = await push(audience);
    expect(counts(...clients)).toEqual(expected);
    expect(body).toEqual({ code: 200, id: expect.any(String), messageUID: expect.any(String) });
    expect(emulator.messages).toMatchObject([{ ...TEXT, channelType: 'NOTIFY' }]);
  });

  it('goes to devices of the systems that it names', async () => {
    const clients = devices();
    await push({ is_to_all: true }, { platform: ['android'] });
    expect(counts(...clients)).toEqual([1, 0, 1, 0]);
  });

  it('needs a sender, and nothing arrives without a message', async () => {
    const clients = devices();
    const refused = await push({ is_to_all: true }, { fromuserid: undefined });
    expect([refused.status, refused.body['code']]).toEqual([400, 1002]);
    const { body } = await push({ is_to_all: true }, { message: undefined });
    expect(body).toEqual({ code: 200, id: expect.any(String) });
    expect(counts(...clients)).toEqual([0, 0, 0, 0]);
    expect(emulator.messages).toEqual([]);
  });
});
