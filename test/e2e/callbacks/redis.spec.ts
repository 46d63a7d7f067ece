import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { ImCallback, ImEvent, OnImEvent } from '../../../lib/callback/callback.decorators.js';
import type { RoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import { ImModule } from '../../../lib/im.module.js';
import { RedisClaimStore } from '../../../lib/redis/redis-claim.store.js';
import { RedisEventStream } from '../../../lib/redis/redis-event.stream.js';
import { Observations, observedOptions, startCallbackApp } from '../../support/callback-app.js';
import {
  CallbackClient,
  PRESENCE,
  ROUTED_MESSAGE,
  signatureOf,
} from '../../support/callback-client.js';
import { CALLBACK_PATH } from '../../support/callback-controller.js';
import { eventually } from '../../support/eventually.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';
import { endAfterEach } from '../../support/resources.js';

describeWithRedis('callbacks of an app with two processes and one Redis', () => {
  let server: RedisServer;
  const handled = jest.fn<(event: string) => void>();

  beforeEach(async () => {
    handled.mockReset();
    server = await RedisServer.start({ persistent: true });
  });

  const ending = endAfterEach();

  afterEach(() => server.stop());

  @ImCallback(CALLBACK_PATH)
  class Callbacks {
    @OnImEvent('message-routing', { durable: true })
    routed(@ImEvent() { msgUID }: RoutedMessage): void {
      handled(msgUID);
    }

    @OnImEvent('user-online-status')
    presence(): void {
      handled('presence');
    }
  }

  /** A process that receives callbacks, and handles durable ones too when it consumes. */
  async function startProcess(consume: boolean) {
    const seen = new Observations();
    const redis = ending(server.connect(), (it) => {
      it.disconnect();
    });
    const stream = new RedisEventStream({ redis, logger: seen.logger, timeoutMs: 500 });
    const claims = new RedisClaimStore({ redis });
    const callbacks = { claims, durable: { stream, consume } };
    const started = await startCallbackApp('express', {
      imports: [ImModule.forRoot(observedOptions(seen, { callbacks }))],
      controllers: [Callbacks],
    });
    ending(started, (it) => it.stop());
    return { client: new CallbackClient(`${started.url}/${CALLBACK_PATH}`), seen, redis, stream };
  }

  function message(msgUID: string): typeof ROUTED_MESSAGE {
    return { ...ROUTED_MESSAGE, msgUID };
  }

  it('are handled once, whichever process a repetition reaches', async () => {
    const [one, two] = [await startProcess(false), await startProcess(true)];
    const replies = await Promise.all(
      [one, two, one, two].flatMap(({ client }) => [
        client.form('message-routing', message('M-1')),
        client.json('user-online-status', PRESENCE),
      ]),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    await eventually(async () => (await one.stream.backlog('default')).waiting === 0);
    expect(handled.mock.calls.flat().sort()).toEqual(['M-1', 'presence']);
  });

  it('are refused when their signature came to the other process with another body', async () => {
    const [one, two] = [await startProcess(false), await startProcess(false)];
    const signature = signatureOf();
    expect((await one.client.json('user-online-status', PRESENCE, signature)).status).toBe(200);
    const replayed = await two.client.json('user-online-status', [], signature);
    expect(replayed.status).toBe(401);
    expect(two.seen.outcomes).toEqual(['rejected 401 replayed']);
  });

  it('are answered in time while Redis is away: the durable ones as failed', async () => {
    const { client, seen, redis } = await startProcess(true);
    await client.form('message-routing', message('before'));
    await eventually(() => handled.mock.calls.length === 1);
    await server.kill();
    await eventually(() => redis.status === 'reconnecting');
    expect((await client.form('message-routing', message('meanwhile'))).status).toBe(500);
    expect((await client.json('user-online-status', PRESENCE)).status).toBe(200);
    expect(seen.outcomes.slice(1)).toEqual([
      'failed 500 stream-failed',
      'handled 200 claims-failed',
    ]);
    await server.start();
    await eventually(() => redis.status === 'ready');
    expect((await client.form('message-routing', message('meanwhile'))).status).toBe(200);
    await eventually(() => handled.mock.calls.flat().includes('meanwhile'));
    expect(handled.mock.calls.flat()).toEqual(['before', 'presence', 'meanwhile']);
  });
});
