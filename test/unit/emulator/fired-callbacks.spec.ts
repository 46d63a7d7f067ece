import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { callbackCatalogue } from '../../../lib/catalogue/callbacks.catalogue.js';
import { verifySignature } from '../../../lib/signature/verify.js';
import { ImEmulator, signCallback, type ImEmulatorEvent } from '../../../lib/testing/index.js';
import {
  startReceiver,
  type CallbackReceiver,
  type ReceivedCallback,
} from '../../support/callback-receiver.js';
import {
  bodyOf,
  documented,
  entriesOf,
  isSignedBy,
  problemsOf,
} from '../../support/received-callback.js';

const CONTENT_TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' };
/** Fields in which one firing of an event differs from the next. */
const IDENTITY =
  /^(appKey|msgUID|messageId|messageTime|sessionId|operateId|version|time|optTime|timestamp|msgTime[Ss]tamp)$/;

const NAMES: Record<ImEmulatorEvent, true> = {
  'message-routing': true,
  'pre-messaging': true,
  'user-online-status': true,
  'user-deactivation-result': true,
  'chatroom-status': true,
  'chatroom-attributes': true,
  'moderation-result': true,
  'hosted-profile-moderation-result': true,
  'message-operation': true,
  'user-profile-sync': true,
  'friendship-sync': true,
  'group-profile-sync': true,
  'group-operation-sync': true,
  'bot-event': true,
};
const events = Object.keys(NAMES) as ImEmulatorEvent[];

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

/** The callback that arrived last. */
function last(): ReceivedCallback {
  const callback = receiver.received.at(-1);
  if (callback === undefined) throw new Error('nothing arrived');
  return callback;
}

/** A value without what tells an event from a repetition, JSON texts included. */
function withoutIdentity(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIdentity);
  if (typeof value === 'string' && value.startsWith('{')) {
    return withoutIdentity(JSON.parse(value));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !IDENTITY.test(name));
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutIdentity(item)]));
}

it('every event of the catalogue can be fired', async () => {
  await start();
  expect(events).toEqual(callbackCatalogue.map(({ event }) => event));
});

describe.each(events)('%s on demand', (event) => {
  beforeEach(() => start());

  it('is the documented example, in its content type, signed in its place', async () => {
    const delivery = await emulator.fire(event);
    const callback = last();
    const { contentType, example } = documented(event);
    expect(callback.path).toBe(`/${event}`);
    expect(callback.headers['content-type']).toBe(CONTENT_TYPES[contentType]);
    expect(isSignedBy(emulator.moduleOptions, callback)).toBe(true);
    expect(problemsOf(callback)).toEqual([]);
    const [shown] = Array.isArray(example) ? (example as unknown[]) : [example];
    const expected = Array.isArray(example) ? [shown] : example;
    expect(withoutIdentity(bodyOf(callback))).toEqual(withoutIdentity(expected));
    expect(delivery).toMatchObject({ event, app: emulator.appKey, at: now, answered: true });
  });

  it('is another event each time, by the fields that tell events apart', async () => {
    const { dedupeKey } = documented(event);
    const names = dedupeKey.map((name) => name.split('.'));
    const identity = (entry: unknown) =>
      names.map((path) =>
        path.reduce((from, name) => (from as Record<string, unknown>)[name], entry),
      );
    await emulator.fire(event);
    await emulator.fire(event);
    const [first, second] = receiver.received.flatMap((callback) => entriesOf(callback));
    if (event === 'bot-event') expect(first?.['timestamp']).not.toBe(second?.['timestamp']);
    else expect(identity(first)).not.toEqual(identity(second));
  });

  it('takes fields of the caller, of any name, and loses those that are undefined', async () => {
    const { body, example } = documented(event);
    const [entry] = [example].flat() as Record<string, unknown>[];
    const list = entry?.['profiles'] as Record<string, unknown>[] | undefined;
    const known = Object.keys(list?.[0] ?? entry ?? {});
    const [gone = ''] = known;
    expect(body.some(({ name }) => name.endsWith(gone))).toBe(true);
    await emulator.fire(event, { [gone]: undefined, more: 'own' });
    const [sent] = entriesOf(last());
    expect(Object.keys(sent ?? {}).sort()).toEqual(
      [...known.filter((name) => name !== gone), 'more'].sort(),
    );
    expect(sent?.['more']).toBe('own');
  });
});

describe('fields of the caller', () => {
  beforeEach(() => start());

  it('go into objects and into JSON texts', async () => {
    await emulator.fire('bot-event', { bot: { name: 'Guide' }, data: { toUserId: 'bot-2' } });
    expect(bodyOf(last())).toMatchObject({
      bot: { userId: 'bot-1', name: 'Guide' },
      data: { fromUserId: 'alice', toUserId: 'bot-2' },
    });
    await emulator.fire('moderation-result', { msgUID: 'm1', content: { targetId: 'grp-8' } });
    const { content, msgUID } = bodyOf(last()) as Record<string, string>;
    expect(msgUID).toBe('m1');
    expect(JSON.parse(content ?? '')).toMatchObject({
      appKey: emulator.appKey,
      messageId: 'm1',
      targetId: 'grp-8',
      fromUserId: 'alice',
    });
    await emulator.fire('user-profile-sync', { userProfile: { gender: 1 } });
    const { userProfile } = bodyOf(last()) as { userProfile: string };
    expect(JSON.parse(userProfile)).toEqual({ name: 'Alice', gender: 1 });
  });

  it('travel as lists where lists are documented', async () => {
    await emulator.fire('pre-messaging', { toUserIds: ['bob', 'carol'], disablePush: true });
    expect(bodyOf(last())).toMatchObject({ toUserIds: 'bob,carol', disablePush: 'true' });
    await emulator.fire('chatroom-status', { userIds: ['bob', 'carol'], type: 2 });
    expect(bodyOf(last())).toMatchObject([{ userIds: ['bob', 'carol'], type: 2 }]);
    await emulator.fire('group-profile-sync', [{ groupId: 'g1' }, { groupId: 'g2' }]);
    expect(bodyOf(last())).toEqual({ profiles: [{ groupId: 'g1' }, { groupId: 'g2' }] });
    await emulator.fire('group-operation-sync', [{ groupId: 'g1' }, { groupId: 'g2' }]);
    expect(bodyOf(last())).toEqual([{ groupId: 'g1' }, { groupId: 'g2' }]);
    const several = [{ userId: 'a' }, { userId: 'b' }];
    await expect(emulator.fire('friendship-sync', several)).rejects.toThrow('as one object');
  });
});

