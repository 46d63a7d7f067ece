import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };
const MINUTE_MS = 60_000;

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;
let carol: ImEmulatorClient;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  emulator = await ImEmulator.start({
    clock: () => now,
    routeServerMessages: true,
    callbackUrls: { 'message-routing': receiver.url },
  });
  const connect = (userId: string) => {
    emulator.addUser({ userId });
    return emulator.connect(userId);
  };
  [alice, bob, carol] = [connect('alice'), connect('bob'), connect('carol')];
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

/** The answer, once everything that it leads to has arrived. */
async function form(path: string, fields: FormFields) {
  const reply = await postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
  await emulator.callbacksSettled();
  return reply;
}

const recall = (messageUID: string, fields: FormFields = {}) =>
  form('message/recall', {
    fromUserId: 'alice',
    conversationType: 1,
    targetId: 'bob',
    messageUID,
    ...fields,
  });
const contentOf = (client: ImEmulatorClient) =>
  JSON.parse(client.received.at(-1)?.content ?? '{}') as unknown;
const routed = () =>
  receiver.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
const send = async (toUserId: string, fields: object = {}) =>
  (await alice.send({ toUserId, ...TEXT, ...fields })).message;

describe('a recall', () => {
  it('tells the devices of both users, and marks the message', async () => {
    const sent = await send('bob');
    now += MINUTE_MS;
    const { body } = await recall(sent.messageUID, { isAdmin: 1, isDelete: 1, extra: 'spam' });
    expect(body).toEqual({ code: 200 });
    const command = bob.received.at(-1);
    expect(command).toMatchObject({
      objectName: 'RC:RcCmd',
      fromUserId: 'alice',
      toUserId: 'bob',
      channelType: 'PERSON',
      timestamp: now,
      originalMsgUID: sent.messageUID,
    });
    expect(contentOf(bob)).toEqual({
      messageUId: sent.messageUID,
      targetId: 'bob',
      channelId: '',
      sentTime: sent.timestamp,
      conversationType: 1,
      isAdmin: true,
      isDelete: true,
      originalFromUserId: 'alice',
      extra: 'spam',
    });
    expect(alice.received).toEqual([command]);
    expect(carol.received).toEqual([]);
    expect(emulator.messages).toEqual([{ ...sent, recalled: true }, command]);
  });

  it('is a message that is routed', async () => {
    const sent = await send('bob');
    await recall(sent.messageUID);
    expect(routed()).toMatchObject([
      { objectName: 'RC:TxtMsg', source: 'iOS' },
      { objectName: 'RC:RcCmd', source: 'Server', originalMsgUID: '' },
    ]);
  });

  it.each([
    ['another sender', { fromUserId: 'carol' }],
    ['another recipient', { targetId: 'carol' }],
    ['another kind of conversation', { conversationType: 3 }],
  ])('of a message of %s changes nothing', async (_what, fields) => {
    const sent = await send('bob');
    const { status, reason } = await recall(sent.messageUID, fields);
    expect(status).toBe(200);
    expect(reason).toBe(`There is no message ${sent.messageUID} in that conversation`);
    expect(emulator.messages).toEqual([sent]);
    expect(bob.received).toEqual([sent]);
  });

  it('happens once', async () => {
    const sent = await send('bob');
    await recall(sent.messageUID);
    expect((await recall(sent.messageUID)).reason).toContain('There is no message');
    expect(bob.received).toHaveLength(2);
  });

  it('reaches the members that a message was directed to', async () => {
    const userId = ['alice', 'bob', 'carol'];
    await form('group/create', { groupId: 'climbers', groupName: 'Climbers', userId });
    const { body } = await form('message/group/publish', {
      fromUserId: 'alice',
      toGroupId: ['climbers'],
      toUserId: ['bob'],
      ...TEXT,
    });
    const [{ messageUID }] = body['messageUIDs'] as [{ messageUID: string }];
    await recall(messageUID, { conversationType: 3, targetId: 'climbers' });
    expect(contentOf(bob)).toMatchObject({
      messageUId: messageUID,
      directionalUserIdList: ['bob'],
    });
    expect(carol.received).toEqual([]);
  });

  it('names the channel of an ultra group, and the message to the app server', async () => {
    const guild = { groupId: 'guild' };
    await form('ultragroup/create', { ...guild, userId: 'alice', groupName: 'Guild' });
    await form('ultragroup/join', { ...guild, userId: 'bob' });
    await form('ultragroup/channel/create', { ...guild, busChannel: 'staff' });
    const to = { channelType: 'ULTRAGROUP', busChannel: 'staff' };
    const { messageUID } = await send('guild', to);
    const place = { conversationType: 10, targetId: 'guild' };
    expect((await recall(messageUID, place)).reason).toContain('There is no message');
    await recall(messageUID, { ...place, busChannel: 'staff' });
    expect(bob.received.at(-1)).toMatchObject({ objectName: 'RC:RcCmd', busChannel: 'staff' });
    expect(contentOf(bob)).toMatchObject({ channelId: 'staff', conversationType: 10 });
    expect(routed().at(-1)).toMatchObject({
      objectName: 'RC:RcCmd',
      originalMsgUID: messageUID,
      busChannel: 'staff',
    });
  });

  it('does not happen when the app server blocks it', async () => {
    const sent = await send('bob');
    emulator.setCallbackUrl(receiver.url);
    receiver.answer = ({ path }) => ({ body: path === '/pre-messaging' ? '{"pass":0}' : '' });
    await recall(sent.messageUID);
    expect(emulator.messages).toEqual([sent]);
    expect(bob.received).toEqual([sent]);
  });
});

describe('the recall of a broadcast', () => {
  const recallBroadcast = (messageUID: unknown, fields: FormFields = {}) =>
    form('message/broadcast/recall', {
      fromUserId: 'alice',
      messageUID: String(messageUID),
      ...fields,
    });

  it('tells all users, and no app server', async () => {
    const { body } = await form('message/broadcast', { fromUserId: 'alice', ...TEXT });
    await recallBroadcast(body['messageUID'], { isDelete: 1 });
    for (const client of [alice, bob, carol]) {
      expect(client.received).toHaveLength(2);
      expect(contentOf(client)).toMatchObject({ messageUId: body['messageUID'], isDelete: true });
    }
    expect(emulator.messages).toMatchObject([{ recalled: true }, { objectName: 'RC:RcCmd' }]);
    expect(routed()).toEqual([]);
  });

  it('tells the audience of a push', async () => {
    const { body } = await postJson(emulator.moduleOptions, `${emulator.url}/push.json`, {
      platform: ['ios'],
      fromuserid: 'alice',
      audience: { is_to_all: false, userid: ['bob'] },
      message: TEXT,
      notification: { alert: 'News' },
    });
    await recallBroadcast(body['messageUID']);
    expect(bob.received.map(({ objectName }) => objectName)).toEqual(['RC:TxtMsg', 'RC:RcCmd']);
    expect(carol.received).toEqual([]);
  });

  it.each([
    ['one to who is online', 'message/online/broadcast', {}],
    ['one to chatrooms', 'message/chatroom/broadcast', {}],
    ['a message to one user', 'message/system/publish', { toUserId: ['bob'] }],
  ])('is not for %s', async (_what, path, fields) => {
    await form(path, { fromUserId: 'alice', ...TEXT, ...fields });
    const [sent] = emulator.messages;
    const { status, reason } = await recallBroadcast(sent?.messageUID);
    expect([status, reason]).toEqual([
      200,
      `${sent?.messageUID} is no broadcast of alice that can be recalled`,
    ]);
    expect(emulator.messages).toEqual([sent]);
  });
});
