import { Logger } from '@nestjs/common';
import type { ImCallbackReply, ImClaim, ImClaimStore } from './claim.store.js';
import { ExpiringMap } from './expiring.map.js';

/** Settings of a `MemoryClaimStore`. */
export interface MemoryClaimStoreOptions {
  /** Signatures and callbacks remembered at most, together. Default 1000000. */
  readonly maxEntries?: number | undefined;
  /** Says what time it is, in milliseconds. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
  /**
   * Called once, when the store is full and forgets something too early for the first time. Default:
   * a warning of Nest's logger.
   */
  readonly onEviction?: (() => void) | undefined;
}

type Waiter = (reply: ImCallbackReply | undefined) => void;

const CLAIMED: ImClaim = { state: 'claimed' };
const RUNNING: ImClaim = { state: 'running' };
// Most answers are empty, and up to a million are kept.
const DONE_WITHOUT_REPLY: ImClaim = { state: 'done', reply: '' };

/**
 * Remembers callbacks in this process; the default. Several processes behind one address need a
 * store that they share, or a callback that is repeated to another process is handled twice.
 *
 * Its methods throw a RangeError when a signature or a key is longer than 48 characters or not ASCII.
 */
export class MemoryClaimStore implements ImClaimStore {
  readonly #signatures: ExpiringMap<string>;
  readonly #callbacks: ExpiringMap<ImClaim>;
  // Apart from the claims, so that an eviction leaves nobody waiting.
  readonly #waiters = new Map<string, Set<Waiter>>();

  constructor({
    maxEntries = 1_000_000,
    clock = Date.now,
    onEviction = warnOfEviction,
  }: MemoryClaimStoreOptions = {}) {
    const each = Math.max(1, Math.floor(maxEntries / 2));
    let isTold = false;
    const onFirstEviction = (): void => {
      if (isTold) return;
      isTold = true;
      onEviction();
    };
    this.#signatures = new ExpiringMap(each, clock, onFirstEviction);
    this.#callbacks = new ExpiringMap(each, clock, onFirstEviction);
  }

  /** Signatures and callbacks remembered now. */
  get size(): number {
    return this.#signatures.size + this.#callbacks.size;
  }

  /** How often something was forgotten too early because the store was full. */
  get evictions(): number {
    return this.#signatures.evictions + this.#callbacks.evictions;
  }

  bind(signature: string, callbackKey: string, ttlMs: number): boolean {
    const bound = this.#signatures.getOrAdd(signature, callbackKey, ttlMs);
    return bound === undefined || bound === callbackKey;
  }

  claim(callbackKey: string, ttlMs: number): ImClaim {
    return this.#callbacks.getOrAdd(callbackKey, RUNNING, ttlMs) ?? CLAIMED;
  }

  settle(callbackKey: string, reply: ImCallbackReply, ttlMs: number): void {
    const done: ImClaim = reply === '' ? DONE_WITHOUT_REPLY : { state: 'done', reply };
    this.#callbacks.set(callbackKey, done, ttlMs);
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

function warnOfEviction(): void {
  new Logger('RongCloudIm').warn(
    'The memory claim store is full and forgets callbacks too early, so that a repetition may be ' +
      'handled again. Give `callbacks.claims` a MemoryClaimStore with more `maxEntries`.',
  );
}
