import { ImClient, messageOperations, textMessage } from 'nestjs-rongcloud-im';
import { createApplication } from '../client/call-module.js';
import { answerOnce } from '../measure/answer-once.js';
import { MEGABYTE, usedHeap } from './heap.js';

/** Sends one message to many users and tells what that takes at most. */
export interface TargetsJob {
  readonly origin: string;
  readonly warmUpTargets: number;
  readonly targets: number;
}

function* userIds(count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) yield `user-${index}`;
}

answerOnce(async ({ origin, warmUpTargets, targets }: TargetsJob) => {
  const application = await createApplication(origin);
  const client = application.get(ImClient);
  const peakOf = async (count: number): Promise<number> => {
    const before = usedHeap();
    let peak = 0;
    const input = {
      fromUserId: 'user',
      toUserId: userIds(count),
      ...textMessage({ content: 'Hi' }),
    };
    for await (const part of client.inParts(messageOperations.sendPrivate, input)) {
      if ('error' in part) throw part.error;
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }
    return (peak - before) / MEGABYTE;
  };
  await peakOf(warmUpTargets);
  return peakOf(targets);
});
