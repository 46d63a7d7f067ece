import { positive } from '../whole-number.option.js';
import type { ImRateLimiter, ImRateLimitRequest } from './rate-limiter.js';

const SLOTS_PER_WINDOW = 20;

/** Settings of a `LocalRateLimiter`. */
export interface LocalRateLimiterOptions {
  /**
   * Quotas other than the documented ones, such as those the vendor has raised for an app, in units
   * of the documented window. By bucket, as `onWait` names it: the path of an operation
   * (`'/user/getToken.json'`), or the name of a quota that several share.
   */
  readonly limits?: Readonly<Record<string, number>> | undefined;
  /** Says what time it is, in milliseconds; must never go back. Default `performance.now`. */
  readonly clock?: (() => number) | undefined;
}

/**
 * Keeps the calls of one process within the documented quotas.
 *
 * A window is cut into 20 slots. A call fits into a slot when its cost and what stands in this slot
 * and the 20 before it stay within the limit. Every window, wherever it begins, lies within 21
 * slots, so none ever holds more than the limit; the steady rate is 20/21 (95 %) of it. Calls are
 * served in the order they came; a call that must wait is booked into the slot it waits for.
 *
 * @example Quotas that were raised in the console.
 * ```ts
 * rateLimit: new LocalRateLimiter({ limits: { '/user/getToken.json': 1_000 } }),
 * ```
 */
export class LocalRateLimiter implements ImRateLimiter {
  /** By app, then by name: one bucket for each window that is asked for. */
  readonly #buckets = new Map<string, Map<string, Bucket[]>>();
  readonly #limits: ReadonlyMap<string, number>;
  readonly #clock: () => number;

  /** @throws ImConfigError when a limit is no whole number above 0. */
  constructor({ limits = {}, clock = () => performance.now() }: LocalRateLimiterOptions = {}) {
    this.#limits = new Map(
      Object.entries(limits).map(([bucket, limit]) => [
        bucket,
        positive(`limits['${bucket}']`, limit, limit),
      ]),
    );
    this.#clock = clock;
  }

  take({ app, bucket, cost, limit, perSeconds, maxWaitMs }: ImRateLimitRequest): number {
    const booked = this.#bucket(app, bucket, perSeconds);
    return booked.take(this.#clock(), cost, limit, maxWaitMs);
  }

  pause(app: string, bucket: string, pauseMs: number): void {
    const until = this.#clock() + pauseMs;
    for (const booked of this.#buckets.get(app)?.get(bucket) ?? []) booked.pause(until);
  }

  #bucket(app: string, name: string, perSeconds: number): Bucket {
    const windows = this.#windows(app, name);
    let bucket = windows.find((window) => window.perSeconds === perSeconds);
    if (!bucket) {
      bucket = new Bucket(perSeconds, this.#limits.get(name));
      windows.push(bucket);
    }
    return bucket;
  }

  #windows(app: string, name: string): Bucket[] {
    const buckets = this.#buckets.get(app) ?? new Map<string, Bucket[]>();
    const windows = buckets.get(name) ?? [];
    if (windows.length === 0) this.#buckets.set(app, buckets.set(name, windows));
    return windows;
  }
}

class Bucket {
  /**
   * Numbers of the slots with bookings, the oldest first; older than a window are dropped. What was
   * booked stands in a list beside it: where each of many apps calls now and then, every call opens a
   * slot, and an object for it would outlive the call.
   */
  readonly #numbers: number[] = [];
  readonly #bookings: number[] = [];
  #used = 0;
  #pausedUntil = 0;

  readonly slotMs: number;

  /** @param raisedLimit Instead of the documented one. */
  constructor(
    readonly perSeconds: number,
    readonly raisedLimit: number | undefined,
  ) {
    this.slotMs = (perSeconds * 1000) / SLOTS_PER_WINDOW;
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** The wait until the call may go; a wait above `maxWaitMs` books nothing. */
  take(now: number, cost: number, documentedLimit: number, maxWaitMs: number): number {
    const limit = this.raisedLimit ?? documentedLimit;
    // A call above the limit could never go: it waits for an empty window, and the service decides.
    const weight = Math.min(cost, limit);
    const earliest = Math.floor(Math.max(now, this.#pausedUntil) / this.slotMs);
    let number = Math.max(earliest, this.#numbers.at(-1) ?? earliest);
    let freed = 0;
    let used = this.#used;
    for (; ; number = this.#slotThatFrees(freed)) {
      while (freed < this.#numbers.length && this.#isPast(freed, number)) {
        used -= this.#bookings[freed] ?? 0;
        freed += 1;
      }
      if (used + weight <= limit) break;
    }
    const waitMs = Math.max(0, number * this.slotMs - now, this.#pausedUntil - now);
    if (waitMs <= maxWaitMs) this.#book(number, weight, earliest);
    return waitMs;
  }

  /** The first slot in which the slot at `index` no longer counts. */
  #slotThatFrees(index: number): number {
    return (this.#numbers[index] ?? 0) + SLOTS_PER_WINDOW + 1;
  }

  #isPast(index: number, number: number): boolean {
    return this.#slotThatFrees(index) <= number;
  }

  #book(number: number, weight: number, earliest: number): void {
    while (this.#numbers.length > 0 && this.#isPast(0, earliest)) {
      this.#numbers.shift();
      this.#used -= this.#bookings.shift() ?? 0;
    }
    const last = this.#numbers.length - 1;
    if (this.#numbers[last] === number) {
      this.#bookings[last] = (this.#bookings[last] ?? 0) + weight;
    } else {
      this.#numbers.push(number);
      this.#bookings.push(weight);
    }
    this.#used += weight;
  }
}