describe('another form of a body', () => {
  beforeEach(() => start());

  it.each([
    ['user-deactivation-result', { contentType: 'json' }, 'json'],
    ['user-profile-sync', { contentType: 'form' }, 'form'],
    ['group-profile-sync', { contentType: 'form' }, 'form'],
  ] as const)('is another content type for %s', async (event, variant, contentType) => {
    await emulator.fire(event);
    const usual = entriesOf(last());
    await emulator.fire(event, {}, variant);
    expect(last().headers['content-type']).toBe(CONTENT_TYPES[contentType]);
    const body = bodyOf(last()) as { profiles?: string };
    const list = body.profiles === undefined ? [body] : (JSON.parse(body.profiles) as unknown[]);
    const asText = (value: unknown) => JSON.stringify(withoutIdentity(value)).replaceAll('"', '');
    expect(asText(list)).toBe(asText(usual));
  });

  it.each(['chatroom-attributes', 'group-operation-sync', 'group-profile-sync'] as const)(
    'is %s with and without an array',
    async (event) => {
      await emulator.fire(event, {}, { array: true });
      const array = bodyOf(last());
      await emulator.fire(event, {}, { array: false });
      const { profiles = [bodyOf(last())] } = bodyOf(last()) as { profiles?: unknown[] };
      expect(Array.isArray(array)).toBe(true);
      expect(Array.isArray(bodyOf(last()))).toBe(false);
      expect(withoutIdentity(profiles)).toEqual(withoutIdentity(array));
    },
  );

  it('is a profile as a plain object', async () => {
    await emulator.fire('user-profile-sync', {}, { plainObjects: true });
    expect(bodyOf(last())).toMatchObject({ userProfile: { name: 'Alice' }, userExtProfile: {} });
  });

  it.each([
    ['chatroom-status', { array: false }, 'without an array'],
    ['friendship-sync', { array: true }, 'as an array'],
    ['friendship-sync', { contentType: 'form' }, 'as form'],
    ['moderation-result', { plainObjects: true }, 'plain objects'],
  ] as const)('is refused for %s when no source has it: %j', async (event, variant, problem) => {
    await expect(emulator.fire(event, {}, variant)).rejects.toThrow(problem);
    expect(receiver.received).toEqual([]);
  });
});

describe('other names of the signed values', () => {
  const LEGACY = callbackCatalogue.filter(({ signature }) => signature.includes('signTimestamp'));

  it.each(LEGACY.map(({ event }) => event as ImEmulatorEvent))(
    'are signTimestamp and no app key in the query for %s',
    async (event) => {
      await start({ signatureNames: { legacy: true } });
      await emulator.fire(event);
      const { query } = last();
      expect([...query.keys()]).toEqual(['nonce', 'signTimestamp', 'signature']);
      const parts = {
        nonce: query.get('nonce') ?? '',
        timestamp: query.get('signTimestamp') ?? '',
      };
      const { appSecret } = emulator.moduleOptions;
      expect(verifySignature([appSecret], parts, query.get('signature') ?? '')).toBe(true);
      await emulator.fire(event, {}, { signatureNames: {} });
      expect(isSignedBy(emulator.moduleOptions, last())).toBe(true);
    },
  );

  it('change nothing where the older names are not documented', async () => {
    await start({ signatureNames: { legacy: true } });
    await emulator.fire('friendship-sync');
    expect(isSignedBy(emulator.moduleOptions, last())).toBe(true);
  });

  it('are plain headers, or prefixed ones, and never in the query', async () => {
    await start();
    await emulator.fire('moderation-result', {}, { signatureNames: { plainHeaders: true } });
    const { headers, query } = last();
    expect([...query.keys()]).toEqual([]);
    expect(headers['rc-signature']).toBeUndefined();
    expect(headers['app-key']).toBe(emulator.appKey);
    const parts = { nonce: String(headers['nonce']), timestamp: String(headers['timestamp']) };
    const { appSecret } = emulator.moduleOptions;
    expect(verifySignature([appSecret], parts, String(headers['signature']))).toBe(true);
    await emulator.fire('moderation-result');
    expect(last().headers['signature']).toBeUndefined();
    expect([...last().query.keys()]).toEqual([]);
  });

  it('are there for callbacks of your own making', async () => {
    await start();
    const app = { appKey: 'key', appSecret: 'secret', nonce: '1', timestamp: 2 };
    const url = 'http://app/cb?a=1';
    const signed = signCallback({ ...app, url, event: 'moderation-result' });
    expect(signed.url).toBe(url);
    expect(Object.keys(signed.headers)).toEqual([
      'Content-Type',
      'RC-App-Key',
      'RC-Nonce',
      'RC-Timestamp',
      'RC-Signature',
    ]);
    const legacy = signCallback({ ...app, url, signatureNames: { legacy: true } });
    expect(legacy.url).toMatch(/\?a=1&nonce=1&signTimestamp=2&signature=[0-9a-f]{40}$/);
  });
});
