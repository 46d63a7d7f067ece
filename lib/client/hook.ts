import type { LoggerService } from '@nestjs/common';

const reported = new WeakSet();

/** Tells a hook what happened; a hook that throws or rejects is logged once and harms nothing. */
export function callHook<Event>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
  logger: LoggerService,
): void {
  if (!hook) return;
  const report = (error: unknown): void => {
    if (reported.has(hook)) return;
    reported.add(hook);
    const name = error instanceof Error ? error.name : typeof error;
    logger.error(`A hook failed (${name}); it is called on, and this is not logged again.`);
  };
  try {
    const result = hook(event);
    // An async function may stand where one that returns nothing is asked for.
    if (result instanceof Promise) result.catch(report);
  } catch (error) {
    report(error);
  }
}
