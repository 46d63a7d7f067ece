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

const ONE = 1;
const MANY = 1_000;
const IN_FLIGHT = 64;

/** Whether a call costs the same however many apps a process has. */
export async function measureApps(pace: Pace): Promise<Report> {
  const sink = await Sink.start();
  try {
    const measured = await inRounds([ONE, MANY], pace.rounds, (apps) => measure(sink, apps, pace));
    const one = measured.get(ONE) ?? [];
    const many = measured.get(MANY) ?? [];
    return {
      name: 'apps',
      title: 'Apps',
      method:
        `\`ImUserService.register\` of each app in turn, ${IN_FLIGHT} in flight, in a fresh process for each number of ` +
        `apps; ${pace.rounds} rounds, the order reversed every other one. Each app has its own connections.`,
      figures: [
        {
          what: `${MANY.toLocaleString('en')} apps ÷ 1 app, CPU per call`,
          unit: '×',
          value: spread(ratios(many, one, ({ cpuMicrosPerCall }) => cpuMicrosPerCall)),
          goal: { atMost: 1.1 },
        },
      ],
      measurements: [...measured].map(([apps, rounds]) => ({
        subject: apps === ONE ? '1 app' : `${apps.toLocaleString('en')} apps`,
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
  apps: number,
  { warmUpMs, measureMs }: Pace,
): Promise<CallMeasurement> {
  const origin = sink.origin('http');
  const job: AppsJob = { apps, origin, inFlight: IN_FLIGHT, warmUpMs, measureMs };
  return ask(fork(new URL('apps.process.js', import.meta.url)), job);
}
