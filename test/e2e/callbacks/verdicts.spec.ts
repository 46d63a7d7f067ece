import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ParseIntPipe, Query, type Type } from '@nestjs/common';
import {
  ImAbortSignal,
  ImCallback,
  ImEvent,
  OnImEvent,
} from '../../../lib/callback/callback.decorators.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import type { ImVerdictEvent } from '../../../lib/im.hooks.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import { CallbackClient, PRE_MESSAGE } from '../../support/callback-client.js';
import { CALLBACK_PATH } from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

describe.each(PLATFORMS)('verdicts, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(controller: Type) {
    const seen = new Observations();
    const verdicts: ImVerdictEvent[] = [];
    const hooks = { ...seen.hooks, onVerdict: (event: ImVerdictEvent) => verdicts.push(event) };
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot({ ...observedOptions(seen), hooks })],
        controllers: [controller],
      }),
      (it) => it.stop(),
    );
    return { client: new CallbackClient(`${url}/${CALLBACK_PATH}`), seen, verdicts };
  }

  it('are told with their latency, each once', async () => {
    const replies = [
      ImVerdict.deliver(),
      ImVerdict.deliver({ skipFurtherChecks: true }),
      ImVerdict.block(),
      ImVerdict.replace({ pushContent: '***' }),
    ];

    @ImCallback(CALLBACK_PATH)
    class Callbacks {
      @OnImEvent('pre-messaging')
      moderate(@ImEvent() { msgUID }: PreMessage): ImVerdict {
        return replies[Number(msgUID)] ?? ImVerdict.block();
      }
    }
    const { client, verdicts } = await start(Callbacks);
    for (const messageId of ['0', '1', '2', '3', '3']) {
      await client.form('pre-messaging', { ...PRE_MESSAGE, messageId });
    }
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([
      'deliver',
      'deliver',
      'block',
      'replace',
    ]);
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({
        app: 'default',
        event: 'pre-messaging',
        by: 'handler',
        reason: undefined,
        inTime: true,
      });
      expect(verdict.durationMs).toBeLessThan(3_000);
    }
  });

  it('that come too late do not count, and their handler is told', async () => {
    const aborted = deferred();
    const late = deferred<ImVerdict>();

    @ImCallback(CALLBACK_PATH)
    class Callbacks {
      @OnImEvent('pre-messaging', { answerWithinMs: 20, onError: 'block' })
      moderate(
        @ImEvent() _message: PreMessage,
        @ImAbortSignal() signal: AbortSignal,
      ): Promise<ImVerdict> {
        signal.addEventListener('abort', () => {
          aborted.resolve();
        });
        return late.promise;
      }
    }
    const { client, seen, verdicts } = await start(Callbacks);
    const reply = await client.form('pre-messaging', PRE_MESSAGE);
    expect(reply).toMatchObject({ status: 200, body: '{"pass":0}' });
    await aborted.promise;
    late.resolve(ImVerdict.deliver());
    expect(verdicts).toEqual([
      expect.objectContaining({ verdict: 'block', by: 'onError', reason: 'handler-late' }),
    ]);
    // A repetition gets what was enforced, not what came too late.
    expect(await client.form('pre-messaging', PRE_MESSAGE)).toMatchObject({ body: '{"pass":0}' });
    expect(seen.outcomes).toEqual(['failed 200 handler-late', 'duplicate 200']);
    expect(verdicts).toHaveLength(1);
  });

  it.each([
    ['stops when it is told, which is no failure', (reason: Error) => reason, []],
    [
      'fails on its way out, which is logged',
      () => new Error('the model is away'),
      ['error Callbacks.moderate failed after its time was up: the model is away'],
    ],
  ])('that come too late: their handler %s', async (_, failureOf, logged) => {
    const ended = deferred();

    @ImCallback(CALLBACK_PATH)
    class Callbacks {
      @OnImEvent('pre-messaging', { answerWithinMs: 20 })
      moderate(
        @ImEvent() _message: PreMessage,
        @ImAbortSignal() signal: AbortSignal,
      ): Promise<ImVerdict> {
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(failureOf(signal.reason as Error));
            ended.resolve();
          });
        });
      }
    }
    const { client, seen } = await start(Callbacks);
    await client.form('pre-messaging', PRE_MESSAGE);
    await ended.promise;
    await setImmediate();
    const late = 'warn Callbacks.moderate is late; its answer will be ignored.';
    expect(seen.logs).toEqual([late, ...logged]);
  });

  it('are given by `onError` when the handler cannot even be called', async () => {
    @ImCallback(CALLBACK_PATH)
    class Callbacks {
      @OnImEvent('pre-messaging', { onError: 'block' })
      moderate(
        @ImEvent() message: PreMessage,
        @Query('level', ParseIntPipe) level: number,
      ): ImVerdict {
        throw new Error(`is never run with ${message.msgUID} and ${level}`);
      }
    }
    const { client, seen, verdicts } = await start(Callbacks);
    const reply = await client.form('pre-messaging', PRE_MESSAGE);
    expect(reply).toMatchObject({ status: 200, body: '{"pass":0}' });
    expect(seen.outcomes).toEqual(['failed 200 handler-failed']);
    expect(seen.logs).toEqual([
      expect.stringContaining('error What surrounds Callbacks.moderate failed: Validation failed'),
    ]);
    expect(verdicts).toEqual([expect.objectContaining({ verdict: 'block', by: 'onError' })]);
  });
});
