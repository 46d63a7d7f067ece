import { createHash } from 'node:crypto';
import type { ImRedis } from './redis.connection.js';

/** A Lua script, sent once and called by its digest from then on. */
export class RedisScript {
  readonly #digest: string;

  constructor(private readonly lua: string) {
    this.#digest = createHash('sha1').update(lua).digest('hex');
  }

  async run(
    redis: ImRedis,
    keys: readonly string[],
    parameters: readonly (string | number)[],
  ): Promise<unknown> {
    try {
      return await redis.evalsha(this.#digest, keys.length, ...keys, ...parameters);
    } catch (error) {
      // Redis does not know it yet, or has forgotten it.
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(this.lua, keys.length, ...keys, ...parameters);
    }
  }
}

/** A reply that is a list. */
export function listOf(reply: unknown): readonly unknown[] {
  return Array.isArray(reply) ? reply : [];
}
