import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogue } from '../../../lib/catalogue/catalogue.js';
import { quotaOf } from '../../../lib/emulator/http/rate-limits.js';
import { SlidingWindow } from '../../../lib/emulator/http/sliding-window.js';
import { ImEmulator, type ImEmulatorOptions } from '../../../lib/testing/index.js';
import {
  call,
  postForm,
  postJson,
  signedHeaders,
  type FormFields,
  type SigningApp,
} from '../../support/signed-request.js';

const START = 1_767_225_600_000;
const REFUSED = { status: 429, body: { code: 1008 } };

let emulator: ImEmulator;
let now = START;

async function start(options: ImEmulatorOptions = {}): Promise<void> {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now, ...options });
}

afterEach(() => emulator.stop());

const post = (path: string, fields: FormFields, app: SigningApp = emulator.moduleOptions) =>
  postForm(app, emulator.url + path, fields);
const ids = (count: number) => Array.from({ length: count }, (_empty, index) => `u${index}`);
const privateMessage = (count: number) =>
  post('/message/private/publish.json', {
    ...{ fromUserId: 'a', toUserId: ids(count), objectName: 'app:x', content: 'hi' },
  });
const unblock = (host = emulator.url, app: SigningApp = emulator.moduleOptions) =>
  postForm(app, `${host}/user/unblock.json`, { userId: 'a' });

async function fill(send: () => Promise<{ readonly status: number }>, times: number) {
  const replies = await Promise.all(Array.from({ length: times }, send));
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
}

