import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { RedisClaimStore } from '../../../lib/redis/redis-claim.store.js';
import type { ImRedis } from '../../../lib/redis/redis.connection.js';
import { eventually } from '../../support/eventually.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';
import { describeClaimStore } from '../callback/claims/claim-store.contract.js';

const MODES = [
  { name: 'RedisClaimStore', cluster: false },
  { name: 'RedisClaimStore in a cluster', cluster: true },
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

    afterEach(() => {
      redis.disconnect();
      other.disconnect();
    });

    afterAll(() => server.stop());

    describeClaimStore(() => ({
      store: new RedisClaimStore({ redis }),
      elsewhere: new RedisClaimStore({ redis: other }),
      pass: () => undefined,
    }));
  });
}

describeWithRedis('RedisClaimStore among processes', () => {
  let server: RedisServer;
  let redis: Redis;
  let other: Redis;

  beforeEach(async () => {
    server = await RedisServer.start();
    redis = server.connect();
    other = server.connect();
  });

  afterEach(async () => {
    redis.disconnect();
    other.disconnect();
    await server.stop();
  });

  it('renews the claims of a process that lives', async () => {
    const store = new RedisClaimStore({ redis, leaseMs: 2_000 });
    await store.claim('c', 60_000);
    const [key = ''] = await redis.keys('*');
    let lowest = Infinity;
    await eventually(async () => {
      const left = await other.pttl(key);
      const isRenewed = left > lowest;
      lowest = Math.min(lowest, left);
      return isRenewed;
    });
    expect(await new RedisClaimStore({ redis: other }).claim('c', 60_000)).toEqual({
      state: 'running',
    });
  });

  it('frees the claims of a process that died, and does not let it answer for another', async () => {
    const dead = new RedisClaimStore({ redis, leaseMs: 100 });
    await dead.claim('c', 60_000);
    redis.disconnect();
    const living = new RedisClaimStore({ redis: other });
    await eventually(async () => (await living.claim('c', 60_000)).state === 'claimed');
    await redis.connect();
    await dead.settle('c', 'late', 60_000);
    await dead.release('c');
    expect(await living.claim('c', 60_000)).toEqual({ state: 'running' });
    await living.settle('c', 'reply', 60_000);
    await dead.settle('c', 'late', 60_000);
    expect(await living.claim('c', 60_000)).toEqual({ state: 'done', reply: 'reply' });
  });

  it('gives up a claim that is not settled in time, though its process lives', async () => {
    const slow = new RedisClaimStore({ redis, leaseMs: 60 });
    await slow.claim('c', 200);
    const next = new RedisClaimStore({ redis: other });
    await eventually(async () => (await next.claim('c', 60_000)).state === 'claimed');
    await slow.settle('c', 'late', 60_000);
    expect(await next.claim('c', 60_000)).toEqual({ state: 'running' });
  });

  it('records the answer of a claim that has expired when nobody else has claimed it', async () => {
    const store = new RedisClaimStore({ redis });
    await store.claim('c', 10);
    await eventually(async () => (await redis.dbsize()) === 0);
    await store.settle('c', 'reply', 60_000);
    expect(await store.claim('c', 60_000)).toEqual({ state: 'done', reply: 'reply' });
  });

  it('keeps nothing for ever and no signature readable', async () => {
    const store = new RedisClaimStore({ redis, prefix: 'mine' });
    await store.bind('secret-signature', 'body', 60_000);
    await store.claim('c', 60_000);
    await store.claim('d', 60_000);
    await store.settle('d', 'reply', 60_000);
    const keys = await redis.keys('*');
    expect(keys).toHaveLength(3);
    for (const key of keys) {
      expect(key).toMatch(/^mine:(signature|claim):[\w-]{43}$/);
      expect(await redis.pttl(key)).toBeGreaterThan(0);
    }
  });

  it('asks less and less often while it waits', async () => {
    const store = new RedisClaimStore({ redis });
    await store.claim('c', 60_000);
    await redis.config('RESETSTAT');
    const alive = setInterval(() => undefined, 1_000);
    expect(await store.wait('c', 500)).toBeUndefined();
    clearInterval(alive);
    const calls = /cmdstat_get:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1];
    // At 0, 50, 150, 350 and 500 ms; timers may end a little early, which costs one more.
    expect(Number(calls)).toBeGreaterThanOrEqual(2);
    expect(Number(calls)).toBeLessThanOrEqual(6);
  });

  it('fails at once while Redis is away, and works again when it is back', async () => {
    const store = new RedisClaimStore({ redis });
    await store.claim('c', 60_000);
    await server.kill();
    await eventually(() => redis.status === 'reconnecting');
    await expect(store.bind('s', 'body', 60_000)).rejects.toThrow('Redis cannot be reached');
    await expect(store.claim('d', 60_000)).rejects.toThrow('Redis cannot be reached');
    await expect(store.wait('c', 60_000)).rejects.toThrow('Redis cannot be reached');
    await server.start();
    await eventually(() => redis.status === 'ready');
    expect(await store.claim('c', 60_000)).toEqual({ state: 'claimed' });
  });
});
