import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { EntryRing } from '../../../../lib/callback/claims/entry.ring.js';
import { ExpiringMap } from '../../../../lib/callback/claims/expiring.map.js';

const NO_BOUND = Number.MAX_SAFE_INTEGER;

function create(maxEntries = NO_BOUND) {
  const time = { now: 0 };
  const told = { evictions: 0 };
  const map = new ExpiringMap<number>(
    maxEntries,
    () => time.now,
    () => told.evictions++,
  );
  return { map, time, told };
}

/** What the map does, said in the simplest way. */
class Model {
  readonly entries = new Map<string, { value: number; expiresAt: number }>();

  live(key: string, now: number): number | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.expiresAt > now ? entry.value : undefined;
  }

  put(key: string, value: number, expiresAt: number): void {
    this.entries.set(key, { value, expiresAt });
  }
}

const keys = fc.oneof(
  fc.constantFrom('a', 'b', 'c', ''),
  fc.stringMatching(/^[\w-]{1,48}$/),
  // So many that the map has to grow, and to shrink again.
  fc.nat({ max: 5_000 }).map((key) => `key-${key}`),
);
const commands = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('getOrAdd' as const), key: keys }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('set' as const), key: keys }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('get' as const), key: keys }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), key: keys }) },
  fc.record({ does: fc.constant('pass' as const), key: fc.constant('') }),
);

describe('ExpiringMap', () => {
  it('holds what a map would hold, each entry until it expires', () => {
    fc.assert(
      fc.property(
        fc.array(commands, { maxLength: 6_000, size: 'max' }),
        fc.integer({ min: 1, max: 400 }),
        (list, ttlMs) => {
          const { map, time } = create();
          const model = new Model();
          const found: (number | undefined)[] = [];
          const wanted: (number | undefined)[] = [];
          list.forEach(({ does, key }, value) => {
            const known = model.live(key, time.now);
            if (does === 'pass') {
              time.now += 50;
            } else if (does === 'get') {
              found.push(map.get(key));
              wanted.push(known);
            } else if (does === 'delete') {
              map.delete(key);
              model.entries.delete(key);
            } else if (does === 'set') {
              map.set(key, value, ttlMs);
              model.put(key, value, time.now + ttlMs);
            } else {
              found.push(map.getOrAdd(key, value, ttlMs));
              wanted.push(known);
              if (known === undefined) model.put(key, value, time.now + ttlMs);
            }
          });
          for (const key of model.entries.keys()) {
            found.push(map.get(key));
            wanted.push(model.live(key, time.now));
          }
          expect(found).toEqual(wanted);
        },
      ),
      { numRuns: 30, seed: 20_261_125 },
    );
  });

  it('holds as many as it may, the newest ones, however many come', () => {
    const { map, told } = create(3_000);
    for (let key = 0; key < 10_000; key++) map.getOrAdd(`key-${key}`, key, 1_000);
    expect(map.size).toBe(3_000);
    expect(map.evictions).toBe(7_000);
    expect(told.evictions).toBe(1);
    const kept = Array.from({ length: 10_000 }, (_, key) => map.get(`key-${key}`));
    expect(kept.findIndex((value) => value !== undefined)).toBe(7_000);
    expect(kept.slice(7_000)).toEqual(Array.from({ length: 3_000 }, (_, key) => 7_000 + key));
  });

  it.each([
    ['at once, which frees their places', 0, 2_000],
    ['later, when their places are between others', 50, 400],
  ])('is bounded also when nine of ten are deleted %s', (_, behind, most) => {
    const { map } = create(2_000);
    for (let key = 0; key < 50_000; key++) {
      map.getOrAdd(`key-${key}`, key, 1_000);
      if ((key - behind) % 10 !== 0) map.delete(`key-${key - behind}`);
    }
    expect(map.size).toBeGreaterThanOrEqual(most - 1);
    expect(map.size).toBeLessThanOrEqual(most + behind);
    const kept = Array.from({ length: 5_000 }, (_, index) => index * 10).filter(
      (key) => map.get(`key-${key}`) === key,
    );
    expect(kept.at(-1)).toBe(49_990);
    expect(map.size - kept.length).toBeLessThanOrEqual(behind);
  });

  it('takes no more room and time while one entry stays and all others are deleted', () => {
    const rings = jest.spyOn(EntryRing.prototype, 'find');
    const { map } = create();
    map.getOrAdd('stays', -1, 1_000);
    const searchedRings = (): number => {
      rings.mockClear();
      map.get('unknown');
      return rings.mock.calls.length;
    };
    const searched: number[] = [];
    for (let key = 0; key < 20_000; key++) {
      map.getOrAdd(`key-${key}`, key, 1_000);
      map.delete(`key-${key - 2}`);
      if (key % 1_000 === 0) searched.push(searchedRings());
    }
    rings.mockRestore();
    expect(map.get('stays')).toBe(-1);
    expect(Math.max(...searched)).toBeLessThanOrEqual(3);
  });

  it('never holds more than it may, also where the oldest were deleted', () => {
    const { map } = create(1_000);
    for (let key = 0; key < 1_000; key++) map.getOrAdd(`key-${key}`, key, 1_000);
    for (let key = 0; key < 500; key++) map.delete(`key-${key}`);
    for (let key = 1_000; key < 3_000; key++) {
      map.getOrAdd(`key-${key}`, key, 1_000);
      expect(map.size).toBeLessThanOrEqual(1_000);
    }
    expect(map.evictions).toBe(1_500);
  });

  it('holds what it should also when its first eviction makes somebody use it', () => {
    const map = new ExpiringMap<number>(
      2,
      () => 0,
      () => {
        map.delete('other');
      },
    );
    for (let key = 0; key < 200; key++) map.getOrAdd(`key-${key}`, key, 1);
    expect(map.get('key-199')).toBe(199);
    expect(map.get('other')).toBeUndefined();
    expect(map.size).toBe(2);
  });

  it('follows the load down after a burst', () => {
    const { map, time } = create();
    for (let key = 0; key < 20_000; key++) map.getOrAdd(`burst-${key}`, key, 1_000);
    time.now += 1_000;
    for (let key = 0; key < 12_000; key++) map.getOrAdd(`calm-${key}`, key, 1_000);
    expect(map.size).toBe(12_000);
    expect(map.evictions).toBe(0);
    expect(map.get('calm-0')).toBe(0);
    expect(map.get('burst-19999')).toBeUndefined();
  });

  it.each(['x'.repeat(49), 'ключ', 'é'])('refuses the key %s, and goes on', (key) => {
    const { map } = create();
    expect(() => map.get(key)).toThrow(RangeError);
    expect(() => map.getOrAdd(key, 1, 1)).toThrow(RangeError);
    expect(map.size).toBe(0);
    expect(map.getOrAdd('', 1, 1)).toBeUndefined();
    expect(map.get('')).toBe(1);
    expect(map.get('x')).toBeUndefined();
  });
});
