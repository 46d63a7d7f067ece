import { Bench } from 'tinybench';
import { answerOnce } from '../measure/answer-once.js';
import { TASKS } from './tasks.js';

export interface MicroJob {
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** Microseconds of each task, in the order of the tasks. */
export type MicroMeasurement = readonly number[];

// A task that is shorter than the clock can tell is timed many times at once.
const REPETITIONS = 100;

async function measure({ warmUpMs, measureMs }: MicroJob): Promise<MicroMeasurement> {
  const bench = new Bench({ time: measureMs, warmupTime: warmUpMs, throws: true });
  for (const { what, run } of TASKS) {
    bench.add(what, () => {
      for (let count = 0; count < REPETITIONS; count += 1) run();
    });
  }
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`'${name}' did not complete.`);
    return (result.latency.p50 * 1_000) / REPETITIONS;
  });
}

answerOnce(measure);
