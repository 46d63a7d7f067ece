import { ImAppRegistry, ImUserService } from 'nestjs-rongcloud-im';
import { appOptions, createApplication, KEPT_FOR_EVER } from '../client/call-module.js';
import { user } from '../client/request.js';
import { prepare } from '../client/variants/undici.js';
import { answerOnce } from '../measure/answer-once.js';
import type { Call } from '../measure/call-for.js';
import { measureCalls } from '../measure/measure-calls.js';
import type { Pace } from '../measure/pace.js';

/** What one process measures: calls of as many apps, in turn. */
export interface AppsJob extends Pick<Pace, 'warmUpMs' | 'measureMs'> {
  readonly variant: keyof typeof VARIANTS;
  readonly apps: number;
  readonly origin: string;
  readonly inFlight: number;
}

/** How each of so many apps is called. */
const VARIANTS = { module: callsOfModule, undici: callsOfUndici };

answerOnce(async ({ variant, apps, origin, inFlight, ...pace }: AppsJob) => {
  const calls = await VARIANTS[variant](origin, apps);
  return measureCalls(async (index) => calls[index % apps]?.(index), inFlight, pace);
});

/**
 * Connections are kept: those of apps that take turns would all be replaced in the same second, which
 * the measured time would hold or miss.
 */
async function callsOfModule(origin: string, apps: number): Promise<Call[]> {
  const application = await createApplication(origin, KEPT_FOR_EVER);
  const registry = application.get(ImAppRegistry);
  while (registry.list().length < apps) {
    const name = `app-${registry.list().length}`;
    registry.create(name, { ...appOptions(origin), appKey: name, keepAlive: KEPT_FOR_EVER });
  }
  return registry.list().map((app) => {
    const users = app.get(ImUserService);
    return (index) => users.register(user(index));
  });
}

function callsOfUndici(origin: string, apps: number): Call[] {
  return Array.from({ length: apps }, () => prepare(origin));
}
