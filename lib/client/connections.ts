import { Pool, type Dispatcher } from 'undici';
import type { ImKeepAliveOptions } from '../im.options.js';

/** The connections of one app to its hosts, by the vendor's connection policy. */
export class Connections {
  readonly #pools = new Map<string, Pool>();
  #destroyed = false;

  /** @param own A dispatcher of the user's, which is used for all hosts and never closed here. */
  constructor(
    readonly policy: ImKeepAliveOptions,
    readonly connectTimeoutMs: number,
    readonly own: Dispatcher | undefined,
  ) {}

  /** What sends to a host. */
  readonly dispatcherOf = (origin: string): Dispatcher => {
    if (this.own) return this.own;
    let pool = this.#pools.get(origin);
    if (!pool) {
      if (this.#destroyed) throw new Error('The connections of the app are closed.');
      pool = this.#createPool(origin);
      this.#pools.set(origin, pool);
    }
    return pool;
  };

  /** Ends all connections, and the requests that are still on them. */
  async destroy(): Promise<void> {
    this.#destroyed = true;
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  #createPool(origin: string): Pool {
    return new Pool(origin, {
      connections: this.policy.maxConnections,
      pipelining: 1,
      keepAliveTimeout: this.policy.idleMs,
      keepAliveMaxTimeout: this.policy.idleMs,
      // undici closes a connection one use after this count.
      maxRequestsPerClient: this.policy.maxUses - 1,
      // One timer per attempt is ours and covers the wait for a connection too.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: this.connectTimeoutMs },
    });
  }
}