describe('requests', () => {
  it('beyond the limit are 429 with 1008 and a reason, until the window has slid', async () => {
    await start();
    await fill(() => unblock(), 60);
    now += 400;
    await fill(() => unblock(), 40);
    const refused = await unblock();
    expect(refused).toMatchObject({
      ...REFUSED,
      body: { code: 1008, url: '/user/unblock.json', errorMessage: refused.reason },
    });
    expect(refused.reason).toBe(
      'At most 100 requests within 1 s are allowed at /user/unblock.json; 100 are used',
    );
    now += 599;
    expect(await unblock()).toMatchObject(REFUSED);
    now += 1;
    await fill(() => unblock(), 60);
    expect(await unblock()).toMatchObject(REFUSED);
  });

  it('that were refused by the limit do not count', async () => {
    await start();
    await fill(() => unblock(), 100);
    for (let index = 0; index < 5; index += 1) expect(await unblock()).toMatchObject(REFUSED);
    now += 1_000;
    await fill(() => unblock(), 100);
  });

  it('count on both hosts together, and for each app and path by itself', async () => {
    await start();
    const other = emulator.addApp({ appKey: 'other', appSecret: 'secret' });
    await fill(() => unblock(emulator.primary.url), 50);
    await fill(() => unblock(emulator.backup.url), 50);
    expect(await unblock(emulator.backup.url)).toMatchObject(REFUSED);
    await fill(() => unblock(emulator.url, other.moduleOptions), 1);
    await fill(() => post('/user/block.json', { userId: 'a', minute: 1 }), 1);
  });

  it('count though their parameters are refused, and meet the limit before', async () => {
    await start();
    const broken = await Promise.all(
      Array.from({ length: 100 }, () => post('/user/unblock.json', {})),
    );
    expect(broken.every(({ status }) => status === 400)).toBe(true);
    expect(await post('/user/unblock.json', {})).toMatchObject(REFUSED);
  });

  it('with a wrong signature neither count nor meet the limit', async () => {
    await start();
    const stranger = { ...emulator.moduleOptions, appSecret: 'wrong' };
    for (let index = 0; index < 100; index += 1) {
      expect((await unblock(emulator.url, stranger)).status).toBe(401);
    }
    await fill(() => unblock(), 100);
    expect((await unblock(emulator.url, stranger)).status).toBe(401);
  });

  it('have other limits where the documentation says so', async () => {
    await start();
    const limited = catalogue.find(({ rateLimit }) => rateLimit?.perSeconds === 3_600);
    expect(limited?.rateLimit).toEqual({ limit: 2, perSeconds: 3_600, unit: 'requests' });
    const send = () => post(limited?.path ?? '', {});
    expect([(await send()).status, (await send()).status]).toEqual([400, 400]);
    now += 3_599_999;
    expect(await send()).toMatchObject(REFUSED);
    now += 1;
    expect((await send()).status).toBe(400);
  });

  it('without a documented limit are not limited', async () => {
    await start();
    const headers = () => signedHeaders(emulator.moduleOptions);
    const get = () => call(`${emulator.url}/v2/ultragroups/g1/users`, { headers: headers() });
    const replies = await Promise.all(Array.from({ length: 150 }, get));
    expect(replies.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('are not limited when told so', async () => {
    await start({ rateLimits: false });
    await fill(() => unblock(), 150);
    const recall = () =>
      post('/message/broadcast/recall.json', { fromUserId: 'a', messageUID: 'm' });
    await fill(recall, 5);
  });
});

describe('targets', () => {
  it('count, not requests', async () => {
    await start();
    for (let index = 0; index < 5; index += 1) await fill(() => privateMessage(1_000), 1);
    now += 30_000;
    await fill(() => privateMessage(999), 1);
    const refused = await privateMessage(2);
    expect(refused).toMatchObject(REFUSED);
    expect(refused.reason).toBe(
      'At most 6000 messages within 60 s are allowed at /message/private/publish.json; 5999 are used and this call has 2',
    );
    await fill(() => privateMessage(1), 1);
    expect(await privateMessage(1)).toMatchObject(REFUSED);
    now += 30_000;
    await fill(() => privateMessage(1_000), 5);
    expect(await privateMessage(1)).toMatchObject(REFUSED);
  });

  it('that were refused for the limit leave no trace', async () => {
    await start();
    await fill(() => privateMessage(1_000), 5);
    await fill(() => privateMessage(900), 1);
    const before = emulator.messages.length;
    expect(await privateMessage(101)).toMatchObject(REFUSED);
    expect(emulator.messages).toHaveLength(before);
    expect(emulator.requests.at(-1)).toMatchObject({ status: 429, code: 1008 });
    await fill(() => privateMessage(100), 1);
  });

  it('of a call with wrong parameters do not count', async () => {
    await start();
    const userId = ids(100).join(',');
    const tooMany = ids(101).join(',');
    expect((await post('/user/deactivate.json', { userId: tooMany })).status).toBe(400);
    await fill(() => post('/user/deactivate.json', { userId }), 1);
    expect(await post('/user/deactivate.json', { userId: '' })).toMatchObject(REFUSED);
  });

  it('in a JSON body count, too', async () => {
    await start();
    const send = (count: number) =>
      postJson(emulator.moduleOptions, `${emulator.url}/push/user.json`, {
        userIds: ids(count),
        notification: { title: 'Hi', pushContent: 'There' },
      });
    await fill(() => send(60), 1);
    expect(await send(41)).toMatchObject(REFUSED);
    await fill(() => send(40), 1);
  });

  it('of operations that share a quota count together', async () => {
    await start();
    const room = { chatroomId: 'r', userId: 'a', entryOwnerId: 'a' };
    const set = () => post('/chatroom/entry/set.json', { ...room, key: 'k', value: 'v' });
    const entryInfo = JSON.stringify(Object.fromEntries(ids(20).map((key) => [key, 'v'])));
    const setMany = () => post('/chatroom/entry/batch/set.json', { ...room, entryInfo });
    await fill(setMany, 4);
    await fill(set, 1);
    const refused = await setMany();
    expect(refused).toMatchObject(REFUSED);
    expect(refused.reason).toContain('81 are used and this call has 20');
    await fill(set, 19);
    expect(await set()).toMatchObject(REFUSED);
  });
});

describe('the catalogue', () => {
  it('says what counts where targets do', () => {
    const counted = catalogue.flatMap((operation) => {
      const { rateLimit, path } = operation;
      if (rateLimit === undefined || rateLimit.unit === 'requests') return [];
      return [[path, quotaOf(operation)?.targets] as const];
    });
    expect(Object.fromEntries(counted)).toEqual({
      '/user/deactivate.json': 'userId',
      '/user/reactivate.json': 'userId',
      '/friend/delete.json': 'targetIds',
      '/friend/check.json': 'targetIds',
      '/friend/permission/set.json': 'userIds',
      '/friend/permission/get.json': 'userIds',
      '/message/private/publish.json': 'toUserId',
      '/statusmessage/private/publish.json': 'toUserId',
      '/message/group/publish.json': 'toGroupId',
      '/statusmessage/group/publish.json': 'toGroupId',
      '/message/chatroom/publish.json': 'toChatroomId',
      '/message/ultragroup/publish.json': 'toGroupIds',
      '/message/system/publish.json': 'toUserId',
      '/push/user.json': 'userIds',
      '/chatroom/entry/set.json': undefined,
      '/chatroom/entry/batch/set.json': 'entryInfo',
      '/chatroom/entry/remove.json': undefined,
      '/chatroom/entry/batch/remove.json': 'entryKeys',
    });
  });
});

describe('a sliding window', () => {
  const arrivals = fc.array(
    fc.record({
      gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_500 })),
      cost: fc.integer({ min: 1, max: 25 }),
    }),
    { minLength: 1, maxLength: 300 },
  );
  const sizes = fc.record({
    limit: fc.integer({ min: 1, max: 120 }),
    windowMs: fc.constantFrom(1_000, 60_000),
  });

  it('never holds more than the limit, and refuses only what does not fit', () => {
    fc.assert(
      fc.property(sizes, arrivals, ({ limit, windowMs }, calls) => {
        const window = new SlidingWindow(limit, windowMs);
        const accepted: { at: number; cost: number }[] = [];
        let at = START;
        for (const { gapMs, cost } of calls) {
          at += gapMs;
          const used = accepted
            .filter((other) => other.at > at - windowMs)
            .reduce((sum, other) => sum + other.cost, 0);
          expect(window.used(at)).toBe(used);
          const fits = used + cost <= limit;
          expect(window.take(at, cost)).toBe(fits);
          if (fits) accepted.push({ at, cost });
        }
        for (const { at: from } of accepted) {
          const inWindow = accepted.filter(
            (other) => other.at >= from && other.at < from + windowMs,
          );
          expect(inWindow.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('keeps no more entries than its limit, however long it runs', () => {
    const window = new SlidingWindow(50, 1_000);
    for (let at = 0; at < 100_000; at += 7) window.take(at, 1);
    expect(window.size).toBeLessThanOrEqual(2 * 50);
  });

  it('forgets what lies ahead when the clock is set back', () => {
    const window = new SlidingWindow(2, 1_000);
    window.take(5_000, 1);
    window.take(5_900, 1);
    expect(window.used(5_500)).toBe(1);
    expect(window.take(5_500, 1)).toBe(true);
    expect(window.take(5_500, 1)).toBe(false);
  });
});
