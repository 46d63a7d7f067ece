import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, signCallback, type ImEmulatorEvent } from '../../../lib/testing/index.js';
import {
  startReceiver,
  type CallbackReceiver,
  type ReceivedCallback,
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

describe('fire', () => {
  it('sends the documented example with fields of the caller', async () => {
    await start({ callbackUrl: receiver.url });
    await emulator.fire('message-routing', { content: 'own', groupUserIds: ['x', 'y'] });
    await emulator.fire('user-online-status', { userid: 'carol' });
    await emulator.fire('user-online-status', [{ userid: 'dave' }, { userid: 'erin' }]);
    await emulator.fire('pre-messaging');
    const [routed, changed, replaced, asked] = receiver.received;
    const form = new URLSearchParams(routed?.body);
    expect(form.get('content')).toBe('own');
    expect(form.getAll('groupUserIds')).toEqual(['x', 'y']);
    expect(form.get('fromUserId')).toBe('alice');
    expect(JSON.parse(changed?.body ?? '')).toMatchObject([{ userid: 'carol', status: '0' }]);
    expect(JSON.parse(replaced?.body ?? '')).toEqual([{ userid: 'dave' }, { userid: 'erin' }]);
    expect(new URLSearchParams(asked?.body).get('appKey')).toBe(emulator.appKey);
  });
});

describe('the body of fire', () => {
  const identities = () =>
    receiver.received.map(({ path, body }) => {
      if (path === '/user-online-status') {
        const [change] = JSON.parse(body) as [{ sessionId: string; time: number }];
        return { id: change.sessionId, time: change.time };
      }
      const form = new URLSearchParams(body);
      const id = form.get('msgUID') ?? form.get('messageId');
      return { id, time: Number(form.get('msgTimestamp') ?? form.get('msgTimeStamp')) };
    });

  it.each<ImEmulatorEvent>(['message-routing', 'pre-messaging', 'user-online-status'])(
    'is another %s each time, at the time of the clock',
    async (event) => {
      await start({ callbackUrl: receiver.url });
      await emulator.fire(event);
      now += 7;
      await emulator.fire(event);
      const [first, second] = identities();
      expect(first?.id).not.toBe(second?.id);
      expect([first?.time, second?.time]).toEqual([now - 7, now]);
    },
  );

  it('keeps ids that are given, for a repetition', async () => {
    await start({ callbackUrl: receiver.url });
    await emulator.fire('message-routing', { msgUID: 'same' });
    await emulator.fire('message-routing', { msgUID: 'same' });
    expect(identities().map(({ id }) => id)).toEqual(['same', 'same']);
  });

  it('names no system of a device that goes offline', async () => {
    await start({ callbackUrl: receiver.url });
    await emulator.fire('user-online-status', { status: '1' });
    await emulator.fire('user-online-status', { status: '0' });
    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as [{ os?: string }]);
    expect(bodies.map(([{ os }]) => os)).toEqual([undefined, 'iOS']);
  });
});

describe('the address of callbacks', () => {
  const NO_URL = ['app.example/im', '/im', 'ftp://app.example/', 'http://', ''];

  it.each(NO_URL)('%j is refused at once', async (address) => {
    await start({});
    await expect(ImEmulator.start({ callbackUrl: address })).rejects.toThrow(/callbackUrl.*http/);
    const callbackUrls = { 'message-routing': address };
    await expect(ImEmulator.start({ callbackUrls })).rejects.toThrow('message-routing');
    expect(() => {
      emulator.setCallbackUrl(address);
    }).toThrow(TypeError);
    const app = { appKey: 'k', appSecret: 's' };
    expect(() => emulator.addApp({ ...app, callbackUrl: address })).toThrow(TypeError);
    expect(emulator.addApp(app).appKey).toBe('k');
  });

  it('keeps its query and credentials, which are recorded nowhere', async () => {
    const { host } = new URL(receiver.url);
    await start({ callbackUrl: `http://name:word@${host}/im/?tenant=1` });
    const { url, answered } = await emulator.fire('message-routing');
    const [received] = receiver.received;
    expect(answered).toBe(true);
    expect(url).toBe(`${receiver.url}/im/message-routing`);
    expect(received?.path).toBe('/im/message-routing');
    expect(received?.query.get('tenant')).toBe('1');
    expect(received?.headers.authorization).toMatch(/^Basic /);
  });

  it('that cannot be used ends in a delivery that failed, without another try', async () => {
    await start({ callbackUrl: 'http://%zz@127.0.0.1:1/' });
    const { attempts, answered } = await emulator.fire('message-routing');
    expect(answered).toBe(false);
    expect(attempts).toHaveLength(1);
    emulator.connect('alice');
    await emulator.callbacksSettled();
  });
});

