import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { ImDurableDelivery } from '../../../lib/callback/durable/event.stream.js';
import { ImConfigError } from '../../../lib/errors/config.error.js';
import { ImEventStreamError } from '../../../lib/errors/event-stream.error.js';
import { RedisEventStream } from '../../../lib/redis/redis-event.stream.js';
import { deferred } from '../../support/deferred.js';
import {
  appendAll,
  durableEvent,
  HANDLED,
  MINUTE,
  Recorder,
} from '../../support/durable-events.js';
import type { ImRedis } from '../../../lib/redis/redis.connection.js';
import { eventually } from '../../support/eventually.js';
import { Observations } from '../../support/callback-app.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';
import { describeEventStream } from '../callback/event-stream.contract.js';

const MODES = [
  { name: 'RedisEventStream', cluster: false },
  { name: 'RedisEventStream in a cluster', cluster: true },
];

for (const { name, cluster } of MODES) {
  describeWithRedis(name, () => {
    let server: RedisServer;
    let redis: ImRedis;
    let other: ImRedis;

    beforeAll(async () => {
      server = await RedisServer.start({ cluster });
    });

    beforeEach(async () => {
      redis = cluster ? server.connectToCluster() : server.connect();
      other = cluster ? server.connectToCluster() : server.connect();
      await redis.flushall();
    });

    describeEventStream(() => ({
      stream: new RedisEventStream({ redis }),
      elsewhere: new RedisEventStream({ redis: other }),
      pass: () => undefined,
    }));

    // After those of the suite, which close the streams.
    afterEach(() => {
      redis.disconnect();
      other.disconnect();
    });

    afterAll(() => server.stop());
  });
}

