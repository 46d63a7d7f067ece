import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PAUSE_MS, TIMEOUTS_BEFORE_PAUSE } from '../../../lib/emulator/callbacks/delivery-pause.js';
import { events, rulesOf } from '../../../lib/emulator/callbacks/events.js';
import { ImEmulator, type ImEmulatorEvent } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { eventOf } from '../../support/received-callback.js';

const VERDICT = 'pre-messaging';
const others = events.filter((event) => event !== VERDICT);

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;

async function start(options: Parameters<typeof ImEmulator.start>[0] = {}) {
  const callbackUrl = receiver.url;
  emulator = await ImEmulator.start({ clock: () => now, callbackUrl, ...options });
}

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

it('waits 5 seconds for an answer, 3 for a verdict', async () => {
  await start();
  expect(rulesOf(VERDICT).timeoutMs).toBe(3_000);
  expect(others.map((event) => rulesOf(event).timeoutMs)).toEqual(others.map(() => 5_000));
});

describe.each(others)('%s without an answer', (event) => {
  it('is tried three times, and pauses for a minute after many time-outs', async () => {
    await start({ callbackTimeoutMs: 10 });
    receiver.answer = (callback) => (eventOf(callback) === event ? 'silence' : {});
    const first = await emulator.fire(event);
    expect(first.attempts.map(({ error }) => error)).toEqual(Array(3).fill('timeout'));
    for (let timeouts = 3; timeouts < TIMEOUTS_BEFORE_PAUSE; timeouts += 3) {
      await emulator.fire(event);
    }
    receiver.answer = () => ({});
    expect((await emulator.fire(event)).skipped).toBe('paused');
    const other = others.find((one) => one !== event) ?? VERDICT;
    expect((await emulator.fire(other)).skipped).toBeUndefined();
    now += PAUSE_MS;
    expect((await emulator.fire(event)).skipped).toBeUndefined();
  });
});

it('a verdict is asked for once, and never pauses', async () => {
  await start({ callbackTimeoutMs: 10 });
  receiver.answer = () => 'silence';
  for (let asked = 0; asked <= TIMEOUTS_BEFORE_PAUSE; asked += 1) {
    const { attempts, skipped } = await emulator.fire(VERDICT);
    expect(attempts).toMatchObject([{ error: 'timeout' }]);
    expect(skipped).toBeUndefined();
  }
});

describe('events', () => {
  it('are off one by one, and on again', async () => {
    await start({ callbackUrls: { 'chatroom-status': false } });
    await expect(emulator.fire('chatroom-status')).rejects.toThrow('no address');
    emulator.setEventUrl('chatroom-status', undefined);
    expect((await emulator.fire('chatroom-status')).url).toBe(`${receiver.url}/chatroom-status`);
    emulator.setEventUrl('chatroom-status', `${receiver.url}/rooms`);
    expect((await emulator.fire('chatroom-status')).url).toBe(`${receiver.url}/rooms`);
    emulator.setEventUrl('chatroom-status', false);
    await expect(emulator.fire('chatroom-status')).rejects.toThrow('no address');
    expect(() => {
      emulator.setEventUrl('chatroom-status', 'rooms');
    }).toThrow(TypeError);
  });

  it('that are unknown have no address', async () => {
    await start();
    const unknown = 'chatroom' as ImEmulatorEvent;
    expect(() => {
      emulator.setEventUrl(unknown, receiver.url);
    }).toThrow('known are message-routing');
    await expect(emulator.fire(unknown)).rejects.toThrow('Unknown event "chatroom"');
  });
});

describe('the list of deliveries', () => {
  it('has every event with its attempts, and neither secrets nor signatures', async () => {
    const { host } = new URL(receiver.url);
    await start({ callbackUrl: `http://name:word@${host}/?token=hush` });
    receiver.answer = () => ({ status: 202, body: 'taken' });
    for (const event of events) await emulator.fire(event);
    expect(emulator.deliveries.map(({ event }) => event)).toEqual(events);
    for (const { event, attempts, ...delivery } of emulator.deliveries) {
      expect(attempts).toEqual([{ status: 202, durationMs: expect.any(Number) }]);
      const url = `${receiver.url}/${event}`;
      const app = emulator.appKey;
      expect(delivery).toMatchObject({ app, url, answered: true, reply: 'taken' });
    }
    const signatures = receiver.received.map(
      ({ query, headers }) => query.get('signature') ?? String(headers['rc-signature']),
    );
    expect(new Set(signatures).size).toBe(events.length);
    const listed = JSON.stringify(emulator.deliveries);
    const secrets = [emulator.moduleOptions.appSecret, 'word', 'hush', ...signatures];
    expect(secrets.filter((secret) => listed.includes(secret))).toEqual([]);
  });

  it('has what was sent, of every app, and can be emptied', async () => {
    await start();
    const other = { appKey: 'other', appSecret: 'secret', callbackUrl: receiver.url };
    await emulator.addApp(other).fire('friendship-sync', { extra: 'hi' });
    await emulator.fire('message-routing', { content: 'own' });
    expect(emulator.deliveries).toMatchObject([
      { app: 'other', at: now, event: 'friendship-sync', body: { userId: 'bob', extra: 'hi' } },
      { app: emulator.appKey, event: 'message-routing', body: { content: 'own' } },
    ]);
    emulator.clearDeliveries();
    expect(emulator.deliveries).toEqual([]);
  });
});
