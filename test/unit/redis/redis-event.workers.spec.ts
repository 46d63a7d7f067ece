import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import type { ImDurableEvent } from '../../../lib/callback/durable/event.stream.js';
import {
  RedisEventStream,
  type RedisEventStreamOptions,
} from '../../../lib/redis/redis-event.stream.js';
import { Observations } from '../../support/callback-app.js';
import { deferred } from '../../support/deferred.js';
import {
  appendAll,
  durableEvent,
  HANDLED,
  MINUTE,
  Recorder,
} from '../../support/durable-events.js';
import { eventually } from '../../support/eventually.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';

const PARTITIONS = 6;
const LEASES = 'im:{app:default}:leases';

/** A process that takes events, with a connection of its own. */
class Worker {
  readonly stream: RedisEventStream;

  constructor(
    readonly redis: Redis,
    options: Partial<RedisEventStreamOptions> = {},
  ) {
    const { logger } = new Observations();
    this.stream = new RedisEventStream({ redis, partitions: PARTITIONS, logger, ...options });
  }

  /** Nothing that it does reaches Redis any more. */
  crash(): void {
    this.redis.disconnect();
  }
}

describeWithRedis('RedisEventStream among workers', () => {
  let server: RedisServer;
  let redis: Redis;
  let workers: Worker[];

  beforeEach(async () => {
    server = await RedisServer.start({ persistent: true });
    redis = server.connect();
    workers = [];
  });

  afterEach(async () => {
    await Promise.all(workers.map(({ stream }) => stream.close()));
    for (const worker of workers) worker.redis.disconnect();
    redis.disconnect();
    await server.stop();
  });

  function startWorker(options: Partial<RedisEventStreamOptions> = {}): Worker {
    const worker = new Worker(server.connect(), { timeoutMs: 500, ...options });
    workers.push(worker);
    return worker;
  }

  /** How many partitions each worker owns. */
  async function shares(): Promise<number[]> {
    const counts = new Map<string, number>();
    for (const lease of await redis.hvals(LEASES)) {
      const [until, , owner = ''] = lease.split(' ');
      if (until !== '0') counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    return [...counts.values()].sort();
  }

  async function areShared(...expected: number[]): Promise<void> {
    await eventually(async () => String(await shares()) === String(expected));
  }

  async function waiting(): Promise<number> {
    const { stream } = workers.at(-1) ?? startWorker();
    return (await stream.backlog('default')).waiting;
  }

  function conversations(count: number): ImDurableEvent[] {
    return Array.from({ length: count }, (_, index) => durableEvent(`${index}`, `c${index}`));
  }

  it('shares the partitions evenly among those who are there', async () => {
    // Leases that do not expire meanwhile: what changes hands was given back.
    const options = { leaseMs: 10 * MINUTE };
    const first = new Recorder(startWorker(options).stream);
    await areShared(6);
    const second = new Recorder(startWorker(options).stream);
    await areShared(3, 3);
    const third = new Recorder(startWorker(options).stream);
    await areShared(2, 2, 2);
    new Recorder(startWorker(options).stream);
    await areShared(1, 1, 2, 2);
    await second.consumption.stop(MINUTE);
    await areShared(2, 2, 2);
    await appendAll(startWorker(options).stream, conversations(30));
    await eventually(async () => (await waiting()) === 0);
    expect(first.keys.length).toBeGreaterThan(0);
    expect(third.keys.length).toBeGreaterThan(0);
    expect(second.keys).toEqual([]);
  });

  it('leaves workers over the number of partitions without one, until it is their turn', async () => {
    const options = { leaseMs: 10 * MINUTE, partitions: 1 };
    const first = new Recorder(startWorker(options).stream);
    const second = new Recorder(startWorker(options).stream);
    await eventually(async () => (await redis.zcard('im:{app:default}:workers')) === 2);
    await areShared(1);
    await startWorker(options).stream.append(durableEvent('1'), MINUTE);
    await eventually(async () => (await waiting()) === 0);
    const [busy, idle] = first.keys.length === 1 ? [first, second] : [second, first];
    await busy.consumption.stop(MINUTE);
    await startWorker(options).stream.append(durableEvent('2'), MINUTE);
    await eventually(() => idle.keys.includes('2'));
    expect(busy.keys).toEqual(['1']);
  });

  it('finishes what it handles before it gives a partition to a new worker', async () => {
    const options = { leaseMs: 10 * MINUTE, partitions: 2 };
    const done = deferred();
    const first = startWorker(options);
    await appendAll(first.stream, [...conversations(8), ...conversations(8).map(later)]);
    const busy = new Recorder(first.stream, async () => {
      await done.promise;
      return HANDLED;
    });
    await eventually(() => busy.keys.length === 8);
    const second = new Recorder(startWorker(options).stream);
    await eventually(async () => (await redis.zcard('im:{app:default}:workers')) === 2);
    done.resolve();
    await areShared(1, 1);
    await eventually(async () => (await waiting()) === 0);
    expect([...busy.keys, ...second.keys].sort()).toEqual(
      [...conversations(8), ...conversations(8).map(later)].map(({ key }) => key).sort(),
    );
    expect(second.deliveries.every(({ deliveries }) => deliveries === 1)).toBe(true);
  });

  it('takes over from a worker that died, what it had before what is new', async () => {
    const options = { leaseMs: 300, partitions: 1 };
    const first = startWorker(options);
    await appendAll(first.stream, [durableEvent('1'), durableEvent('2')]);
    const dead = new Recorder(first.stream, () => new Promise(() => undefined));
    await eventually(() => dead.keys.length === 1);
    first.crash();
    const second = startWorker(options);
    await second.stream.append(durableEvent('3'), MINUTE);
    const living = new Recorder(second.stream);
    await eventually(async () => (await waiting()) === 0);
    expect(dead.keys).toEqual(['1']);
    expect(living.deliveries.map(({ event, deliveries }) => [event.key, deliveries])).toEqual([
      ['1', 2],
      ['2', 1],
      ['3', 1],
    ]);
  });

  it('goes on behind what was taken and then removed by hand', async () => {
    const options = { leaseMs: 300, partitions: 1 };
    const first = startWorker(options);
    await appendAll(first.stream, [durableEvent('1'), durableEvent('2')]);
    const dead = new Recorder(first.stream, () => new Promise(() => undefined), { concurrency: 1 });
    await eventually(() => dead.keys.length === 1);
    first.crash();
    await redis.xtrim('im:{app:default}:stream:0', 'MAXLEN', 0);
    const second = startWorker(options);
    await second.stream.append(durableEvent('3'), MINUTE);
    const living = new Recorder(second.stream, undefined, { concurrency: 1 });
    await eventually(() => living.keys.includes('3'));
    expect(living.keys).toEqual(['3']);
  });

  it('hands over one at a time what was begun when two workers died', async () => {
    const options = { leaseMs: 300, partitions: 2 };
    await appendAll(startWorker(options).stream, conversations(6));
    for (let deaths = 0; deaths < 2; deaths++) {
      const worker = startWorker(options);
      const dying = new Recorder(worker.stream, () => new Promise(() => undefined));
      await eventually(() => dying.keys.length === 6);
      worker.crash();
    }
    let running = 0;
    let most = 0;
    const recorder = new Recorder(startWorker(options).stream, async () => {
      most = Math.max(most, ++running);
      await redis.ping();
      running--;
      return HANDLED;
    });
    await eventually(async () => (await waiting()) === 0);
    expect(recorder.deliveries.map(({ deliveries }) => deliveries)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(most).toBe(1);
  });

  it('ignores a worker that has lost its partition, and hands it nothing more', async () => {
    const options = { leaseMs: 300, partitions: 1 };
    const first = startWorker(options);
    await appendAll(first.stream, [durableEvent('1'), durableEvent('2')]);
    const late = deferred();
    const lost = new Recorder(first.stream, async ({ event }) => {
      await late.promise;
      return { state: 'dead', reason: event.key, attempts: 1 };
    });
    await eventually(() => lost.keys.length === 1);
    first.crash();
    const done = deferred();
    const second = startWorker(options);
    const owner = new Recorder(second.stream, async () => {
      await done.promise;
      return HANDLED;
    });
    await eventually(() => owner.keys.length === 1);
    await first.redis.connect();
    late.resolve();
    // Its heartbeat has told it that the partition is gone.
    await eventually(async () => (await redis.zcard('im:{app:default}:workers')) === 2);
    expect(await second.stream.backlog('default')).toMatchObject({ waiting: 2, dead: 0 });
    await lost.consumption.stop(MINUTE);
    done.resolve();
    await eventually(async () => (await waiting()) === 0);
    expect(lost.keys).toEqual(['1']);
    expect(owner.keys).toEqual(['1', '2']);
    expect(await second.stream.backlog('default')).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('loses nothing when Redis is killed and started again', async () => {
    const events = fc.sample(fc.nat(19), { seed: 31, numRuns: 400 }).map((conversation, index) => {
      return durableEvent(String(index), `c${conversation}`);
    });
    const producer = startWorker();
    const recorders = [new Recorder(startWorker().stream), new Recorder(startWorker().stream)];
    const appending = appendInOrder(producer.stream, events);
    await eventually(() => recorders.some(({ keys }) => keys.length > 20));
    await server.kill();
    await eventually(() => redis.status === 'reconnecting');
    await server.start();
    await appending;
    await eventually(async () => (await waiting().catch(() => 1)) === 0);
    const handled = recorders.flatMap(({ keys }) => keys);
    expect(new Set(handled).size).toBe(events.length);
  }, 30_000);

  it('keeps the order while workers come, stop and die', async () => {
    const events = fc.sample(fc.nat(14), { seed: 37, numRuns: 500 }).map((conversation, index) => {
      return durableEvent(String(index), `c${conversation}`);
    });
    const completed: ImDurableEvent[] = [];
    const options = { leaseMs: 200 };
    const start = () => {
      const worker = startWorker(options);
      let isDead = false;
      const recorder = new Recorder(
        worker.stream,
        async ({ event }) => {
          await redis.ping();
          if (!isDead) completed.push(event);
          return HANDLED;
        },
        { concurrency: 4 },
      );
      const die = (): void => {
        isDead = true;
        worker.crash();
      };
      return { recorder, die };
    };
    const reached = (count: number) => eventually(() => completed.length >= count);

    const [first, second] = [start(), start()];
    const appending = appendInOrder(startWorker(options).stream, events);
    await reached(50);
    first.die();
    const third = start();
    await reached(150);
    await second.recorder.consumption.stop(MINUTE);
    start();
    await reached(300);
    third.die();
    await appending;
    await eventually(async () => (await waiting()) === 0);

    const firsts = [...new Map(completed.map((event) => [event.key, event])).values()];
    expect(firsts).toHaveLength(events.length);
    for (const conversation of new Set(events.map((event) => event.conversation))) {
      const keys = firsts.filter((event) => event.conversation === conversation);
      const expected = events.filter((event) => event.conversation === conversation);
      expect(keys.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
    }
  }, 30_000);
});

function later(event: ImDurableEvent): ImDurableEvent {
  return { ...event, key: `${event.key} later` };
}

/** Appends each event until it is safe, as a callback is repeated that was not accepted. */
async function appendInOrder(
  stream: RedisEventStream,
  events: readonly ImDurableEvent[],
): Promise<void> {
  for (const event of events) {
    await eventually(() =>
      stream.append(event, MINUTE).then(
        () => true,
        () => false,
      ),
    );
  }
}
