import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import type { ImEmulatorMessageSwitches } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };
const EDITED = '{"content":"edited"}';

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;
let carol: ImEmulatorClient;

async function start(switches: ImEmulatorMessageSwitches = {}) {
  emulator = await ImEmulator.start({ clock: () => now, rateLimits: false, ...switches });
  emulator.setCallbackUrl(receiver.url);
  const connect = (userId: string) => {
    emulator.addUser({ userId });
    return emulator.connect(userId);
  };
  [alice, bob, carol] = [connect('alice'), connect('bob'), connect('carol')];
  await form('group/create', {
    groupId: 'climbers',
    groupName: 'Climbers',
    userId: ['alice', 'bob'],
  });
  await form('ultragroup/create', { groupId: 'guild', userId: 'alice', groupName: 'Guild' });
  await form('ultragroup/join', { groupId: 'guild', userId: 'bob' });
  await form('ultragroup/channel/create', { groupId: 'guild', busChannel: 'staff' });
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

/** The answer, once everything that it leads to has arrived. */
async function form(path: string, fields: FormFields) {
  const reply = await postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
  await emulator.callbacksSettled();
  return reply;
}

const send = async (toUserId: string, fields: object = {}) =>
  (await alice.send({ toUserId, ...TEXT, ...fields })).message.messageUID;
const sendToGuild = (fields: object = {}) =>
  send('guild', { channelType: 'ULTRAGROUP', busChannel: 'staff', ...fields });
const reported = async (path: string) => {
  await emulator.callbacksSettled();
  return receiver.received
    .filter((callback) => callback.path === path)
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
};
const kept = (messageUID: string) =>
  emulator.messages.find((message) => message.messageUID === messageUID);

describe('another content', () => {
  it('replaces that of a one-to-one message, for both users', async () => {
    await start({ routeServerMessages: true });
    const msgUID = await send('bob');
    const fields = { fromUserId: 'alice', targetId: 'bob', msgUID, content: EDITED };
    expect((await form('message/private/modify', fields)).body).toEqual({ code: 200 });
    expect(kept(msgUID)?.content).toBe(EDITED);
    expect(emulator.messages).toHaveLength(1);
    const change = bob.received.at(-1);
    expect(change).toMatchObject({ content: EDITED, originalMsgUID: msgUID });
    expect(change?.messageUID).not.toBe(msgUID);
    expect(alice.received).toEqual([change]);
    expect(await reported('/message-routing')).toHaveLength(1);
  });

  it('replaces that of a group message, which keeps its type', async () => {
    await start();
    const msgUID = await send('climbers', { channelType: 'GROUP' });
    const fields = { fromUserId: 'alice', groupId: 'climbers', msgUID, content: EDITED };
    const refused = await form('message/group/modify', { ...fields, objectName: 'RC:InfoNtf' });
    expect([refused.status, refused.body['code']]).toEqual([400, 1002]);
    expect(kept(msgUID)?.content).toBe(TEXT.content);
    await form('message/group/modify', { ...fields, objectName: 'RC:TxtMsg' });
    expect(kept(msgUID)?.content).toBe(EDITED);
    expect(bob.received.at(-1)).toMatchObject({ channelType: 'GROUP', content: EDITED });
    expect(carol.received).toEqual([]);
  });

  it('is for the sender of a message only', async () => {
    await start();
    const msgUID = await send('bob');
    const fields = { fromUserId: 'bob', targetId: 'bob', msgUID, content: EDITED };
    const { reason } = await form('message/private/modify', fields);
    expect(reason).toBe(`There is no message ${msgUID} in that conversation`);
    expect(kept(msgUID)?.content).toBe(TEXT.content);
  });

  it('of an ultra group message is judged and routed as a message of its own', async () => {
    await start({ routeServerMessages: true });
    const msgUID = await sendToGuild();
    receiver.answer = ({ path }) =>
      path === '/pre-messaging' ? { body: '{"pass":1,"replaceContent":"{}"}' } : {};
    const fields = { fromUserId: 'alice', groupId: 'guild', msgUID, content: EDITED };
    await form('ultragroup/msg/modify', fields);
    expect(kept(msgUID)?.content).toBe(TEXT.content);
    await form('ultragroup/msg/modify', { ...fields, busChannel: 'staff' });
    expect(kept(msgUID)?.content).toBe('{}');
    const [, asked] = await reported('/pre-messaging');
    expect(asked).toMatchObject({ originalMsgUID: msgUID, content: EDITED, os: 'Server' });
    const [, routed] = await reported('/message-routing');
    expect(routed).toMatchObject({
      originalMsgUID: msgUID,
      content: '{}',
      objectName: 'RC:TxtMsg',
      busChannel: 'staff',
    });
    expect(routed?.['msgUID']).toBe(bob.received.at(-1)?.messageUID);
    expect(alice.received.at(-1)?.originalMsgUID).toBe(msgUID);
  });

  it('of an ultra group message is handled once for one msgRandom', async () => {
    await start({ refuseRepeatedMsgRandom: true });
    const msgUID = await sendToGuild();
    const fields = { fromUserId: 'alice', groupId: 'guild', busChannel: 'staff', msgUID };
    const modify = (content: string) =>
      form('ultragroup/msg/modify', { ...fields, content, msgRandom: 5 });
    await modify(EDITED);
    const again = await modify('{}');
    expect([again.status, again.reason]).toEqual([
      200,
      'msgRandom 5 was used less than a minute ago',
    ]);
    expect(kept(msgUID)?.content).toBe(EDITED);
  });
});

describe('an expansion', () => {
  const expandable = { expansion: true, extraContent: '{"status":"new"}' };
  const change = (msgUID: string, operation: string, fields: FormFields) =>
    form(`message/expansion/${operation}`, {
      msgUID,
      userId: 'bob',
      conversationType: 1,
      targetId: 'alice',
      ...fields,
    });
  const set = (msgUID: string, values: object, fields: FormFields = {}) =>
    change(msgUID, 'set', { extraKeyVal: JSON.stringify(values), ...fields });
  const query = async (msgUID: string, fields: FormFields = {}) =>
    (await form('message/expansion/query', { msgUID, ...fields })).body['extraContent'] as Record<
      string,
      { v: string }
    >;
  const keys = (count: number, name: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, 'x']));

  it('is set and deleted by key, with the time of each', async () => {
    await start();
    const msgUID = await send('bob', expandable);
    expect(await query(msgUID)).toEqual({ status: { v: 'new', ts: now } });
    now += 5;
    expect((await set(msgUID, { seen: '1', status: 'paid' })).body).toEqual({ code: 200 });
    expect(await query(msgUID)).toEqual({
      status: { v: 'paid', ts: now },
      seen: { v: '1', ts: now },
    });
    await change(msgUID, 'delete', { extraKey: '["status","unknown"]' });
    expect(await query(msgUID)).toEqual({ seen: { v: '1', ts: now } });
    expect(kept(msgUID)?.extraContent).toBe('{"seen":"1"}');
  });

  it('tells the other user of a change, the operator when asked to, and no app server', async () => {
    await start({ routeServerMessages: true, routeExpansionChanges: true });
    const msgUID = await send('bob', expandable);
    await set(msgUID, { status: 'paid' });
    expect(alice.received.at(-1)).toMatchObject({
      objectName: 'RC:MsgExMsg',
      content: JSON.stringify({ mid: msgUID, put: { status: 'paid' } }),
      fromUserId: 'bob',
      originalMsgUID: msgUID,
    });
    expect(bob.received).toHaveLength(1);
    await change(msgUID, 'delete', { extraKey: '["status"]', isSyncSender: 1 });
    expect(bob.received.at(-1)?.content).toBe(JSON.stringify({ mid: msgUID, del: ['status'] }));
    expect(emulator.messages).toHaveLength(1);
    expect(await reported('/message-routing')).toHaveLength(1);
  });

  it('belongs to a message that was sent with one', async () => {
    await start();
    const msgUID = await send('bob');
    const { status, body, reason } = await set(msgUID, { a: '1' });
    expect([status, body['code']]).toEqual([400, 1002]);
    expect(reason).toBe(`The message ${msgUID} was sent without an expansion`);
    expect(await query(msgUID)).toEqual({});
  });

  it.each([
    ['another user', { userId: 'carol' }],
    ['another conversation', { targetId: 'carol' }],
    ['another kind of conversation', { conversationType: 3 }],
  ])('is not there for %s', async (_what, fields) => {
    await start();
    const msgUID = await send('bob', expandable);
    const { status, reason } = await set(msgUID, { status: 'paid' }, fields);
    expect([status, reason]).toEqual([200, `There is no message ${msgUID} in that conversation`]);
    expect(kept(msgUID)?.extraContent).toBe('{"status":"new"}');
  });

  it.each([
    ['a key with a space', { 'a b': '1' }, 1002],
    ['a key of 33 characters', { ['k'.repeat(33)]: '1' }, 1005],
    ['a value of 4,097 characters', { a: 'v'.repeat(4_097) }, 1005],
    ['a value that is no text', { a: 1 }, 1002],
    ['101 keys', keys(101, 'a'), 1002],
  ])('does not take %s', async (_what, values, code) => {
    await start();
    const msgUID = await send('bob', expandable);
    expect((await set(msgUID, { good: '1', ...values })).body['code']).toBe(code);
    expect(Object.keys(await query(msgUID))).toEqual(['status']);
  });

  it('takes keys and values at their limits', async () => {
    await start();
    const msgUID = await send('bob', expandable);
    const values = { ['k'.repeat(32)]: 'v'.repeat(4_096), 'A+=-_9': '' };
    expect((await set(msgUID, values)).status).toBe(200);
    expect(Object.keys(await query(msgUID))).toHaveLength(3);
  });

  it('holds 300 values, and a call beyond them sets none', async () => {
    await start();
    const msgUID = await send('bob', { expansion: true });
    for (const name of ['a', 'b', 'c']) await set(msgUID, keys(100, name));
    const refused = await set(msgUID, { a0: 'changed', d0: 'x' });
    expect([refused.status, refused.body['code']]).toEqual([400, 1002]);
    const all = await query(msgUID);
    expect(Object.keys(all)).toHaveLength(300);
    expect(all['a0']?.v).toBe('x');
    expect(await query(msgUID, { pageNo: 2 })).toEqual({});
    expect((await set(msgUID, { a0: 'changed' })).status).toBe(200);
  });

  it('of an ultra group message reaches its members, and the app server where switched on', async () => {
    await start({ routeServerMessages: true, routeExpansionChanges: true });
    const msgUID = await sendToGuild({ expansion: true });
    const place = { msgUID, userId: 'bob', groupId: 'guild', busChannel: 'staff' };
    await form('ultragroup/message/expansion/set', { ...place, extraKeyVal: '{"likes":"3"}' });
    const told = bob.received.at(-1);
    expect(told).toMatchObject({ objectName: 'RC:MsgExMsg', busChannel: 'staff' });
    expect(alice.received).toEqual([told]);
    const { body } = await form('ultragroup/message/expansion/query', place);
    expect(body['extraContent']).toEqual({ likes: { v: '3', ts: now } });
    const [, routed] = await reported('/message-routing');
    expect(routed).toMatchObject({
      objectName: 'RC:MsgExMsg',
      originalMsgUID: msgUID,
      msgUID: told?.messageUID,
      content: JSON.stringify({ mid: msgUID, put: { likes: '3' } }),
    });
    await form('ultragroup/message/expansion/delete', { ...place, extraKey: '["likes"]' });
    const after = await form('ultragroup/message/expansion/query', place);
    expect(after.body['extraContent']).toEqual({});
  });

  it('of an ultra group message is routed only where that is switched on', async () => {
    await start({ routeServerMessages: true });
    const msgUID = await sendToGuild({ expansion: true });
    const place = { msgUID, userId: 'bob', groupId: 'guild' };
    const extraKeyVal = '{"likes":"3"}';
    const elsewhere = await form('ultragroup/message/expansion/set', { ...place, extraKeyVal });
    expect(elsewhere.reason).toContain('There is no message');
    await form('ultragroup/message/expansion/set', {
      ...place,
      busChannel: 'staff',
      extraKeyVal,
    });
    expect(alice.received).toHaveLength(1);
    expect(await reported('/message-routing')).toHaveLength(1);
  });
});
