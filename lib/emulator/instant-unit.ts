/** Seconds stay below this until the year 5138, milliseconds have been above it since 1973. */
const SMALLEST_MILLISECONDS = 100_000_000_000;
/** In seconds, September 2001: no time that this service knows of lies before it. */
const SMALLEST_SECONDS = 1_000_000_000;

/** How a time in Unix seconds is told of where milliseconds are documented. */
export const SECONDS_FORM = 'seconds instead of milliseconds';

/** Whether a time is too small for one in Unix milliseconds since this service exists. */
export function isBelowMilliseconds(time: number): boolean {
  return time < SMALLEST_MILLISECONDS;
}

/** Whether a time that should be in Unix milliseconds can only be meant in seconds. */
export function isInSeconds(time: number): boolean {
  return time >= SMALLEST_SECONDS && time < SMALLEST_MILLISECONDS;
}
