import { fork } from 'node:child_process';
import { ask } from '../measure/ask.js';
import type { CallMeasurement } from '../measure/measure-calls.js';
import type { Pace } from '../measure/pace.js';
import { ratios } from '../measure/ratios.js';
import { inRounds } from '../measure/rounds.js';
import { Sink } from '../measure/sink.js';
import { spread } from '../measure/statistics.js';
import type { Report } from '../report/report.js';
import type { AppsJob } from './apps.process.js';

interface Slot extends Pick<AppsJob, 'variant' | 'apps'> {
  readonly subject: string;
}

const MANY = 1_000;
const IN_FLIGHT = 64;

const ONE_APP: Slot = { variant: 'module', apps: 1, subject: '1 app' };
const MANY_APPS: Slot = { variant: 'module', apps: MANY, subject: `${count(MANY)} apps` };
/** What separate connections cost without this package. */
const BARE: readonly Slot[] = [
  { variant: 'undici', apps: 1, subject: 'undici, 1 pool' },
  { variant: 'undici', apps: MANY, subject: `undici, ${count(MANY)} pools` },
];

/** Whether a call costs the same however many apps a process has. */
export async function measureApps(pace: Pace): Promise<Report> {
  const sink = await Sink.start();
  const slots = [ONE_APP, MANY_APPS, ...BARE];
  try {
    const measured = await inRounds(slots, pace.rounds, (slot) => measure(sink, slot, pace));
    const one = measured.get(ONE_APP) ?? [];
    const many = measured.get(MANY_APPS) ?? [];
    return {
      name: 'apps',
      title: 'Apps',
      method:
        `\`ImUserService.register\` of each app in turn, ${IN_FLIGHT} in flight, in a fresh process for each number of ` +
        `apps; ${pace.rounds} rounds, the order reversed every other one. Each app has its own connections, ` +
        'kept for ever. For comparison, bare undici: `Pool.request` of each pool in turn.',
      figures: [
        {
          what: `${count(MANY)} apps ÷ 1 app, CPU per call`,
          unit: '×',
          value: spread(ratios(many, one, ({ cpuMicrosPerCall }) => cpuMicrosPerCall)),
          goal: { atMost: 1.1 },
        },
      ],
      measurements: [...measured].map(([{ subject }, rounds]) => ({
        subject,
        values: {
          'calls per second': spread(rounds.map(({ callsPerSecond }) => callsPerSecond)),
          'CPU µs per call': spread(rounds.map(({ cpuMicrosPerCall }) => cpuMicrosPerCall)),
        },
      })),
    };
  } finally {
    await sink.stop();
  }
}

function measure(
  sink: Sink,
  { variant, apps }: Slot,
  { warmUpMs, measureMs }: Pace,
): Promise<CallMeasurement> {
  const origin = sink.origin('http');
  const job: AppsJob = { variant, apps, origin, inFlight: IN_FLIGHT, warmUpMs, measureMs };
  return ask(fork(new URL('apps.process.js', import.meta.url)), job);
}

function count(apps: number): string {
  return apps.toLocaleString('en');
}
