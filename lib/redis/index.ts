export { RedisClaimStore, type RedisClaimStoreOptions } from './redis-claim.store.js';
export { RedisEventStream, type RedisEventStreamOptions } from './redis-event.stream.js';
export type { ImRedis } from './redis.connection.js';
