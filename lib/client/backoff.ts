import type { ImRetryOptions } from '../im.options.js';

/** How long to wait before the next attempt, in milliseconds: full jitter below a bound that doubles. */
export function backoffMs(
  { baseDelayMs, maxDelayMs }: Pick<ImRetryOptions, 'baseDelayMs' | 'maxDelayMs'>,
  attemptsMade: number,
): number {
  return Math.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attemptsMade - 1));
}
