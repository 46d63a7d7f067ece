import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LocalRateLimiter } from '../../../lib/client/local-rate-limiter.js';

interface Sent {
  readonly at: number;
  readonly cost: number;
}

const quotas = fc.record({
  limit: fc.constantFrom(20, 100, 6000),
  perSeconds: fc.constantFrom(1, 60),
});
const arrivals = fc.array(
  fc.record({
    gapMs: fc.integer({ min: 0, max: 900 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 300 },
);

/** The most that any window of `windowMs` holds; the worst window begins with a call. */
function fullestWindow(sent: readonly Sent[], windowMs: number): number {
  return Math.max(
    ...sent.map(({ at }) =>
      sent
        .filter((other) => other.at >= at && other.at < at + windowMs)
        .reduce((sum, { cost }) => sum + cost, 0),
    ),
  );
}

function limiterAt(start = 0) {
  const clock = { now: start };
  const limiter = new LocalRateLimiter({ clock: () => clock.now });
  const take = (
    cost: number,
    quota: { limit: number; perSeconds: number },
    maxWaitMs = Number.POSITIVE_INFINITY,
  ) => limiter.take({ app: 'key', bucket: 'b', cost, maxWaitMs, ...quota });
  return { clock, limiter, take };
}

describe('LocalRateLimiter', () => {
  it('never lets more than the documented amount through any sliding window', () => {
    fc.assert(
      fc.property(
        quotas,
        arrivals,
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (quota, calls, start) => {
          const { clock, take } = limiterAt(start);
          const sent = calls.map(({ gapMs, share }) => {
            clock.now += gapMs;
            const cost = Math.max(1, Math.round(quota.limit * share * share));
            return { at: clock.now + take(cost, quota), cost };
          });
          expect(fullestWindow(sent, quota.perSeconds * 1000)).toBeLessThanOrEqual(quota.limit);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lets 95 % of the quota through when asked for more, in the order of the calls', () => {
    const { clock, take } = limiterAt();
    const quota = { limit: 100, perSeconds: 1 };
    const times = Array.from({ length: 1000 }, () => clock.now + take(1, quota));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.filter((at) => at < 9450)).toHaveLength(900);
  });

  it('lets full calls through at the same rate', () => {
    const { take } = limiterAt();
    const quota = { limit: 6000, perSeconds: 60 };
    const waits = Array.from({ length: 12 }, () => take(1000, quota));
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 63_000, 63_000, 63_000, 63_000, 63_000, 63_000]);
  });

  it('books nothing when the wait is too long', () => {
    const { take } = limiterAt();
    const quota = { limit: 10, perSeconds: 1 };
    expect(take(10, quota)).toBe(0);
    expect(take(10, quota, 1000)).toBe(1050);
    expect(take(1, quota, 2000)).toBe(1050);
  });

  it('rests after the service has refused', () => {
    const { clock, limiter, take } = limiterAt(500);
    const quota = { limit: 10, perSeconds: 1 };
    take(1, quota);
    limiter.pause('key', 'b', 700);
    expect(take(1, quota)).toBe(700);
    clock.now = 1200;
    expect(take(1, quota)).toBe(0);
  });

  it('keeps each of two windows that are asked for one bucket', () => {
    const { clock, take } = limiterAt();
    take(1, { limit: 100, perSeconds: 1 });
    let granted = 0;
    for (; clock.now < 60_000; clock.now += 10) {
      if (take(100, { limit: 6000, perSeconds: 60 }, 0) === 0) granted += 100;
    }
    expect(granted).toBe(6000);
  });

  it('keeps apps and buckets apart', () => {
    const limiter = new LocalRateLimiter({ clock: () => 0 });
    const ask = (app: string, bucket: string) =>
      limiter.take({ app, bucket, cost: 1, limit: 1, perSeconds: 1, maxWaitMs: 0 });
    expect([ask('k1', 'a'), ask('k1', 'b'), ask('k2', 'a')]).toEqual([0, 0, 0]);
    expect(ask('k1', 'a')).toBeGreaterThan(0);
  });

  it('keeps a quota that was raised for one bucket, and the documented ones for all others', () => {
    const limiter = new LocalRateLimiter({ limits: { '/raised.json': 1_000 }, clock: () => 0 });
    const granted = (bucket: string) => {
      let count = 0;
      const request = { app: 'k1', bucket, cost: 1, limit: 100, perSeconds: 1, maxWaitMs: 0 };
      while (limiter.take(request) === 0) count += 1;
      return count;
    };
    expect([granted('/raised.json'), granted('/other.json')]).toEqual([1_000, 100]);
  });

  it('refuses a limit that is no whole number above 0, and names its bucket', () => {
    expect(() => new LocalRateLimiter({ limits: { '/user/info.json': 0 } })).toThrow(
      "`limits['/user/info.json']` must be a whole number from 1",
    );
  });
});
