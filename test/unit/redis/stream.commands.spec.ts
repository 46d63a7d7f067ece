import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { RedisEventStream } from '../../../lib/redis/redis-event.stream.js';
import { StreamCommands, type PartitionLease } from '../../../lib/redis/stream.commands.js';
import { StreamKeys } from '../../../lib/redis/stream.keys.js';
import { APPEND } from '../../../lib/redis/stream.scripts.js';
import { appendAll, durableEvent, MINUTE } from '../../support/durable-events.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';

// ioredis sends a command again when the connection was lost before its answer came.
describeWithRedis('a stream command that is sent twice', () => {
  const keys = new StreamKeys('im', 'default', 2);
  let server: RedisServer;
  let redis: Redis;
  let commands: StreamCommands;

  beforeEach(async () => {
    server = await RedisServer.start();
    redis = server.connect();
    commands = new StreamCommands(redis, keys, 'worker', MINUTE);
  });

  afterEach(async () => {
    redis.disconnect();
    await server.stop();
  });

  async function take(): Promise<readonly PartitionLease[]> {
    const { taken } = await commands.beat({ isTaking: true, held: [], excluded: [] });
    return taken;
  }

  it('appends once, and says that it did', async () => {
    const append = (token: string) =>
      APPEND.run(
        redis,
        [keys.seen('k'), 'im:{app:default}:stream:0'],
        [...[keys.channel, token, MINUTE, '{}', 1, 0]],
      );
    expect(await append('mine')).toEqual([1]);
    expect(await append('mine')).toEqual([1]);
    expect(await append('of another')).toEqual([0]);
    expect(await redis.xlen('im:{app:default}:stream:0')).toBe(1);
  });

  it('takes the partitions again that it took, and the former lease is void', async () => {
    const [before] = await take();
    const after = await take();
    expect(after.map(({ partition }) => partition)).toEqual([0, 1]);
    expect(await commands.settle(before ?? { partition: 0, fence: '' }, [])).toBe(false);
    for (const lease of after) expect(await commands.settle(lease, [])).toBe(true);
  });

  it('fetches what it has fetched in vain', async () => {
    const stream = new RedisEventStream({ redis, partitions: 2 });
    await appendAll(
      stream,
      ['1', '2', '3'].map((key) => durableEvent(key)),
    );
    const index = keys.partitionOf('c');
    const lease = (await take()).find(({ partition }) => partition === index);
    if (lease === undefined) throw new Error('it did not take the partition');
    const fetched = async (after: string) => {
      const deliveries = await commands.fetch(lease, 2, after);
      return deliveries?.map(({ event, deliveries: count }) => `${event.key}:${count}`);
    };
    expect(await fetched('')).toEqual(['1:1', '2:1']);
    expect(await fetched('')).toEqual(['1:1', '2:1']);
    const [, last] = (await commands.fetch(lease, 2, '')) ?? [];
    expect(await fetched(last?.id ?? '')).toEqual(['3:1']);
    await stream.close();
  });
});
