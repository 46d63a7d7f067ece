import { callModule } from '../client/call-module.js';
import { answerOnce } from '../measure/answer-once.js';
import { callTimes } from '../measure/call-for.js';
import { MEGABYTE, usedHeap } from './heap.js';

/** Makes calls and tells what they have left behind. */
export interface CallsJob {
  readonly origin: string;
  readonly warmUpCalls: number;
  readonly calls: number;
  readonly inFlight: number;
}

answerOnce(async ({ origin, warmUpCalls, calls, inFlight }: CallsJob) => {
  const call = await callModule(origin);
  await callTimes(warmUpCalls, call, inFlight);
  const before = usedHeap();
  await callTimes(calls, call, inFlight);
  return (usedHeap() - before) / MEGABYTE;
});
