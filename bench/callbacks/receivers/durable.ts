import { Redis } from 'ioredis';
import {
  ImCallback,
  ImEvent,
  ImModule,
  OnImEvent,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { RedisEventStream } from 'nestjs-rongcloud-im/redis';
import { APP_KEY, APP_SECRET } from '../../client/request.js';
import type { Receiver } from '../receivers.js';
import { EVENT, PATH } from '../signed-callback.js';

@ImCallback(PATH)
class DurableCallbacks {
  @OnImEvent(EVENT, { durable: true })
  receive(@ImEvent() [change]: UserOnlineStatus[]): void {
    if (change === undefined) throw new TypeError('The body was not parsed.');
  }
}

export const controller = DurableCallbacks;
export const imports: Receiver['imports'] = (port) => {
  const redis = new Redis({ port, host: '127.0.0.1' });
  // A disk that others use as well may take longer than the default; that shows in the figures.
  const stream = new RedisEventStream({ redis, timeoutMs: 10_000 });
  return [
    ImModule.forRoot({
      appKey: APP_KEY,
      appSecret: APP_SECRET,
      dataCenter: 'bj',
      // Handling is another process's work: this one is measured against one that answers.
      callbacks: { durable: { stream, consume: false } },
    }),
  ];
};
