import { fork } from 'node:child_process';
import type { Pace } from '../measure/pace.js';
import { ratios } from '../measure/ratios.js';
import { inRounds } from '../measure/rounds.js';
import { spread } from '../measure/statistics.js';
import { EQUAL_RATE, type LoadMeasurement, measureUnderLoad } from '../measure/under-load.js';
import type { Figure, Report } from '../report/report.js';
import type { Framework, ReceiverJob } from './receiver.process.js';
import { DESCRIPTIONS, type ReceiverName } from './receivers.js';
import { RedisProcess } from './redis.js';

/** One receiver on one framework. */
interface Slot {
  readonly framework: Framework;
  readonly receiver: ReceiverName;
}

/** A goal for the ratio of two receivers. */
interface Comparison {
  readonly what: string;
  readonly framework: Framework;
  readonly of: ReceiverName;
  readonly to: ReceiverName;
  /** Requests per second, as a share of the other's. */
  readonly atLeast: number;
}

const SLOTS: readonly Slot[] = [
  { framework: 'fastify', receiver: 'bare' },
  { framework: 'fastify', receiver: 'guarded' },
  { framework: 'fastify', receiver: 'callback' },
  { framework: 'fastify', receiver: 'durable' },
  { framework: 'express', receiver: 'bare' },
  { framework: 'express', receiver: 'callback' },
];

const COMPARISONS: readonly Comparison[] = [
  {
    what: 'callback ÷ bare controller',
    framework: 'fastify',
    of: 'callback',
    to: 'bare',
    atLeast: 0.75,
  },
  {
    what: 'callback ÷ bare controller',
    framework: 'express',
    of: 'callback',
    to: 'bare',
    atLeast: 0.85,
  },
  {
    what: 'durable callback through Redis ÷ callback',
    framework: 'fastify',
    of: 'durable',
    to: 'callback',
    atLeast: 0.5,
  },
];

/** What receiving a callback costs, against a controller that looks at nothing. */
export async function measureCallbacks(pace: Pace): Promise<Report> {
  const redis = await RedisProcess.start();
  const slots = SLOTS.filter(({ receiver }) => receiver !== 'durable' || redis !== undefined);
  try {
    const measured = await inRounds(slots, pace.rounds, (slot) => measureSlot(slot, redis, pace));
    return {
      name: 'callbacks',
      title: 'Callbacks',
      method:
        'Signed `user-online-status` callbacks, each another one, over 64 connections that are kept, from a process of ' +
        `their own to a fresh process for each receiver; ${pace.rounds} rounds, the order reversed every other one. All ` +
        'receivers are applications with this package: what loading it costs is in the suite footprint. Sender and ' +
        'receiver share the machine, so that requests per second are held back by the sender, and so is the CPU of the ' +
        "receiver's process, which wakes a sender that sleeps: what to trust is its CPU at the same " +
        `${EQUAL_RATE} requests per second.` +
        (redis === undefined
          ? ' Not measured: durable callbacks, which need the Debian package redis-server.'
          : ''),
      figures: COMPARISONS.flatMap((comparison) => compare(comparison, measured)),
      measurements: slots.map((slot) => ({
        subject: `${slot.framework}: ${DESCRIPTIONS[slot.receiver]}`,
        values: summarise(measured.get(slot) ?? []),
      })),
    };
  } finally {
    await redis?.stop();
  }
}

function measureSlot(
  slot: Slot,
  redis: RedisProcess | undefined,
  pace: Pace,
): Promise<LoadMeasurement> {
  const receiver = fork(new URL('receiver.process.js', import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const job: ReceiverJob = { ...slot, redisPort: redis?.port ?? 0 };
  return measureUnderLoad(receiver, job, 'callback', pace);
}

/** The goal, and the same one as CPU time; none where a receiver was not measured. */
function compare(
  { what, framework, of, to, atLeast }: Comparison,
  measured: ReadonlyMap<Slot, readonly LoadMeasurement[]>,
): Figure[] {
  const find = (name: ReceiverName): readonly LoadMeasurement[] =>
    [...measured].find(([slot]) => slot.receiver === name && slot.framework === framework)?.[1] ??
    [];
  const ofs = find(of);
  const tos = find(to);
  if (ofs.length === 0) return [];
  return [
    {
      what: `${framework}: ${what}, requests per second`,
      unit: '×',
      value: spread(ratios(ofs, tos, ({ requestsPerSecond }) => requestsPerSecond)),
      goal: { atLeast },
    },
    {
      what: `${framework}: ${what}, CPU per request at the same rate`,
      unit: '×',
      value: spread(ratios(ofs, tos, ({ cpuMicrosAtEqualRate }) => cpuMicrosAtEqualRate)),
      goal: { atMost: Number((1 / atLeast).toFixed(2)) },
    },
  ];
}

function summarise(rounds: readonly LoadMeasurement[]) {
  return {
    'requests per second': spread(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    'CPU µs per request': spread(rounds.map(({ cpuMicrosPerRequest }) => cpuMicrosPerRequest)),
    [`CPU µs at ${EQUAL_RATE} per second`]: spread(
      rounds.map(({ cpuMicrosAtEqualRate }) => cpuMicrosAtEqualRate),
    ),
  };
}
