/**
 * Keeps calls within the documented quotas. The default lives in the process; implement this
 * interface over a shared store to keep several processes within one quota.
 */
export interface ImRateLimiter {
  /**
   * Takes `cost` units out of a bucket and says how long the call must wait before it is sent, in
   * milliseconds. When the wait would be longer than `maxWaitMs`, nothing is taken.
   */
  take(request: ImRateLimitRequest): number | Promise<number>;
  /**
   * The service itself refused: nothing more from this bucket for `pauseMs` milliseconds. What was
   * taken before may still be sent.
   */
  pause(app: string, bucket: string, pauseMs: number): void | Promise<void>;
}

/** What a call asks of the limiter. */
export interface ImRateLimitRequest {
  /** App Key: quotas belong to the app. */
  readonly app: string;
  /** Operations with one quota share a bucket. */
  readonly bucket: string;
  /** Units that the call counts for. */
  readonly cost: number;
  /** The documented quota. */
  readonly limit: number;
  readonly perSeconds: number;
  /** Longest useful wait, in milliseconds. */
  readonly maxWaitMs: number;
}
