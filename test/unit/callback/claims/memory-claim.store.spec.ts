import { describe, expect, it, jest } from '@jest/globals';
import { MemoryClaimStore } from '../../../../lib/callback/claims/memory-claim.store.js';
import { describeClaimStore } from './claim-store.contract.js';

describe('MemoryClaimStore', () => {
  function create(maxEntries?: number) {
    const time = { now: 1_000 };
    const onEviction = jest.fn<() => void>();
    const store = new MemoryClaimStore({ maxEntries, clock: () => time.now, onEviction });
    return { store, time, onEviction };
  }

  describeClaimStore(() => {
    const { store, time } = create();
    return {
      store,
      elsewhere: store,
      pass: (ms) => {
        time.now += ms;
      },
    };
  });

  it('binds a signature to the first body until it expires', () => {
    const { store, time } = create();
    expect(store.bind('s', 'body', 100)).toBe(true);
    expect(store.bind('s', 'body', 100)).toBe(true);
    expect(store.bind('s', 'other', 100)).toBe(false);
    time.now += 99;
    expect(store.bind('s', 'other', 100)).toBe(false);
    time.now += 1;
    expect(store.bind('s', 'other', 100)).toBe(true);
  });

  it('claims a callback once, remembers its answer, and forgets it in time', () => {
    const { store, time } = create();
    expect(store.claim('c', 100)).toEqual({ state: 'claimed' });
    expect(store.claim('c', 100)).toEqual({ state: 'running' });
    store.settle('c', 'reply', 100);
    expect(store.claim('c', 100)).toEqual({ state: 'done', reply: 'reply' });
    time.now += 100;
    expect(store.claim('c', 100)).toEqual({ state: 'claimed' });
  });

  it('drops the oldest over its bound and counts what it dropped too early', () => {
    const { store } = create(6);
    for (const key of ['1', '2', '3', '4', '5']) store.bind(key, 'body', 1_000);
    expect(store.size).toBe(3);
    expect(store.evictions).toBe(2);
    expect(store.bind('5', 'other', 1_000)).toBe(false);
    expect(store.bind('1', 'other', 1_000)).toBe(true);
  });

  it('tells of its first eviction, and only of that', () => {
    const { store, onEviction } = create(4);
    for (const key of ['1', '2']) store.bind(key, 'body', 1_000);
    expect(onEviction).not.toHaveBeenCalled();
    for (const key of ['3', '4']) store.bind(key, 'body', 1_000);
    for (const key of ['1', '2', '3']) store.claim(key, 1_000);
    expect(store.evictions).toBe(3);
    expect(onEviction).toHaveBeenCalledTimes(1);
  });

  it('drops what was renewed after what is older', () => {
    const { store, time } = create(4);
    store.bind('renewed', 'body', 10);
    store.bind('older', 'body', 1_000);
    time.now += 10;
    expect(store.bind('renewed', 'other', 1_000)).toBe(true);
    store.bind('new', 'body', 1_000);
    expect(store.bind('renewed', 'body', 1_000)).toBe(false);
  });

  it('drops what has expired without counting it, so that its size follows the load', () => {
    const { store, time } = create();
    for (let key = 0; key < 100; key++) store.claim(String(key), 10);
    expect(store.size).toBe(100);
    time.now += 10;
    for (let key = 100; key < 160; key++) store.claim(String(key), 10);
    expect(store.size).toBe(60);
    expect(store.evictions).toBe(0);
  });

  it('wakes who waits for a claim that was dropped', async () => {
    const { store } = create(2);
    store.claim('c', 100);
    const reply = store.wait('c', 60_000);
    store.claim('other', 100);
    expect(store.evictions).toBe(1);
    store.settle('c', 'reply', 100);
    expect(await reply).toBe('reply');
  });
});
