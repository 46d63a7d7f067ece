import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ImEmulator } from '../../lib/emulator/emulator.js';
import { RedisEventStream } from '../../lib/redis/redis-event.stream.js';
import { eventually } from '../support/eventually.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { CallbackSender } from './callback-sender.js';
import { type Handling, HandledEvents } from './handled-events.js';
import { KillableProcess } from './killable-process.js';
import { IN_HAND, PARTITIONS, toEnvironment } from './process-settings.js';

const CONVERSATIONS = 250;
const EVENTS = 200;
const SEED = 41;

type Victim = 'receiver' | 'first worker' | 'second worker' | 'redis';

const VICTIMS: readonly Victim[] = [
  ...Array<Victim>(6).fill('receiver'),
  ...Array<Victim>(12).fill('first worker'),
  ...Array<Victim>(12).fill('second worker'),
  ...Array<Victim>(2).fill('redis'),
];

/** Who is killed, and after how many events were answered. */
function planKills(): { readonly victim: Victim; readonly after: number }[] {
  const count = VICTIMS.length;
  const order = fc.shuffledSubarray([...VICTIMS], { minLength: count });
  const moment = fc.noBias(fc.integer({ min: 1_000, max: 0.9 * CONVERSATIONS * EVENTS }));
  const moments = fc.uniqueArray(moment, { minLength: count, maxLength: count });
  const [victims = []] = fc.sample(order, { seed: SEED, numRuns: 1 });
  const [after = []] = fc.sample(moments, { seed: SEED, numRuns: 1 });
  after.sort((one, other) => one - other);
  return victims.map((victim, index) => ({ victim, after: after[index] ?? 0 }));
}

/**
 * A clock by which a minute passes from one look to the next: the service pauses for one after ten
 * time-outs, and what it drops meanwhile tells nothing.
 */
function pausesAreOver(): () => number {
  let now = Date.now();
  return () => (now += 60_000);
}

describeWithRedis('durable events, while everything is killed', () => {
  let folder: string;
  let server: RedisServer;
  let emulator: ImEmulator;
  let handled: HandledEvents;
  let receiver: KillableProcess;
  let workers: [KillableProcess, KillableProcess];
  /** How many events each worker had handled when Redis was killed. */
  let redisKills: Map<number, number>[];
  let answered: number;
  let reached: { after: number; resolve: () => void } | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handled-'));
    const handledPath = join(folder, 'handled');
    handled = new HandledEvents(handledPath);
    server = await RedisServer.start({ persistent: true });
    emulator = await ImEmulator.start({ clock: pausesAreOver() });
    redisKills = [];
    answered = 0;
    const app = emulator.moduleOptions;
    const environment = toEnvironment({ app, redisPort: server.port, handledPath });
    receiver = new KillableProcess('receiver.process.ts', environment, (url) => {
      emulator.setCallbackUrl(url);
    });
    workers = [
      new KillableProcess('worker.process.ts', environment),
      new KillableProcess('worker.process.ts', environment),
    ];
    await Promise.all([receiver, ...workers].map((it) => it.up()));
  }, 60_000);

  afterEach(async () => {
    await Promise.all([receiver, ...workers].map((it) => it.stop()));
    await emulator.stop();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  function onAnswered(count: number): void {
    answered = count;
    if (reached !== undefined && answered >= reached.after) reached.resolve();
  }

  async function kill(victim: Victim): Promise<void> {
    if (victim === 'redis') {
      await receiver.up();
      receiver.isDown();
      redisKills.push(handled.counts());
      await server.kill();
      await server.start();
      return;
    }
    const process = { receiver, 'first worker': workers[0], 'second worker': workers[1] }[victim];
    await process.up();
    process.kill();
  }

  async function killAll(): Promise<void> {
    for (const { victim, after } of planKills()) {
      await new Promise<void>((resolve) => {
        reached = { after, resolve };
        onAnswered(answered);
      });
      await kill(victim);
    }
  }

  /** Whether a worker may have handled this without having told Redis. */
  function isInHand({ pid, index }: Handling, counts: ReadonlyMap<number, number>): boolean {
    const isKilled = workers.some(({ killed }) => killed.includes(pid));
    if (isKilled && index >= (counts.get(pid) ?? 0) - IN_HAND) return true;
    return redisKills.some((at) => Math.abs(index - (at.get(pid) ?? -Infinity)) <= IN_HAND);
  }

  it('loses none that was answered, keeps their order, and repeats only what was in hand', async () => {
    const startedAt = performance.now();
    const repeated = fc.sample(fc.boolean(), { seed: SEED, numRuns: 997 });
    const sender = new CallbackSender({
      emulator,
      conversations: CONVERSATIONS,
      events: EVENTS,
      isRepeated: (conversation, event) =>
        repeated[(conversation * EVENTS + event) % repeated.length] ?? false,
      received: () => receiver.up(),
      onAnswered,
    });
    const sending = sender.run().then(() => {
      onAnswered(Infinity);
    });
    await Promise.all([sending, killAll()]);
    const sentAt = performance.now();
    const redis = server.connect();
    const stream = new RedisEventStream({ redis, partitions: PARTITIONS });
    await eventually(async () => (await stream.backlog('default')).waiting === 0);
    const backlog = await stream.backlog('default');
    await stream.close();
    redis.disconnect();

    const handlings = handled.list();
    const firsts = new Map<string, Handling>();
    const repetitions: Handling[] = [];
    for (const handling of handlings) {
      const earlier = firsts.get(handling.msgUID);
      if (earlier === undefined) firsts.set(handling.msgUID, handling);
      else repetitions.push(earlier);
    }
    const counts = handled.counts();
    process.stderr.write(
      `sent ${CONVERSATIONS * EVENTS}, answered 200 ${sender.answered.size}, given up ${sender.givenUp.size}, ` +
        `handled ${firsts.size}, repeated ${repetitions.length}, ` +
        `${Math.round((performance.now() - startedAt) / 1000)} s (sending ${Math.round((sentAt - startedAt) / 1000)} s)\n`,
    );
    expect([...sender.answered].filter((msgUID) => !firsts.has(msgUID))).toEqual([]);
    expect(backlog.dead).toBe(0);
    expect(repetitions.filter((earlier) => !isInHand(earlier, counts))).toEqual([]);
    const last = new Map<string, number>();
    const outOfOrder = [...firsts.keys()].filter((msgUID) => {
      const [conversation = '', event = ''] = msgUID.split(':');
      const isLater = Number(event) > (last.get(conversation) ?? -1);
      last.set(conversation, Number(event));
      return !isLater;
    });
    expect(outOfOrder).toEqual([]);
  }, 600_000);
});
