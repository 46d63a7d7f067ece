import type { EncodedRequest } from './attempt.js';
import type { ImRateLimit } from './operation.js';

/** A call that is checked and encoded. */
export interface PreparedCall extends EncodedRequest {
  /** Name of the operation. */
  readonly operation: string;
  readonly idempotent: boolean;
  /** It carries a `msgRandom`, by which the service drops its repetitions for a minute. */
  readonly deduplicated: boolean;
  readonly rateLimit: ImRateLimit;
  /** Name of the quota that the call takes from. */
  readonly bucket: string;
  /** What must be switched on in the console, where that is known. */
  readonly consoleSwitch: string | undefined;
  /** What the call counts for in its quota. */
  readonly cost: number;
  /** The code of its successes, where it is another one than usual. */
  readonly successCode: number | undefined;
}
