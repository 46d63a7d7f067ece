import { setImmediate as turn } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { ImCallback, ImEvent, OnImEvent } from '../../lib/callback/callback.decorators.js';
import type { RoutedMessage } from '../../lib/callback/events/message-routing.event.js';
import type { ImModuleOptions } from '../../lib/im.options.js';
import { RedisClaimStore } from '../../lib/redis/redis-claim.store.js';
import { RedisEventStream } from '../../lib/redis/redis-event.stream.js';
import { Observations } from '../support/callback-app.js';
import { CALLBACK_PATH } from '../support/callback-controller.js';
import { HandledEvents } from './handled-events.js';
import { CONCURRENCY, ownSettings, PARTITIONS } from './process-settings.js';

const { app, handledPath, redisPort } = ownSettings();
const handled = new HandledEvents(handledPath);

@ImCallback(CALLBACK_PATH)
export class RecordedCallbacks {
  @OnImEvent('message-routing', { durable: true })
  async routed(@ImEvent() { msgUID }: RoutedMessage): Promise<void> {
    await turn();
    handled.add(msgUID);
    await turn();
  }
}

export const redis = new Redis({ port: redisPort, host: '127.0.0.1' });
// Redis is killed in this test.
redis.on('error', () => undefined);

/** What receiver and workers share. */
export function moduleOptions(consume: boolean): ImModuleOptions {
  const { logger } = new Observations();
  const stream = new RedisEventStream({ redis, partitions: PARTITIONS, leaseMs: 3_000, logger });
  const durable = { stream, consume, concurrency: CONCURRENCY };
  return { ...app, logger, callbacks: { durable, claims: new RedisClaimStore({ redis }) } };
}

/** Waits to be told to begin: the code of a process is loaded while its predecessor still lives. */
export async function begun(): Promise<void> {
  process.once('disconnect', () => process.exit());
  await new Promise((resolve) => process.once('message', resolve));
}
