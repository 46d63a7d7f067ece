import { fork } from 'node:child_process';
import { ask } from '../measure/ask.js';
import type { CallMeasurement } from '../measure/measure-calls.js';
import type { Pace } from '../measure/pace.js';
import { ratios } from '../measure/ratios.js';
import { inRounds } from '../measure/rounds.js';
import { Sink } from '../measure/sink.js';
import { spread } from '../measure/statistics.js';
import type { Figure, Goal, Report } from '../report/report.js';
import type { ClientJob } from './client.process.js';
import { DESCRIPTIONS, type VariantName } from './variants.js';

/** One variant under one load. */
interface Slot {
  readonly variant: VariantName;
  readonly scheme: 'http' | 'https';
  readonly inFlight: number;
}

interface SlotMeasurement extends CallMeasurement {
  readonly callsPerConnection: number;
}

/** A goal for the ratio of two variants, under each load. */
interface Comparison {
  readonly what: string;
  readonly figure: keyof CallMeasurement;
  readonly of: VariantName;
  readonly to: VariantName;
  readonly scheme: Slot['scheme'];
  readonly goal: Goal;
}

const IN_FLIGHT = { http: [16, 64], https: [64] };

/** What reconnects, and so is warm later than the others. */
const RECONNECTING: readonly VariantName[] = ['module'];

const COMPARISONS: readonly Comparison[] = [
  {
    what: 'module ÷ bare undici `request`, CPU per call',
    figure: 'cpuMicrosPerCall',
    of: 'module',
    to: 'undici',
    scheme: 'http',
    goal: { atMost: 2.5 },
  },
  {
    what: 'module ÷ bare `node:http` keep-alive, CPU per call',
    figure: 'cpuMicrosPerCall',
    of: 'module',
    to: 'node-http',
    scheme: 'http',
    goal: { atMost: 1 },
  },
  {
    what: "module ÷ the vendor's Node SDK, calls per second",
    figure: 'callsPerSecond',
    of: 'module',
    to: 'vendor-sdk',
    scheme: 'http',
    goal: { atLeast: 3 },
  },
  {
    what: "module ÷ the vendor's Node SDK, calls per second",
    figure: 'callsPerSecond',
    of: 'module',
    to: 'vendor-sdk',
    scheme: 'https',
    goal: { atLeast: 12 },
  },
  {
    what: "module ÷ Nest's HttpService on axios' own adapter, calls per second",
    figure: 'callsPerSecond',
    of: 'module',
    to: 'http-service',
    scheme: 'http',
    goal: { atLeast: 3 },
  },
  ...(['http', 'https'] as const).map((scheme): Comparison => ({
    what: 'connection policy ÷ connections kept for ever, CPU per call',
    figure: 'cpuMicrosPerCall',
    of: 'module',
    to: 'module-unlimited',
    scheme,
    goal: { atMost: scheme === 'http' ? 1.2 : 1.6 },
  })),
];

/** What calls cost, against bare clients and against what users have today. */
export async function measureClient(pace: Pace): Promise<Report> {
  const slots = slotsOf(COMPARISONS);
  const sink = await Sink.start();
  try {
    const measured = await inRounds(slots, pace.rounds, (slot) => measureSlot(sink, slot, pace));
    return {
      name: 'client',
      title: 'Calls',
      method:
        'A signed `POST /user/getToken.json` with three fields, again and again, in a fresh process for each ' +
        `variant and load; ${pace.rounds} rounds, the order reversed every other one. A ratio is taken within each ` +
        'round. The sink is a process of its own.',
      figures: COMPARISONS.flatMap((comparison) =>
        IN_FLIGHT[comparison.scheme].map((inFlight) => compare(comparison, inFlight, measured)),
      ),
      measurements: slots.map((slot) => ({
        subject: `${DESCRIPTIONS[slot.variant]}; ${load(slot)}`,
        values: summarise(measured.get(slot) ?? []),
      })),
    };
  } finally {
    await sink.stop();
  }
}

/** What the comparisons need, each once; variants under the same load follow each other. */
function slotsOf(comparisons: readonly Comparison[]): Slot[] {
  return (['http', 'https'] as const).flatMap((scheme) => {
    const variants = comparisons.filter((one) => one.scheme === scheme);
    const names = new Set(variants.flatMap(({ of, to }) => [of, to]));
    return IN_FLIGHT[scheme].flatMap((inFlight) =>
      [...names].map((variant) => ({ variant, scheme, inFlight })),
    );
  });
}

async function measureSlot(sink: Sink, slot: Slot, pace: Pace): Promise<SlotMeasurement> {
  const { variant, scheme, inFlight } = slot;
  const job: ClientJob = {
    variant,
    origin: sink.origin(scheme),
    inFlight,
    warmUpMs: RECONNECTING.includes(variant) ? pace.warmUpMs : pace.warmUpMs / 2,
    measureMs: pace.measureMs,
  };
  await sink.takeCount();
  const child = fork(new URL('client.process.js', import.meta.url), {
    env: { ...process.env, ...sink.trust, NODE_ENV: 'production' },
  });
  const measurement = await ask<CallMeasurement>(child, job);
  const { requests, connections } = await sink.takeCount();
  return { ...measurement, callsPerConnection: requests / connections };
}

function compare(
  { what, figure, of, to, scheme, goal }: Comparison,
  inFlight: number,
  measured: ReadonlyMap<Slot, readonly SlotMeasurement[]>,
): Figure {
  const find = (variant: VariantName): readonly SlotMeasurement[] => {
    for (const [slot, measurements] of measured) {
      if (slot.variant === variant && slot.scheme === scheme && slot.inFlight === inFlight) {
        return measurements;
      }
    }
    return [];
  };
  return {
    what: `${what}; ${load({ scheme, inFlight })}`,
    unit: '×',
    value: spread(ratios(find(of), find(to), (measurement) => measurement[figure])),
    goal,
  };
}

function load({ scheme, inFlight }: Pick<Slot, 'scheme' | 'inFlight'>): string {
  return `${scheme === 'http' ? 'plain' : 'TLS'}, ${inFlight} in flight`;
}

function summarise(rounds: readonly SlotMeasurement[]) {
  return {
    'calls per second': spread(rounds.map(({ callsPerSecond }) => callsPerSecond)),
    'CPU µs per call': spread(rounds.map(({ cpuMicrosPerCall }) => cpuMicrosPerCall)),
    'calls per connection': spread(rounds.map(({ callsPerConnection }) => callsPerConnection)),
  };
}
