import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  PAUSE_MS,
  TIMEOUTS_BEFORE_PAUSE,
  TIMEOUT_WINDOW_MS,
} from '../../../lib/emulator/callbacks/delivery-pause.js';
import { verifySignature } from '../../../lib/signature/verify.js';
import { ImEmulator, type ImEmulatorEvent } from '../../../lib/testing/index.js';
import {
  startReceiver,
  type CallbackReceiver,
  type ReceivedCallback,
  type ReceiverAnswer,
} from '../../support/callback-receiver.js';
import { postForm } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: { content: 'hi' } };

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;

async function start(options: Parameters<typeof ImEmulator.start>[0]) {
  emulator = await ImEmulator.start({ clock: () => now, ...options });
  emulator.addUser({ userId: 'alice' });
  emulator.addUser({ userId: 'bob' });
}

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const formOf = ({ body }: ReceivedCallback) => Object.fromEntries(new URLSearchParams(body));

function isSigned({ query }: ReceivedCallback): boolean {
  const parts = { nonce: query.get('nonce') ?? '', timestamp: query.get('timestamp') ?? '' };
  return verifySignature([emulator.moduleOptions.appSecret], parts, query.get('signature') ?? '');
}

describe('a device', () => {
  it('goes online and offline', async () => {
    await start({ callbackUrl: receiver.url });
    const client = emulator.connect('alice', { os: 'Android', clientIp: '203.0.113.1:1' });
    expect(emulator.user('alice')?.online).toBe(true);
    await emulator.callbacksSettled();
    now += 5;
    client.disconnect();
    client.disconnect();
    emulator.connect('alice').disconnect('logged-out');
    await emulator.callbacksSettled();

    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as unknown);
    const { sessionId } = client;
    expect(bodies[0]).toEqual([
      {
        userid: 'alice',
        status: '0',
        os: 'Android',
        time: now - 5,
        clientIp: '203.0.113.1:1',
        sessionId,
      },
    ]);
    // What happens in one turn is told in one callback, in its order.
    expect(bodies.slice(1)).toMatchObject([
      [{ status: '1', sessionId, time: now }, { status: '0' }, { status: '2' }],
    ]);
    const [first] = receiver.received;
    expect(first?.path).toBe('/user-online-status');
    expect(first?.headers['content-type']).toBe('application/json');
    expect(first?.query.get('appKey')).toBe(emulator.appKey);
    expect(receiver.received.every(isSigned)).toBe(true);
    await expect(client.send({ toUserId: 'bob', ...TEXT })).rejects.toThrow('not connected');
  });

  it('sends a message that is delivered and routed', async () => {
    await start({ callbackUrls: { 'message-routing': `${receiver.url}/routing?tenant=1` } });
    const [alice, bob] = [emulator.connect('alice'), emulator.connect('bob')];
    const otherAlice = emulator.connect('alice');
    const result = await alice.send({ toUserId: 'bob', ...TEXT });
    await emulator.callbacksSettled();

    expect(result).toMatchObject({ outcome: 'delivered', verdict: 'none' });
    expect(bob.received).toEqual([result.message]);
    expect(otherAlice.received).toEqual([result.message]);
    expect(alice.received).toEqual([]);
    expect(emulator.messages).toEqual([result.message]);
    const [routed] = receiver.received;
    if (routed === undefined) throw new Error('nothing was routed');
    expect(receiver.received).toHaveLength(1);
    expect(isSigned(routed)).toBe(true);
    expect(routed.query.get('tenant')).toBe('1');
    expect(formOf(routed)).toEqual({
      fromUserId: 'alice',
      toUserId: 'bob',
      objectName: 'RC:TxtMsg',
      content: '{"content":"hi"}',
      channelType: 'PERSON',
      msgTimestamp: String(now),
      msgUID: result.message.messageUID,
      originalMsgUID: '',
      sensitiveType: '0',
      source: 'iOS',
      busChannel: '',
    });
  });

  it('cannot write to somebody who blocked its user', async () => {
    await start({ callbackUrl: receiver.url });
    await postForm(emulator.moduleOptions, `${emulator.url}/user/blacklist/add.json`, {
      userId: 'bob',
      blackUserId: 'alice',
    });
    const result = await emulator.connect('alice').send({ toUserId: 'bob', ...TEXT });
    expect(result).toMatchObject({ outcome: 'blocked', verdict: 'none' });
    expect(result.reason).toContain('blacklist');
    expect(emulator.messages).toEqual([]);
  });
});

