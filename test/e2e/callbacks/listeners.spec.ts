import { describe, expect, it, jest } from '@jest/globals';
import { Injectable, Module, type Provider, Scope, type Type } from '@nestjs/common';
import { defer, type Observable, throwError } from 'rxjs';
import { ImEvent, OnImEvent } from '../../../lib/callback/callback.decorators.js';
import type { RoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import { CallbackClient, ROUTED_MESSAGE } from '../../support/callback-client.js';
import {
  CALLBACK_PATH,
  type CallbackHandlers,
  createCallbacks,
} from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

/** A module that listens beside the controller. */
function listening(...providers: Provider[]): Type {
  @Module({ providers })
  class ListeningModule {}
  return ListeningModule;
}

function listener(heard: (message: RoutedMessage) => unknown): Type {
  @Injectable()
  class Listener {
    @OnImEvent('message-routing')
    async routed(@ImEvent() message: RoutedMessage): Promise<void> {
      await heard(message);
    }
  }
  return Listener;
}

describe.each(PLATFORMS)('listeners in providers, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(handlers: CallbackHandlers, ...providers: Provider[]) {
    const seen = new Observations();
    const started = ending(
      await startCallbackApp(platform, {
        imports: [listening(...providers), ImModule.forRoot(observedOptions(seen))],
        controllers: [createCallbacks(handlers)],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${started.url}/${CALLBACK_PATH}`);
    return { client, seen, stop: () => started.stop() };
  }

  it('hear what was handled, after the answer, each one for itself', async () => {
    const goesOn = deferred();
    const heard = deferred<RoutedMessage>();
    const { client, seen } = await start(
      {},
      listener(() => {
        throw new Error('the search index is away');
      }),
      listener(async (message) => {
        await goesOn.promise;
        heard.resolve(message);
      }),
    );
    // The answer does not wait for either of them.
    expect((await client.form('message-routing', ROUTED_MESSAGE)).status).toBe(200);
    goesOn.resolve();
    expect((await heard.promise).msgUID).toBe(ROUTED_MESSAGE.msgUID);
    expect(seen.outcomes).toEqual(['handled 200']);
    expect(seen.logs).toEqual([
      'error The listener Listener.routed failed: the search index is away',
    ]);
  });

  it('hear nothing of repetitions and failures', async () => {
    const heard = jest.fn<(message: RoutedMessage) => void>();
    const routed = jest.fn(() => undefined);
    const { client, stop } = await start({ routed }, listener(heard));
    await client.form('message-routing', ROUTED_MESSAGE);
    await client.form('message-routing', ROUTED_MESSAGE);
    routed.mockImplementationOnce(() => {
      throw new Error('no');
    });
    await client.form('message-routing', { ...ROUTED_MESSAGE, msgUID: 'another' });
    await stop();
    expect(heard.mock.calls.map(([{ msgUID }]) => msgUID)).toEqual([ROUTED_MESSAGE.msgUID]);
  });

  it('are waited for when the application ends, and found once under two tokens', async () => {
    const goesOn = deferred();
    const ended = jest.fn<() => void>();
    const Listener = listener(async () => {
      await goesOn.promise;
      ended();
    });
    const { client, stop } = await start({}, Listener, { provide: 'alias', useExisting: Listener });
    await client.form('message-routing', ROUTED_MESSAGE);
    const stopped = stop();
    goesOn.resolve();
    await stopped;
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('may return an Observable, which is subscribed to', async () => {
    const subscribed = jest.fn<() => void>();
    @Injectable()
    class Streaming {
      @OnImEvent('message-routing')
      routed(): Observable<void> {
        return defer(() => {
          subscribed();
          return throwError(() => new Error('the stream broke'));
        });
      }
    }
    const { client, seen, stop } = await start({}, Streaming);
    await client.form('message-routing', ROUTED_MESSAGE);
    await stop();
    expect(subscribed).toHaveBeenCalledTimes(1);
    expect(seen.logs).toEqual(['error The listener Streaming.routed failed: the stream broke']);
  });

  it('may be request-scoped', async () => {
    const instances: unknown[] = [];
    const twice = deferred();

    @Injectable({ scope: Scope.REQUEST })
    class Scoped {
      @OnImEvent('message-routing')
      routed(): void {
        instances.push(this);
        if (instances.length === 2) twice.resolve();
      }
    }
    const { client } = await start({}, Scoped);
    await client.form('message-routing', ROUTED_MESSAGE);
    await client.form('message-routing', { ...ROUTED_MESSAGE, msgUID: 'another' });
    await twice.promise;
    expect(new Set(instances).size).toBe(2);
    expect(instances[0]).toBeInstanceOf(Scoped);
  });

  it('cannot be durable, nor give verdicts', async () => {
    @Injectable()
    class Durable {
      @OnImEvent('message-routing', { durable: true })
      routed(): void {
        throw new Error('is never run');
      }
    }
    await expect(start({}, Durable)).rejects.toThrow('Durable.routed listens in a provider');

    @Injectable()
    class Judge {
      @OnImEvent('pre-messaging')
      moderate(@ImEvent() message: PreMessage): ImVerdict {
        return ImVerdict.block({ extra: message.fromUserId });
      }
    }
    await expect(start({}, Judge)).rejects.toThrow("the verdict that 'pre-messaging' wants");
  });
});
