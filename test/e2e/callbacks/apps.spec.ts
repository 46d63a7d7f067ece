import { describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import {
  ImAppName,
  ImCallback,
  ImEvent,
  OnImEvent,
} from '../../../lib/callback/callback.decorators.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import type { RoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import {
  CallbackClient,
  PRE_MESSAGE,
  ROUTED_MESSAGE,
  signatureOf,
} from '../../support/callback-client.js';
import { CALLBACK_PATH } from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

const EU = { appKey: 'eu-key', appSecret: 'eu-secret' };

describe.each(PLATFORMS)('callbacks of several apps, on %s', (platform) => {
  const ending = endAfterEach();

  it('tell handlers, durable ones and listeners which app they are of', async () => {
    const told: string[] = [];
    const all = deferred();
    const note = (who: string): void => {
      if (told.push(who) === 6) all.resolve();
    };

    @ImCallback(CALLBACK_PATH)
    class Callbacks {
      @OnImEvent('pre-messaging')
      moderate(@ImEvent() _message: PreMessage, @ImAppName() app: string): ImVerdict {
        note(`verdict ${app}`);
        return ImVerdict.deliver();
      }

      @OnImEvent('message-routing', { durable: true })
      archive(@ImEvent() _message: RoutedMessage, @ImAppName() app: string): void {
        note(`durable ${app}`);
      }
    }

    @Injectable()
    class Listener {
      @OnImEvent('message-routing')
      routed(@ImEvent() _message: RoutedMessage, @ImAppName() app: string): void {
        note(`listener ${app}`);
      }
    }
    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [
          ImModule.forRoot(observedOptions(seen)),
          ImModule.forRoot({ ...observedOptions(seen, EU), name: 'eu' }),
        ],
        controllers: [Callbacks],
        providers: [Listener],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    for (const signed of [{}, EU]) {
      const { appKey = '', ...query } = signatureOf(signed);
      await client.form('pre-messaging', { ...PRE_MESSAGE, appKey }, query);
      await client.form('message-routing', ROUTED_MESSAGE, signatureOf(signed));
    }
    await all.promise;
    expect(told.sort()).toEqual([
      'durable default',
      'durable eu',
      'listener default',
      'listener eu',
      'verdict default',
      'verdict eu',
    ]);
  });
});
