import type { LoggerService } from '@nestjs/common';

const reported = new WeakSet();

/** Tells a hook what happened; a hook that throws is logged once and harms nothing. */
export function callHook<Event>(
  hook: ((event: Event) => void) | undefined,
  event: Event,
  logger: LoggerService,
): void {
  if (!hook) return;
  try {
    hook(event);
  } catch (error) {
    if (reported.has(hook)) return;
    reported.add(hook);
    const name = error instanceof Error ? error.name : typeof error;
    logger.error(`A hook threw (${name}); it is called on, and this is not logged again.`);
  }
}
