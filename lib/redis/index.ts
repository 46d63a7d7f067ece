export { RedisClaimStore, type RedisClaimStoreOptions } from './redis-claim.store.js';
export type { ImRedis } from './redis.connection.js';
