import { fork } from 'node:child_process';
import { ask } from '../measure/ask.js';
import type { Pace } from '../measure/pace.js';
import { Sink } from '../measure/sink.js';
import { spread } from '../measure/statistics.js';
import type { Figure, Report } from '../report/report.js';
import type { CallsJob } from './calls.process.js';
import type { TargetsJob } from './targets.process.js';

const CALLS = 1_000_000;
const TARGETS = 2_000_000;
const IN_FLIGHT = 64;

/** What stays in memory after many calls, and what a long list of targets takes. */
export async function measureMemory({ rounds, share }: Pace): Promise<Report> {
  const sink = await Sink.start();
  const origin = sink.origin('http');
  const calls = CALLS * share;
  const targets = TARGETS * share;
  try {
    const peaks: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const job: TargetsJob = { origin, warmUpTargets: targets / 20, targets };
      peaks.push(await askFresh('targets.process.js', job));
    }
    const job: CallsJob = { origin, warmUpCalls: calls / 20, calls, inFlight: IN_FLIGHT };
    const growth = await askFresh('calls.process.js', job);
    const figures: Figure[] = [
      {
        what: `${count(targets)} targets in parts of 1,000, lazily cut: peak heap over start`,
        unit: 'MB',
        value: spread(peaks),
        goal: { atMost: 25 },
      },
      {
        what: `${count(calls)} calls, ${IN_FLIGHT} in flight: heap at the end over start`,
        unit: 'MB',
        value: spread([growth]),
        goal: { atMost: 5 },
      },
    ];
    return {
      name: 'memory',
      title: 'Memory',
      method:
        'In fresh processes, after as many calls for a start as a twentieth of those measured. The start and the end are ' +
        'heaps after a garbage collection; the peak is the largest heap after any part, garbage included. The calls are ' +
        `made once, the targets are sent ${rounds} times.`,
      figures,
      measurements: figures.map(({ what, value }) => ({ subject: what, values: { MB: value } })),
    };
  } finally {
    await sink.stop();
  }
}

function askFresh(name: string, job: object): Promise<number> {
  return ask(fork(new URL(name, import.meta.url), { execArgv: ['--expose-gc'] }), job);
}

function count(number: number): string {
  return number.toLocaleString('en');
}
