import { beforeEach, expect, it } from '@jest/globals';
import type { ImClaimStore } from '../../../../lib/callback/claims/claim.store.js';
import { eventually } from '../../../support/eventually.js';

/** Claim stores with nothing in them. */
export interface ClaimStores {
  readonly store: ImClaimStore;
  /** The same memory, as another process sees it. */
  readonly elsewhere: ImClaimStore;
  /** Moves the clock on, where there is one to move. */
  readonly pass: (ms: number) => void;
}

/** What every `ImClaimStore` does. */
export function describeClaimStore(create: () => ClaimStores): void {
  let store: ImClaimStore;
  let elsewhere: ImClaimStore;
  let pass: (ms: number) => void;

  beforeEach(() => {
    ({ store, elsewhere, pass } = create());
  });

  it('binds a signature to the first body that it came with', async () => {
    expect(await store.bind('s', 'body', 60_000)).toBe(true);
    expect(await elsewhere.bind('s', 'body', 60_000)).toBe(true);
    expect(await elsewhere.bind('s', 'other', 60_000)).toBe(false);
    expect(await store.bind('t', 'other', 60_000)).toBe(true);
  });

  it('gives a callback to one of all who claim it at the same time', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        return (index % 2 === 0 ? store : elsewhere).claim('c', 60_000);
      }),
    );
    expect(claims.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    expect(claims.filter(({ state }) => state === 'running')).toHaveLength(19);
  });

  it.each(['', '{"result":1}', 'réponse', 'running'])('remembers the answer %j', async (reply) => {
    await store.claim('c', 60_000);
    await store.settle('c', reply, 60_000);
    expect(await elsewhere.claim('c', 60_000)).toEqual({ state: 'done', reply });
    expect(await elsewhere.wait('c', 60_000)).toBe(reply);
  });

  it('gives a released callback to the next one', async () => {
    await store.claim('c', 60_000);
    await store.release('c');
    expect(await elsewhere.claim('c', 60_000)).toEqual({ state: 'claimed' });
  });

  it('keeps signatures and callbacks of the same key apart', async () => {
    expect(await store.bind('k', 'body', 60_000)).toBe(true);
    expect(await store.claim('k', 60_000)).toEqual({ state: 'claimed' });
  });

  it('wakes all who wait, with the answer or without one', async () => {
    await store.claim('c', 60_000);
    const waiting = [store.wait('c', 60_000), elsewhere.wait('c', 60_000)];
    await store.settle('c', 'reply', 60_000);
    expect(await Promise.all(waiting)).toEqual(['reply', 'reply']);
    await store.claim('d', 60_000);
    const vain = elsewhere.wait('d', 60_000);
    await store.release('d');
    expect(await vain).toBeUndefined();
  });

  it('does not wait for what is settled, unknown, or too slow', async () => {
    await store.claim('c', 60_000);
    await store.settle('c', 'reply', 60_000);
    expect(await elsewhere.wait('c', 60_000)).toBe('reply');
    expect(await elsewhere.wait('unknown', 60_000)).toBeUndefined();
    // A store's timer does not keep a process alive; this one does while the test waits.
    const alive = setInterval(() => undefined, 1_000);
    await store.claim('slow', 60_000);
    expect(await elsewhere.wait('slow', 1)).toBeUndefined();
    clearInterval(alive);
  });

  it('forgets signatures, running claims and answers in time', async () => {
    await store.bind('s', 'body', 30);
    await store.claim('running', 30);
    await store.claim('done', 60_000);
    await store.settle('done', 'reply', 30);
    pass(30);
    await eventually(() => elsewhere.bind('s', 'other', 60_000));
    await eventually(async () => (await elsewhere.claim('running', 60_000)).state === 'claimed');
    await eventually(async () => (await elsewhere.claim('done', 60_000)).state === 'claimed');
  });
}
