import { ImAppRegistry, ImUserService } from 'nestjs-rongcloud-im';
import { appOptions, createApplication } from '../client/call-module.js';
import { user } from '../client/request.js';
import { answerOnce } from '../measure/answer-once.js';
import { measureCalls } from '../measure/measure-calls.js';
import type { Pace } from '../measure/pace.js';

/** What one process measures: calls of as many apps, in turn. */
export interface AppsJob extends Pick<Pace, 'warmUpMs' | 'measureMs'> {
  readonly apps: number;
  readonly origin: string;
  readonly inFlight: number;
}

answerOnce(async ({ apps, origin, inFlight, ...pace }: AppsJob) => {
  const application = await createApplication(origin);
  const registry = application.get(ImAppRegistry);
  while (registry.list().length < apps) {
    const name = `app-${registry.list().length}`;
    registry.create(name, { ...appOptions(origin), appKey: name });
  }
  const services = registry.list().map((app) => app.get(ImUserService));
  return measureCalls(
    async (index) => services[index % apps]?.register(user(index)),
    inFlight,
    pace,
  );
});
