import { ImEventStreamError } from '../../errors/event-stream.error.js';

const LARGEST_PAGE = 1_000;

/** @throws ImEventStreamError for a limit that is not a whole number from 1 to 1000. */
export function deadLetterLimit(limit = 100): number {
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= LARGEST_PAGE) return limit;
  throw new ImEventStreamError(
    `\`limit\` must be a whole number from 1 to ${LARGEST_PAGE}, not ${limit}.`,
  );
}