describeWithRedis('RedisEventStream and its Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  let observed: Observations;
  let stream: RedisEventStream;

  beforeEach(async () => {
    server = await RedisServer.start();
    redis = server.connect();
    observed = new Observations();
    stream = new RedisEventStream({ redis, logger: observed.logger });
  });

  afterEach(async () => {
    await stream.close();
    redis.disconnect();
    await server.stop();
  });

  it('refuses another number of partitions than the prefix was used with', async () => {
    await stream.ready();
    const other = new RedisEventStream({ redis, partitions: 8, logger: observed.logger });
    await expect(other.ready()).rejects.toThrow(ImConfigError);
    await expect(other.append(durableEvent('k'), MINUTE)).rejects.toThrow(
      'has 16 partitions, not 8',
    );
    new Recorder(other);
    await eventually(() => observed.logs.length > 0);
    expect(observed.logs[0]).toContain('has 16 partitions, not 8');
    await other.close();
    const elsewhere = new RedisEventStream({ redis, partitions: 8, prefix: 'other' });
    await elsewhere.ready();
    await elsewhere.close();
  });

  it.each([{ partitions: 0 }, { leaseMs: 99 }, { timeoutMs: 0 }])('refuses %j', (options) => {
    expect(() => new RedisEventStream({ redis, ...options })).toThrow(ImConfigError);
  });

  it('appends those of one turn by one command', async () => {
    await stream.append(durableEvent('first'), MINUTE);
    await redis.config('RESETSTAT');
    const keys = Array.from({ length: 200 }, (_, index) => String(index));
    await Promise.all(keys.map((key) => stream.append(durableEvent(key, key), MINUTE)));
    const stats = await redis.info('commandstats');
    expect(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1]).toBe('1');
    expect((await stream.backlog('default')).waiting).toBe(201);
  });

  it('rejects only what cannot be stored', async () => {
    await redis.set('im:{app:default}:stream:3', 'not a stream');
    const keys = Array.from({ length: 64 }, (_, index) => String(index));
    const results = await Promise.allSettled(
      keys.map((key) => stream.append(durableEvent(key, key), MINUTE)),
    );
    const rejected = results.filter(({ status }) => status === 'rejected');
    expect(rejected.length).toBeGreaterThan(0);
    expect(rejected.length).toBeLessThan(32);
    expect(rejected).toContainEqual({ status: 'rejected', reason: expect.any(ImEventStreamError) });
    await redis.del('im:{app:default}:stream:3');
    const again = await Promise.all(
      keys.map((key) => stream.append(durableEvent(key, key), MINUTE)),
    );
    expect(again.filter((isAdded) => isAdded)).toHaveLength(rejected.length);
  });

  it('takes no more into memory than twice what it may run', async () => {
    const narrow = new RedisEventStream({ redis, prefix: 'narrow', partitions: 1 });
    const keys = Array.from({ length: 50 }, (_, index) => String(index));
    for (const key of keys) await narrow.append(durableEvent(key, key), MINUTE);
    const done = deferred();
    const handle = async () => {
      await done.promise;
      return HANDLED;
    };
    const recorder = new Recorder(narrow, handle, { concurrency: 3 });
    await eventually(() => recorder.keys.length === 3);
    expect((await redis.xpending('narrow:{app:default}:stream:0', 'im'))[0]).toBe(6);
    done.resolve();
    await eventually(() => recorder.keys.length === keys.length);
    await narrow.close();
  });

  it('holds up no other conversation, however many events wait behind a slow one', async () => {
    const narrow = new RedisEventStream({ redis, prefix: 'narrow', partitions: 1 });
    const slow = Array.from({ length: 50 }, (_, index) => durableEvent(`slow ${index}`, 'slow'));
    const others = ['a', 'b', 'c'].map((key) => durableEvent(key, key));
    await appendAll(narrow, [...slow, ...others]);
    const done = deferred();
    const handle = async ({ event }: ImDurableDelivery) => {
      if (event.conversation === 'slow') await done.promise;
      return HANDLED;
    };
    const recorder = new Recorder(narrow, handle, { concurrency: 2 });
    await eventually(() => recorder.keys.includes('c'));
    expect(recorder.keys).toEqual(['slow 0', 'a', 'b', 'c']);
    await narrow.append(durableEvent('d', 'd'), MINUTE);
    await eventually(() => recorder.keys.includes('d'));
    done.resolve();
    await eventually(async () => (await narrow.backlog('default')).waiting === 0);
    const handled = recorder.deliveries.map(({ event }) => event);
    expect(handled.filter(({ conversation }) => conversation === 'slow')).toEqual(slow);
    expect(recorder.deliveries.every(({ deliveries }) => deliveries === 1)).toBe(true);
    await narrow.close();
  });

  it('goes on with a partition that was emptied by hand', async () => {
    const recorder = new Recorder(stream);
    await stream.append(durableEvent('before'), MINUTE);
    await eventually(() => recorder.keys.length === 1);
    await redis.del(await redis.keys('im:{app:default}:stream:*'));
    await stream.append(durableEvent('after'), MINUTE);
    await eventually(() => recorder.keys.includes('after'));
    expect(observed.logs).toEqual([]);
  });

  it('is emptied where Redis takes no more', async () => {
    await stream.append(durableEvent('first'), MINUTE);
    const used = /used_memory:(\d+)/.exec(await redis.info('memory'))?.[1];
    await redis.config('SET', 'maxmemory', Number(used) + 8_000_000);
    const body = { text: 'x'.repeat(100_000) };
    let refusal: unknown;
    for (let count = 0; refusal === undefined; count++) {
      const event = durableEvent(String(count), String(count), { body });
      await stream.append(event, MINUTE).catch((error: unknown) => (refusal = error));
    }
    expect(refusal).toBeInstanceOf(ImEventStreamError);
    const isDead = new Set(['1', '2']);
    new Recorder(stream, ({ event }) => {
      return isDead.has(event.key) ? { state: 'dead', reason: 'r', attempts: 1 } : HANDLED;
    });
    await eventually(async () => (await stream.backlog('default')).waiting === 0);
    expect(await stream.backlog('default')).toMatchObject({ dead: 2 });
    expect(await stream.append(durableEvent('again'), MINUTE)).toBe(true);
  });

  it('keeps no more in memory for a Redis that does not answer than it says', async () => {
    const hasty = new RedisEventStream({ redis, timeoutMs: 500 });
    await hasty.ready();
    const blocked = redis.duplicate();
    await blocked.client('PAUSE', MINUTE, 'ALL');
    const appends = Array.from({ length: 10_001 }, (_, index) => {
      return hasty.append(durableEvent(String(index)), MINUTE);
    });
    const results = await Promise.allSettled(appends);
    const reasons = results.map((result) => String('reason' in result && result.reason));
    expect(reasons.filter((reason) => reason.includes('10000 events wait'))).toHaveLength(1);
    await server.kill();
    blocked.disconnect();
    await hasty.close();
  });

  it('is not held up by an entry that is no event', async () => {
    const recorder = new Recorder(stream, ({ event }) => {
      return event.event === 'unreadable' ? { state: 'dead', reason: 'r', attempts: 1 } : HANDLED;
    });
    const partitions = Array.from({ length: 16 }, (_, index) => `im:{app:default}:stream:${index}`);
    for (const key of partitions) {
      for (const text of ['not JSON', 'null', '{}'])
        await redis.xadd(key, '*', 'e', text, 't', '1');
    }
    await stream.append(durableEvent('k'), MINUTE);
    await eventually(() => recorder.keys.includes('k'));
    await eventually(async () => (await stream.backlog('default')).waiting === 0);
    const letters = await stream.queryDeadLetters('default');
    expect(letters).toHaveLength(3 * partitions.length);
    expect(letters[0]?.event).toMatchObject({ event: 'unreadable', body: 'not JSON' });
  });

  it('leaves nothing behind but what is remembered for a time', async () => {
    for (const key of ['1', '2', '3']) await stream.append(durableEvent(key, key), MINUTE);
    const recorder = new Recorder(stream);
    await eventually(async () => (await stream.backlog('default')).waiting === 0);
    await recorder.consumption.stop(MINUTE);
    const keys = await redis.keys('*');
    const remembered = keys.filter((key) => key.includes(':seen:'));
    expect(remembered).toHaveLength(3);
    for (const key of remembered) expect(await redis.pttl(key)).toBeGreaterThan(0);
    for (const key of keys.filter((key) => key.includes(':stream:'))) {
      expect(await redis.xlen(key)).toBe(0);
      expect((await redis.xpending(key, 'im'))[0]).toBe(0);
    }
    expect(keys).not.toContain('im:{app:default}:workers');
    expect(keys.filter((key) => !key.startsWith('im:{app:default}:'))).toEqual(['im:partitions']);
  });

  it('fails at once while Redis is away, says so once, and goes on when it is back', async () => {
    const recorder = new Recorder(stream);
    await stream.append(durableEvent('before'), MINUTE);
    await eventually(() => recorder.keys.length === 1);
    await server.kill();
    await eventually(() => redis.status === 'reconnecting');
    const refused = stream.append(durableEvent('meanwhile'), MINUTE);
    await expect(refused).rejects.toThrow(ImEventStreamError);
    await expect(refused).rejects.toThrow('could not store the event: Redis cannot be reached');
    await expect(stream.backlog('default')).rejects.toThrow(ImEventStreamError);
    await eventually(() => observed.logs.length === 1);
    await server.start();
    await eventually(() => redis.status === 'ready');
    await stream.append(durableEvent('after'), MINUTE);
    await eventually(() => recorder.keys.includes('after'));
    expect(observed.logs).toEqual([
      expect.stringContaining('error Events cannot be taken from Redis now'),
      'log Events are taken from Redis again.',
    ]);
  });

  it('does not wait longer than it is told for a Redis that does not answer', async () => {
    await stream.ready();
    const hasty = new RedisEventStream({ redis, timeoutMs: 20 });
    await hasty.ready();
    const blocked = redis.duplicate();
    await blocked.client('PAUSE', MINUTE, 'ALL');
    await expect(hasty.append(durableEvent('k'), MINUTE)).rejects.toThrow('in time');
    await server.kill();
    blocked.disconnect();
    await hasty.close();
  });
});
