import { RedisScript } from './redis.script.js';

// Each takes one key. A running claim is `r` and the token of who holds it, a settled one `d` and
// the reply.

/** ARGV: value, life in milliseconds. Sets it unless there is one; returns the one that stands. */
export const SET_ONCE = new RedisScript(`
local standing = redis.call('GET', KEYS[1])
if standing then return standing end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`);

/** ARGV: own running claim, lease in milliseconds. */
export const RENEW = new RedisScript(`
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end`);

/** ARGV: own running claim, settled claim, life in milliseconds. Leaves the claim of another. */
export const SETTLE = new RedisScript(`
local claim = redis.call('GET', KEYS[1])
if claim and claim ~= ARGV[1] then return end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])`);

/** ARGV: own running claim. */
export const RELEASE = new RedisScript(`
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`);
