import { answerOnce } from '../measure/answer-once.js';
import { measureCalls } from '../measure/measure-calls.js';
import type { Pace } from '../measure/pace.js';
import { VARIANTS, type VariantName } from './variants.js';

/** What one process measures. */
export interface ClientJob extends Pick<Pace, 'warmUpMs' | 'measureMs'> {
  readonly variant: VariantName;
  readonly origin: string;
  readonly inFlight: number;
}

answerOnce(async (job: ClientJob) => {
  const { prepare } = await VARIANTS[job.variant]();
  return measureCalls(await prepare(job.origin), job.inFlight, job);
});
