import type { ImSettings } from '../im.settings.js';
import type { PreparedCall } from './prepared-call.js';

/**
 * The quotas of an app, kept by its limiter. A limiter that fails is passed over: the service keeps
 * the quotas itself, and a call that could succeed is not lost.
 */
export class Quota {
  readonly #settings: ImSettings;

  constructor(settings: ImSettings) {
    this.#settings = settings;
  }

  /** How long a call must wait, in milliseconds; when that is above `maxWaitMs`, nothing is taken. */
  take(call: PreparedCall, maxWaitMs: number): number | Promise<number> {
    const { limiter, appKey } = this.#settings;
    if (!limiter) return 0;
    const { limit, perSeconds } = call.rateLimit;
    const passOver = (error: unknown): number => {
      this.#warn(error);
      return 0;
    };
    try {
      const { cost, bucket } = call;
      const delayMs = limiter.take({ app: appKey, bucket, cost, limit, perSeconds, maxWaitMs });
      return typeof delayMs === 'number' ? delayMs : delayMs.catch(passOver);
    } catch (error) {
      return passOver(error);
    }
  }

  /** The service itself refused: nothing more for `pauseMs` milliseconds. */
  async pause(call: PreparedCall, pauseMs: number): Promise<void> {
    const { limiter, appKey } = this.#settings;
    try {
      await limiter?.pause(appKey, call.bucket, pauseMs);
    } catch (error) {
      this.#warn(error);
    }
  }

  #warn(error: unknown): void {
    const reason = error instanceof Error ? error.message : typeof error;
    this.#settings.logger.warn(`The rate limiter failed and is passed over: ${reason}`);
  }
}
