import type { ImCallbackReply, ImClaim, ImClaimStore } from './claim.store.js';
import { ExpiringMap } from './expiring.map.js';

/** Settings of a `MemoryClaimStore`. */
export interface MemoryClaimStoreOptions {
  /** Signatures and callbacks remembered at most, together. Default 1000000. */
  readonly maxEntries?: number | undefined;
  /** Says what time it is, in milliseconds. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

type Waiter = (reply: ImCallbackReply | undefined) => void;

const CLAIMED: ImClaim = { state: 'claimed' };
const RUNNING: ImClaim = { state: 'running' };

/**
 * Remembers callbacks in this process; the default. Several processes behind one address need a
 * store that they share, or a callback that is repeated to another process is handled twice.
 */
export class MemoryClaimStore implements ImClaimStore {
  readonly #signatures: ExpiringMap<string>;
  readonly #callbacks: ExpiringMap<ImClaim>;
  // Apart from the claims, so that an eviction leaves nobody waiting.
  readonly #waiters = new Map<string, Set<Waiter>>();

  constructor({ maxEntries = 1_000_000, clock = Date.now }: MemoryClaimStoreOptions = {}) {
    const each = Math.max(1, Math.floor(maxEntries / 2));
    this.#signatures = new ExpiringMap(each, clock);
    this.#callbacks = new ExpiringMap(each, clock);
  }

  /** Signatures and callbacks remembered now. */
  get size(): number {
    return this.#signatures.size + this.#callbacks.size;
  }

  /** How often something was forgotten too early because the store was full. */
  get evictions(): number {
    return this.#signatures.evictions + this.#callbacks.evictions;
  }

  bind(signatureKey: string, bodyHash: string, ttlMs: number): boolean {
    const bound = this.#signatures.get(signatureKey);
    if (bound !== undefined) return bound === bodyHash;
    this.#signatures.set(signatureKey, bodyHash, ttlMs);
    return true;
  }

  claim(callbackKey: string, ttlMs: number): ImClaim {
    const known = this.#callbacks.get(callbackKey);
    if (known !== undefined) return known;
    this.#callbacks.set(callbackKey, RUNNING, ttlMs);
    return CLAIMED;
  }

  settle(callbackKey: string, reply: ImCallbackReply, ttlMs: number): void {
    this.#callbacks.set(callbackKey, { state: 'done', reply }, ttlMs);
    this.#wake(callbackKey, reply);
  }

  release(callbackKey: string): void {
    this.#callbacks.delete(callbackKey);
    this.#wake(callbackKey, undefined);
  }

  wait(callbackKey: string, waitMs: number): Promise<ImCallbackReply | undefined> {
    const known = this.#callbacks.get(callbackKey);
    if (known?.state !== 'running') {
      return Promise.resolve(known?.state === 'done' ? known.reply : undefined);
    }
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(callbackKey) ?? new Set();
      this.#waiters.set(callbackKey, waiters);
      const waiter: Waiter = (reply) => {
        clearTimeout(timer);
        resolve(reply);
      };
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        if (waiters.size === 0) this.#waiters.delete(callbackKey);
        resolve(undefined);
      }, waitMs);
      timer.unref();
      waiters.add(waiter);
    });
  }

  #wake(callbackKey: string, reply: ImCallbackReply | undefined): void {
    const waiters = this.#waiters.get(callbackKey);
    if (waiters === undefined) return;
    this.#waiters.delete(callbackKey);
    for (const waiter of waiters) waiter(reply);
  }
}
