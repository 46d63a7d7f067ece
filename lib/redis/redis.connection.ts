import type { Cluster, Redis } from 'ioredis';

/** A connection that the application has made with ioredis; it is used and never closed. */
export type ImRedis = Redis | Cluster;

/** Redis is away, and ioredis would keep a command until it is back. */
const AWAY: ReadonlySet<string> = new Set(['close', 'reconnecting', 'disconnecting', 'end']);

/** @throws Error when the connection is down, so that nobody waits until it is back. */
export function requireConnection(redis: ImRedis): void {
  if (AWAY.has(redis.status)) throw new Error(`Redis cannot be reached (${redis.status})`);
}

/**
 * A second connection to the same place, for subscriptions. It connects at once, and again whenever
 * it is lost, with all its subscriptions.
 */
export function subscriberOf(redis: ImRedis): ImRedis {
  if ('nodes' in redis) return redis.duplicate();
  return redis.duplicate({
    autoResubscribe: true,
    enableOfflineQueue: true,
    lazyConnect: false,
    maxRetriesPerRequest: null,
  });
}