it('callbacks are signed with the real time, whatever the clock says', async () => {
  await start({ callbackUrl: receiver.url });
  const before = Date.now();
  await emulator.fire('message-routing');
  const timestamp = Number(receiver.received[0]?.query.get('timestamp'));
  expect(timestamp).toBeGreaterThanOrEqual(before);
  expect(timestamp).toBeLessThanOrEqual(Date.now());
});

it('a refused connection is tried again', async () => {
  await start({ callbackUrl: receiver.url });
  await receiver.stop();
  const { attempts } = await emulator.fire('message-routing');
  receiver = await startReceiver();
  expect(attempts.map(({ error }) => error)).toEqual(Array(3).fill('ECONNREFUSED'));
});

it('stop() disconnects the devices without a callback', async () => {
  await start({ callbackUrl: receiver.url });
  const alice = emulator.connect('alice');
  await emulator.callbacksSettled();
  const heard: unknown[] = [];
  emulator.onDelivery((delivery) => heard.push(delivery));
  await emulator.stop();
  alice.disconnect();
  expect(alice.connected).toBe(false);
  expect(heard).toEqual([]);
  expect(receiver.received).toHaveLength(1);
  await expect(alice.send({ toUserId: 'bob', ...TEXT })).rejects.toThrow('not connected');
  expect(() => emulator.connect('alice')).toThrow('stopped');
});

describe('messages of the Server API', () => {
  const publish = () =>
    postForm(emulator.moduleOptions, `${emulator.url}/message/private/publish.json`, {
      fromUserId: 'alice',
      toUserId: 'bob',
      objectName: 'RC:TxtMsg',
      content: '{}',
    });

  it('cause no callback by default', async () => {
    await start({ callbackUrl: receiver.url });
    await publish();
    await emulator.callbacksSettled();
    expect(receiver.received).toEqual([]);
    expect(emulator.messages).toHaveLength(1);
  });

  it('are judged and routed when that is switched on', async () => {
    await start({ callbackUrl: receiver.url, routeServerMessages: true });
    receiver.answer = () => ({ body: '{"pass":1}' });
    await publish();
    await emulator.callbacksSettled();
    expect(receiver.received.map(({ path }) => path)).toEqual([
      '/pre-messaging',
      '/message-routing',
    ]);
    expect(
      receiver.received.map((callback) => formOf(callback)['os'] ?? formOf(callback)['source']),
    ).toEqual(['Server', 'Server']);
    expect(emulator.messages).toHaveLength(1);
  });
});

describe('signCallback', () => {
  beforeEach(() => start({}));
  const app = { appKey: 'key', appSecret: 'secret' };

  it('puts the signature into the query, in the order of the documentation', () => {
    const { url, headers } = signCallback({
      event: 'message-routing',
      ...app,
      url: 'http://app/cb?a=1',
      timestamp: 1_408_710_653_000,
      nonce: '14314',
    });
    expect(url).toMatch(
      /^http:\/\/app\/cb\?a=1&appKey=key&nonce=14314&timestamp=1408710653000&signature=[0-9a-f]{40}$/,
    );
    expect(headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
  });

  it('leaves the app key out for pre-messaging, and needs no event', () => {
    expect(signCallback({ event: 'pre-messaging', ...app, url: 'http://app/' }).url).not.toContain(
      'appKey',
    );
    const { url, headers } = signCallback({ ...app, url: 'http://app/' });
    expect(url).toContain('appKey=key');
    expect(headers).toEqual({});
  });
});