describe('a verdict', () => {
  const ask = async (answer: ReceiverAnswer) => {
    const callbackUrls = { 'pre-messaging': `${receiver.url}/verdict` };
    await start({ callbackUrls, ...(answer === 'silence' && { callbackTimeoutMs: 60 }) });
    receiver.answer = () => answer;
    const bob = emulator.connect('bob');
    const result = await emulator.connect('alice').send({ toUserId: 'bob', ...TEXT });
    return { result, bob };
  };

  it('is asked for once, with the app key in the form', async () => {
    const { result } = await ask({ body: '{"pass":1}' });
    expect(receiver.received).toHaveLength(1);
    const [asked] = receiver.received;
    if (asked === undefined) throw new Error('nothing was asked');
    expect(asked.query.has('appKey')).toBe(false);
    expect(isSigned(asked)).toBe(true);
    expect(formOf(asked)).toEqual({
      appKey: emulator.appKey,
      fromUserId: 'alice',
      targetId: 'bob',
      msgType: 'RC:TxtMsg',
      content: '{"content":"hi"}',
      channelType: 'PERSON',
      msgTimeStamp: String(now),
      messageId: result.message.messageUID,
      os: 'iOS',
      clientIp: expect.any(String),
    });
  });

  it.each([1, 2])('of %d delivers', async (pass) => {
    const { result, bob } = await ask({ body: JSON.stringify({ pass }) });
    expect(result).toMatchObject({ outcome: 'delivered', verdict: 'deliver' });
    expect(bob.received).toHaveLength(1);
  });

  it('of 0 blocks and tells the sender', async () => {
    const { result, bob } = await ask({ body: '{"pass":0,"extra":"be nice"}' });
    expect(result).toMatchObject({ outcome: 'blocked', verdict: 'block', extra: 'be nice' });
    expect(bob.received).toEqual([]);
    expect(emulator.messages).toEqual([]);
  });

  it('replaces content', async () => {
    const { result, bob } = await ask({
      body: JSON.stringify({
        pass: 1,
        replaceContent: '{"content":"***"}',
        replacePushContent: 'p',
      }),
    });
    expect(result).toMatchObject({ outcome: 'delivered', verdict: 'replace' });
    expect(bob.received).toMatchObject([{ content: '{"content":"***"}', pushContent: 'p' }]);
  });

  it.each<[string, ReceiverAnswer, string]>([
    ['no answer in time', 'silence', 'timeout'],
    ['a closed connection', 'reset', 'ECONNRESET'],
    ['status 500', { status: 500, body: '{"pass":0}' }, '500'],
    ['status 401', { status: 401, body: '{"pass":0}' }, '401'],
    ['no JSON', { body: 'ok' }, 'JSON'],
    ['a wrapped answer', { body: '{"code":0,"data":{"pass":0}}' }, 'pass'],
    ['pass as text', { body: '{"pass":"0"}' }, 'pass'],
    ['replacement that is not text', { body: '{"pass":1,"replaceContent":{}}' }, 'replaceContent'],
  ])('that is %s lets the message through', async (_name, answer, reason) => {
    const { result, bob } = await ask(answer);
    expect(result).toMatchObject({ outcome: 'delivered', verdict: 'failed-open' });
    expect(result.reason).toContain(reason);
    expect(bob.received).toHaveLength(1);
    expect(receiver.received).toHaveLength(1);
  });
});

describe('delivery', () => {
  it('is tried three times, signed anew each time, when nothing answers', async () => {
    await start({ callbackUrl: receiver.url, callbackTimeoutMs: 60 });
    receiver.answer = () => 'silence';
    const delivery = await emulator.fire('message-routing');
    expect(delivery).toMatchObject({ answered: false, url: `${receiver.url}/message-routing` });
    expect(delivery.attempts.map(({ error }) => error)).toEqual(['timeout', 'timeout', 'timeout']);
    const nonces = receiver.received.map(({ query }) => query.get('nonce'));
    expect(new Set(nonces).size).toBe(3);
    expect(receiver.received.every(isSigned)).toBe(true);
  });

  it('is tried again after a connection failure, and ends with the first answer', async () => {
    await start({ callbackUrl: receiver.url });
    receiver.answer = () => (receiver.received.length < 2 ? 'reset' : { body: 'done' });
    const delivery = await emulator.fire('user-online-status');
    expect(delivery).toMatchObject({ answered: true, reply: 'done' });
    expect(delivery.attempts).toMatchObject([{ error: 'ECONNRESET' }, { status: 200 }]);
  });

  it('is not tried again after another status than 200', async () => {
    await start({ callbackUrl: receiver.url });
    receiver.answer = () => ({ status: 503 });
    const { attempts, answered } = await emulator.fire('message-routing');
    expect(attempts).toMatchObject([{ status: 503 }]);
    expect(answered).toBe(true);
  });

  it('pauses for a minute after many time-outs, but not for verdicts', async () => {
    await start({ callbackUrl: receiver.url, callbackTimeoutMs: 10 });
    receiver.answer = () => 'silence';
    for (let timeouts = 0; timeouts < TIMEOUTS_BEFORE_PAUSE; timeouts += 3) {
      await emulator.fire('message-routing');
      await emulator.fire('pre-messaging');
    }
    receiver.answer = () => ({});
    expect(await emulator.fire('message-routing')).toMatchObject({
      attempts: [],
      skipped: 'paused',
    });
    expect((await emulator.fire('pre-messaging')).skipped).toBeUndefined();
    now += PAUSE_MS - 1;
    expect((await emulator.fire('message-routing')).skipped).toBe('paused');
    now += 1;
    expect((await emulator.fire('message-routing')).skipped).toBeUndefined();
  });

  it('does not pause when time-outs are far apart', async () => {
    await start({ callbackUrl: receiver.url, callbackTimeoutMs: 10 });
    receiver.answer = () => 'silence';
    for (let timeouts = 0; timeouts < 2 * TIMEOUTS_BEFORE_PAUSE; timeouts += 3) {
      expect((await emulator.fire('message-routing')).skipped).toBeUndefined();
      now += TIMEOUT_WINDOW_MS;
    }
  });

  it('is told to listeners, ends with the emulator, and needs an address', async () => {
    await start({});
    await expect(emulator.fire('message-routing')).rejects.toThrow('callbackUrl');
    emulator.setCallbackUrl(`${receiver.url}/`);
    const heard: ImEmulatorEvent[] = [];
    emulator.onDelivery(({ event }) => heard.push(event));
    await emulator.fire('message-routing');
    expect(heard).toEqual(['message-routing']);
    expect(receiver.received[0]?.path).toBe('/message-routing');

    const arrived = new Promise<void>((resolve) => {
      receiver.answer = () => {
        resolve();
        return 'silence';
      };
    });
    const delivery = emulator.fire('message-routing');
    await arrived;
    await emulator.stop();
    expect(await delivery).toMatchObject({ answered: false });
    expect((await emulator.fire('message-routing')).skipped).toBe('stopped');
  });
});
