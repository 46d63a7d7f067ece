import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ImEmulator,
  type ImEmulatorClient,
  type ImEmulatorOptions,
} from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };
const TYPING = { objectName: 'RC:TypSts', content: '{"typingContentType":"RC:TxtMsg"}' };

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;
let now: number;

async function start(options: ImEmulatorOptions = {}) {
  emulator = await ImEmulator.start({ clock: () => now, ...options });
  emulator.setCallbackUrl(receiver.url);
  for (const userId of ['alice', 'bob', 'carol']) emulator.addUser({ userId });
  const userId = ['alice', 'bob', 'carol'];
  await form('group/create', { groupId: 'climbers', groupName: 'Climbers', userId });
  [alice, bob] = [emulator.connect('alice'), emulator.connect('bob')];
}

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  receiver.answer = () => ({ body: '{"pass":1}' });
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const send = (path: string, fields: FormFields) =>
  form(path, { fromUserId: 'alice', ...TYPING, ...fields });
const callbacks = async (path: string) => {
  await emulator.callbacksSettled();
  return receiver.received
    .filter((callback) => callback.path === path)
    .map(({ body }) => new URLSearchParams(body));
};

describe('a status message', () => {
  it('reaches who is online, and leaves nothing behind', async () => {
    await start({ routeServerMessages: true });
    const { body } = await send('statusmessage/private/publish', { toUserId: ['bob', 'carol'] });
    await send('statusmessage/group/publish', { toGroupId: ['climbers'], isIncludeSender: 1 });
    expect(body['messageUIDs']).toEqual([
      { userId: 'bob', messageUID: bob.received[0]?.messageUID },
      { userId: 'carol', messageUID: expect.stringMatching(/^\w{4}(-\w{4}){3}$/) },
    ]);
    expect(bob.received).toMatchObject([{ channelType: 'PERSON' }, { channelType: 'GROUP' }]);
    expect(alice.received).toHaveLength(1);
    expect(emulator.messages).toEqual([]);
    expect(await callbacks('/message-routing')).toEqual([]);
    expect(await callbacks('/pre-messaging')).toEqual([]);
  });

  it('is one by its type, whoever sends it and by whichever call', async () => {
    await start({ routeServerMessages: true });
    await alice.send({ toUserId: 'bob', ...TYPING });
    await send('message/private/publish', { toUserId: ['bob'] });
    expect(bob.received).toHaveLength(2);
    expect(emulator.messages).toEqual([]);
    expect(await callbacks('/message-routing')).toEqual([]);
  });

  it('is reported where that is switched on', async () => {
    await start({ routeServerMessages: true, routeStatusMessages: true });
    await alice.send({ toUserId: 'bob', ...TYPING });
    await send('statusmessage/private/publish', { ...TEXT, toUserId: ['bob'] });
    const types = (await callbacks('/message-routing')).map((body) => body.get('objectName'));
    expect(types).toEqual(['RC:TypSts', 'RC:TxtMsg']);
    expect(emulator.messages).toEqual([]);
  });

  it('spares those who have blocked the sender when asked to', async () => {
    await start();
    await form('user/blacklist/add', { userId: 'bob', blackUserId: ['alice'] });
    const path = 'statusmessage/private/publish';
    const { body } = await send(path, { toUserId: ['bob'], verifyBlacklist: 1 });
    expect(body['messageUIDs']).toEqual([]);
    expect(bob.received).toEqual([]);
  });
});

describe('a message to chosen members', () => {
  it('names them to the app server', async () => {
    await start({ routeServerMessages: true });
    const toUserId = ['bob', 'carol'];
    await send('message/group/publish', { ...TEXT, toGroupId: ['climbers'], toUserId });
    const [routed] = await callbacks('/message-routing');
    expect(routed?.getAll('groupUserIds')).toEqual(['bob', 'carol']);
    const [asked] = await callbacks('/pre-messaging');
    expect(asked?.get('toUserIds')).toBe('bob,carol');
    expect(bob.received[0]?.toUserIds).toEqual(['bob', 'carol']);
  });

  it('takes no expansion', async () => {
    await start();
    const expansion = { expansion: true, extraContent: '{"a":"1"}' };
    await send('message/group/publish', { ...TEXT, ...expansion, toGroupId: ['climbers'] });
    await send('message/group/publish', {
      ...TEXT,
      ...expansion,
      toGroupId: ['climbers'],
      toUserId: ['bob'],
    });
    expect(bob.received.map((message) => [message.expansion, message.extraContent])).toEqual([
      [true, '{"a":"1"}'],
      [false, undefined],
    ]);
  });
});

describe('a system message', () => {
  it('is routed without a verdict, which is documented for none of them', async () => {
    await start({ routeServerMessages: true });
    await send('message/system/publish', { ...TEXT, toUserId: ['bob'] });
    expect(await callbacks('/message-routing')).toHaveLength(1);
    expect(await callbacks('/pre-messaging')).toEqual([]);
  });
});

describe('msgRandom', () => {
  const sendWith = async (msgRandom: string, path = 'message/private/publish') =>
    (await send(path, { ...TEXT, toUserId: ['bob'], msgRandom })).status;

  it('means nothing by default', async () => {
    await start();
    expect([await sendWith('7'), await sendWith('7')]).toEqual([200, 200]);
    expect(bob.received).toHaveLength(2);
  });

  it('is taken once within a minute where that is switched on', async () => {
    await start({ refuseRepeatedMsgRandom: true });
    expect([await sendWith('7'), await sendWith('8')]).toEqual([200, 200]);
    now += 59_999;
    const repeated = await send('message/private/publish', {
      ...TEXT,
      toUserId: ['bob'],
      msgRandom: '7',
    });
    expect([repeated.status, repeated.body['code'], repeated.reason]).toEqual([
      400,
      1002,
      'msgRandom 7 was used less than a minute ago',
    ]);
    expect(bob.received).toHaveLength(2);
    now += 1;
    expect(await sendWith('7', 'message/system/publish')).toBe(200);
    expect(bob.received).toHaveLength(3);
  });

  it('counts with all of its 64 bits, and only when the call was taken', async () => {
    await start({ refuseRepeatedMsgRandom: true });
    const refused = await send('message/private/publish', {
      ...TEXT,
      toUserId: ['bob'],
      expansion: true,
      extraContent: '{"no good key":"1"}',
      msgRandom: '9223372036854775806',
    });
    expect([refused.status, refused.body['code']]).toEqual([400, 1002]);
    expect(await sendWith('9223372036854775806')).toBe(200);
    expect(await sendWith('9223372036854775807')).toBe(200);
    expect(await sendWith('9223372036854775806')).toBe(400);
  });
});
