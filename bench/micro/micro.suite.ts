import { fork } from 'node:child_process';
import { ask } from '../measure/ask.js';
import type { Pace } from '../measure/pace.js';
import { spread } from '../measure/statistics.js';
import type { Figure, Report } from '../report/report.js';
import type { MicroJob, MicroMeasurement } from './micro.process.js';
import { TASKS } from './tasks.js';

/** What the steps of a call cost without the network. */
export async function measureMicro(pace: Pace): Promise<Report> {
  const rounds: MicroMeasurement[] = [];
  for (let round = 0; round < pace.rounds; round += 1) rounds.push(await measureRound(pace));
  const measured = TASKS.map((task, index) => ({
    task,
    value: spread(rounds.map((round) => round[index] ?? Number.NaN)),
  }));
  return {
    name: 'micro',
    title: 'Steps of a call',
    method: `The median of many runs (tinybench) in a fresh process, ${pace.rounds} times.`,
    figures: measured.flatMap(({ task: { what, goal }, value }): Figure[] =>
      goal ? [{ what, unit: 'µs', value, goal }] : [],
    ),
    measurements: measured.map(({ task, value }) => ({
      subject: task.what,
      values: { µs: value },
    })),
  };
}

async function measureRound({ warmUpMs, measureMs }: Pace): Promise<MicroMeasurement> {
  const job: MicroJob = { warmUpMs: warmUpMs / 10, measureMs: measureMs / 4 };
  return ask(fork(new URL('micro.process.js', import.meta.url)), job);
}
