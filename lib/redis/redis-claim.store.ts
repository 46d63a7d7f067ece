import { hash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImCallbackReply, ImClaim, ImClaimStore } from '../callback/claims/claim.store.js';
import { RELEASE, RENEW, SETTLE, SET_ONCE } from './claim.scripts.js';
import { type ImRedis, requireConnection } from './redis.connection.js';
import { positive } from '../whole-number.option.js';
import type { RedisScript } from './redis.script.js';

/** Settings of a `RedisClaimStore`. */
export interface RedisClaimStoreOptions {
  /** A connection made with ioredis, to Redis 6.2 or newer. The store does not close it. */
  readonly redis: ImRedis;
  /** What the names of all keys begin with. Default `im`. */
  readonly prefix?: string | undefined;
  /**
   * How long a running callback stays claimed after its process has died, in milliseconds. A
   * process that lives renews its claims. Default 10000.
   */
  readonly leaseMs?: number | undefined;
}

interface HeldClaim {
  readonly claim: string;
  /** By `performance.now()`. */
  readonly givenUpAt: number;
}

const RUNNING = 'r';
const DONE = 'd';

/** How long one who waits leaves Redis alone between two looks, in milliseconds. */
const FIRST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 400;

/**
 * Remembers callbacks in Redis, for several processes behind one address. Each command touches one
 * key, so that a Redis cluster serves as well; every key expires by itself.
 *
 * All methods reject at once while the connection is down; `callbacks.claims` passes the store over
 * then.
 */
export class RedisClaimStore implements ImClaimStore {
  readonly #redis: ImRedis;
  readonly #prefix: string;
  readonly #leaseMs: number;
  readonly #owner = randomUUID();
  // The claims of this process that are not settled yet.
  readonly #held = new Map<string, HeldClaim>();
  #claims = 0;
  #renewal: NodeJS.Timeout | undefined;

  constructor({ redis, prefix = 'im', leaseMs }: RedisClaimStoreOptions) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#leaseMs = positive('leaseMs', leaseMs, 10_000);
  }

  async bind(signature: string, callbackKey: string, ttlMs: number): Promise<boolean> {
    const key = this.#keyOf('signature', signature);
    return (await this.#run(SET_ONCE, key, callbackKey, lifeOf(ttlMs))) === callbackKey;
  }

  async claim(callbackKey: string, ttlMs: number): Promise<ImClaim> {
    const key = this.#keyOf('claim', callbackKey);
    const claim = `${RUNNING}${this.#owner}:${++this.#claims}`;
    const life = Math.min(this.#leaseMs, lifeOf(ttlMs));
    const standing = String(await this.#run(SET_ONCE, key, claim, life));
    if (standing === claim) {
      this.#hold(key, { claim, givenUpAt: performance.now() + ttlMs });
      return { state: 'claimed' };
    }
    const reply = replyOf(standing);
    return reply === undefined ? { state: 'running' } : { state: 'done', reply };
  }

  async settle(callbackKey: string, reply: ImCallbackReply, ttlMs: number): Promise<void> {
    const key = this.#keyOf('claim', callbackKey);
    await this.#run(SETTLE, key, this.#giveUp(key), `${DONE}${reply}`, lifeOf(ttlMs));
  }

  async release(callbackKey: string): Promise<void> {
    const key = this.#keyOf('claim', callbackKey);
    await this.#run(RELEASE, key, this.#giveUp(key));
  }

  async wait(callbackKey: string, waitMs: number): Promise<ImCallbackReply | undefined> {
    const key = this.#keyOf('claim', callbackKey);
    const until = performance.now() + waitMs;
    for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(2 * lookMs, LONGEST_LOOK_MS)) {
      requireConnection(this.#redis);
      const standing = await this.#redis.get(key);
      if (standing === null) return undefined;
      const reply = replyOf(standing);
      const leftMs = until - performance.now();
      if (reply !== undefined || leftMs <= 0) return reply;
      await sleep(Math.min(lookMs, leftMs), undefined, { ref: false });
    }
  }

  /** Keys hold digests only: a signature must not be readable in Redis. */
  #keyOf(kind: 'signature' | 'claim', name: string): string {
    return `${this.#prefix}:${kind}:${hash('sha256', name, 'base64url')}`;
  }

  async #run(
    script: RedisScript,
    key: string,
    ...parameters: (string | number)[]
  ): Promise<unknown> {
    requireConnection(this.#redis);
    return script.run(this.#redis, [key], parameters);
  }

  #hold(key: string, held: HeldClaim): void {
    this.#held.set(key, held);
    this.#renewal ??= setInterval(() => {
      this.#renew();
    }, this.#leaseMs / 3).unref();
  }

  /** The claim as it was held; it is not renewed any more. Empty when it was not. */
  #giveUp(key: string): string {
    const claim = this.#held.get(key)?.claim ?? '';
    this.#held.delete(key);
    if (this.#held.size === 0) {
      clearInterval(this.#renewal);
      this.#renewal = undefined;
    }
    return claim;
  }

  #renew(): void {
    const now = performance.now();
    for (const [key, { claim, givenUpAt }] of this.#held) {
      const life = Math.min(this.#leaseMs, Math.ceil(givenUpAt - now));
      if (life <= 0) this.#giveUp(key);
      // What fails is tried again at the next turn; a lease is three turns long.
      else this.#run(RENEW, key, claim, life).catch(() => undefined);
    }
  }
}

/** The reply of a settled claim. */
function replyOf(claim: string): ImCallbackReply | undefined {
  return claim.startsWith(DONE) ? claim.slice(DONE.length) : undefined;
}

/** Redis takes whole milliseconds, at least one. */
function lifeOf(ttlMs: number): number {
  return Math.max(1, Math.ceil(ttlMs));
}
