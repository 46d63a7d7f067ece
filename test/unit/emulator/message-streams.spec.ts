import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { postForm, postJson } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2);
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;
let carol: ImEmulatorClient;

beforeEach(async () => {
  now = START;
  receiver = await startReceiver();
  emulator = await ImEmulator.start({
    clock: () => now,
    rateLimits: false,
    routeServerMessages: true,
    callbackUrls: {
      'message-routing': `${receiver.url}/routing`,
      'pre-messaging': `${receiver.url}/verdict`,
    },
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

const post = (path: string, body: object) =>
  postJson(emulator.moduleOptions, `${emulator.url}/v3/message/${path}.json`, body);
const send = (content: object, fields: object = {}, kind = 'private') =>
  post(`${kind}/publish_stream`, {
    fromUserId: 'alice',
    ...(kind === 'private' && { toUserId: 'bob' }),
    objectName: 'RC:StreamMsg',
    content: { complete: false, ...content },
    ...fields,
  });
const begin = async (content: object = {}, fields: object = {}, kind?: string) => {
  const { body } = await send({ content: 'He', seq: 1, ...content }, fields, kind);
  return String(body['messageUID']);
};
const contentOf = async (messageUID: string) =>
  (await post('get_stream', { messageUID })).body['content'];
const contents = ({ received }: ImEmulatorClient) =>
  received.map(({ content }) => JSON.parse(content) as unknown);

describe('a stream', () => {
  it('arrives chunk by chunk as one message, and is kept as a whole', async () => {
    const messageUID = await begin({ type: 'markdown', extra: 'x' });
    const second = await send({ content: 'll', seq: 2, messageUID, extra: 'not again' });
    expect(second.body).toEqual({ code: 200 });
    expect(await contentOf(messageUID)).toEqual({
      content: 'Hell',
      seq: 2,
      complete: false,
      type: 'markdown',
      extra: 'x',
    });
    await send({ content: 'o', seq: 3, complete: true, completeReason: 7, messageUID });
    expect(contents(bob)).toEqual([
      { content: 'He', seq: 1, complete: false, type: 'markdown', extra: 'x' },
      { content: 'll', seq: 2, complete: false, messageUID, extra: 'not again' },
      { content: 'o', seq: 3, complete: true, completeReason: 7, messageUID },
    ]);
    expect(new Set(bob.received.map((message) => message.messageUID))).toEqual(
      new Set([messageUID]),
    );
    expect(emulator.messages).toHaveLength(1);
    expect(JSON.parse(emulator.messages[0]?.content ?? '')).toEqual({
      content: 'Hello',
      seq: 3,
      complete: true,
      completeReason: 7,
      type: 'markdown',
      extra: 'x',
    });
    expect(alice.received).toEqual([]);
  });

  it('is in the history, with an expansion, and with the sender when asked for', async () => {
    const fields = { isIncludeSender: 1, extraContent: { model: 'a' } };
    const messageUID = await begin({}, fields);
    await send({ content: 'y', seq: 2, complete: true, messageUID }, { isIncludeSender: 1 });
    const window = { startTime: now, endTime: now, includeStart: true };
    const conversation = { userId: 'alice', targetId: 'bob' };
    const { body } = await post('private/query', { ...window, ...conversation });
    expect(body['data']).toMatchObject([
      { messageUID, objectName: 'RC:StreamMsg', expansion: true, extraContent: '{"model":"a"}' },
    ]);
    expect(alice.received).toHaveLength(2);
  });

  it('is routed once, as a whole, when it is complete', async () => {
    const messageUID = await begin();
    await emulator.callbacksSettled();
    expect(receiver.received).toEqual([]);
    await send({ content: 'y', seq: 2, complete: true, messageUID });
    await begin({ content: 'short', complete: true });
    await emulator.callbacksSettled();
    const routed = receiver.received.map(({ body }) => new URLSearchParams(body));
    expect(routed.map((body) => body.get('content'))).toEqual([
      '{"content":"Hey","seq":2,"complete":true}',
      '{"content":"short","seq":1,"complete":true}',
    ]);
  });

  it('goes to a group, or to chosen members of it', async () => {
    await postForm(emulator.moduleOptions, `${emulator.url}/group/create.json`, {
      groupId: 'climbers',
      groupName: 'Climbers',
      userId: ['alice', 'bob', 'carol'],
    });
    const to = { toGroupId: 'climbers' };
    await begin({}, to, 'group');
    const messageUID = await begin({}, { ...to, toUserId: ['carol'] }, 'group');
    await send({ content: 'y', seq: 2, complete: true, messageUID }, to, 'group');
    expect([bob.received.length, carol.received.length]).toEqual([1, 3]);
  });

  it.each([
    ['without its id', { content: 'y', seq: 2 }, 'content.messageUID is required'],
    ['of an unknown id', { content: 'y', seq: 2, messageUID: 'none' }, 'There is no stream none'],
  ])('does not take a later chunk %s', async (_what, content, expected) => {
    await begin();
    const { status, body, reason } = await send(content);
    expect([status, body['code']]).toEqual([400, 1002]);
    expect(reason).toContain(expected);
    expect(bob.received).toHaveLength(1);
  });

  it('takes its chunks in order, of its sender, and none after the last', async () => {
    const messageUID = await begin();
    const codes = async (...chunks: [object, object?][]) => {
      const found: unknown[] = [];
      for (const chunk of chunks) found.push((await send(...chunk)).body['code']);
      return found;
    };
    const chunk = { content: 'y', messageUID };
    expect(
      await codes(
        [{ ...chunk, seq: 3 }],
        [{ ...chunk, seq: 2 }, { fromUserId: 'carol' }],
        [{ ...chunk, seq: 2 }, { toUserId: 'carol' }],
        [{ ...chunk, seq: 2 }],
        [{ ...chunk, seq: 2 }],
        [{ ...chunk, seq: 3, complete: true }],
        [{ ...chunk, seq: 4 }],
      ),
    ).toEqual([1002, 1002, 1002, 200, 1002, 200, 1002]);
    expect(await contentOf(messageUID)).toMatchObject({ content: 'Heyy', seq: 3 });
  });

  it('has 128 KB at most', async () => {
    const messageUID = await begin({ content: 'x'.repeat(131_000) });
    const refused = await send({ content: 'é'.repeat(37), seq: 2, messageUID });
    expect([refused.status, refused.body['code']]).toEqual([400, 1005]);
    const { status } = await send({ content: 'é'.repeat(36), seq: 2, messageUID });
    expect(status).toBe(200);
  });

  it('is stopped when no chunk comes for 30 seconds', async () => {
    const messageUID = await begin();
    now += 30 * SECOND_MS;
    expect((await send({ content: 'y', seq: 2, messageUID })).status).toBe(200);
    now += 30 * SECOND_MS + 1;
    const late = await send({ content: '!', seq: 3, messageUID });
    expect([late.status, late.body['code']]).toEqual([400, 1002]);
    const stopped = { content: 'Hey', seq: 2, complete: true, stopReason: 29003 };
    expect(await contentOf(messageUID)).toEqual(stopped);
    expect(JSON.parse(emulator.messages[0]?.content ?? '')).toEqual(stopped);
  });

  it('is stopped after 30 minutes', async () => {
    const messageUID = await begin();
    for (let seq = 2; seq <= 61; seq += 1) {
      now += 30 * SECOND_MS;
      expect((await send({ content: '.', seq, messageUID })).status).toBe(200);
    }
    expect(now).toBe(START + 30 * MINUTE_MS);
    now += 1;
    expect(await contentOf(messageUID)).toMatchObject({ seq: 61, stopReason: 29004 });
  });
});
