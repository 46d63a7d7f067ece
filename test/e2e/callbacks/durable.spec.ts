import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { Inject, Module, Query, Scope, type Type } from '@nestjs/common';
import { NestFactory, REQUEST } from '@nestjs/core';
import {
  ImAbortSignal,
  ImCallback,
  ImEvent,
  OnImEvent,
} from '../../../lib/callback/callback.decorators.js';
import { ImDurableEvents } from '../../../lib/callback/durable/durable-events.js';
import type { ImDeadLetter } from '../../../lib/callback/durable/event.stream.js';
import { MemoryEventStream } from '../../../lib/callback/durable/memory-event.stream.js';
import type { RoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import { ImConfigError } from '../../../lib/errors/config.error.js';
import type { ImDurableEventReport } from '../../../lib/im.hooks.js';
import { ImModule } from '../../../lib/im.module.js';
import type { ImDurableOptions } from '../../../lib/im.options.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import { CallbackClient, ROUTED_MESSAGE } from '../../support/callback-client.js';
import { CALLBACK_PATH } from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

type Handle = (message: RoutedMessage, signal: AbortSignal) => void | Promise<void>;

const QUICK = { baseDelayMs: 1, maxDelayMs: 1 };

function durableCallbacks(handle: Handle): Type {
  @ImCallback(CALLBACK_PATH)
  class Callbacks {
    @OnImEvent('message-routing', { durable: true })
    async routed(
      @ImEvent() message: RoutedMessage,
      @ImAbortSignal() signal: AbortSignal,
    ): Promise<void> {
      await handle(message, signal);
    }
  }
  return Callbacks;
}

/** Resolves when an observed durable handler has ended so often. */
class Ends {
  readonly reports: ImDurableEventReport[] = [];
  readonly #waiting: { count: number; resolve: () => void }[] = [];

  readonly hook = (report: ImDurableEventReport): void => {
    this.reports.push(report);
    for (const { count, resolve } of this.#waiting) {
      if (this.reports.length >= count) resolve();
    }
  };

  after(count: number): Promise<void> {
    const { promise, resolve } = deferred();
    if (this.reports.length >= count) resolve();
    else this.#waiting.push({ count, resolve });
    return promise;
  }

  get outcomes(): string[] {
    return this.reports.map(({ outcome, attempt }) => `${outcome} ${attempt}`);
  }
}

/** The hook is called before the stream has moved the event. */
async function firstDeadLetters(events: ImDurableEvents): Promise<readonly ImDeadLetter[]> {
  for (;;) {
    const letters = await events.deadLetters();
    if (letters.length > 0) return letters;
    await setImmediate();
  }
}

function message(number: number, from = 'alice'): typeof ROUTED_MESSAGE {
  return { ...ROUTED_MESSAGE, msgUID: `M-${number}`, toUserId: `group-of-${from}` };
}

describe.each(PLATFORMS)('durable events, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(
    controller: Type,
    durable: ImDurableOptions = {},
    others: { readonly shutdownTimeoutMs?: number } = {},
  ) {
    const seen = new Observations();
    const ends = new Ends();
    const options = observedOptions(seen, { callbacks: { durable } });
    const hooks = { ...seen.hooks, onDurableEvent: ends.hook };
    const started = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot({ ...options, ...others, hooks })],
        controllers: [controller],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${started.url}/${CALLBACK_PATH}`);
    const events = started.app.get(ImDurableEvents);
    return { client, ends, seen, events, stop: () => started.stop() };
  }

  /** A process without an HTTP server. */
  async function startWorker(controller: Type, stream: MemoryEventStream) {
    const ends = new Ends();
    const options = observedOptions(new Observations(), { callbacks: { durable: { stream } } });
    @Module({
      imports: [ImModule.forWorker({ ...options, hooks: { onDurableEvent: ends.hook } })],
      controllers: [controller],
    })
    class WorkerModule {}
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
    const worker = await NestFactory.createApplicationContext(WorkerModule, {
      logger: false,
      abortOnError: false,
    });
    ending(worker, (it) => it.close());
    return { ends };
  }

  it('are answered at once and handled afterwards, each one once', async () => {
    const goesOn = deferred();
    const handle = jest.fn<Handle>(() => goesOn.promise);
    const { client, ends, events, seen } = await start(durableCallbacks(handle));
    const fields = message(1);
    expect(await client.form('message-routing', fields)).toMatchObject({ status: 200, body: '' });
    expect(await client.form('message-routing', fields)).toMatchObject({ status: 200, body: '' });
    expect(seen.outcomes).toEqual(['stored 200', 'duplicate 200']);
    expect(await events.backlog()).toMatchObject({ waiting: 1, dead: 0 });
    goesOn.resolve();
    await ends.after(1);
    expect(handle.mock.calls.map(([{ msgUID }]) => msgUID)).toEqual(['M-1']);
    expect(ends.reports[0]).toMatchObject({ app: 'default', event: 'message-routing', attempt: 1 });
    expect(ends.reports[0]?.lagMs).toBeGreaterThanOrEqual(0);
    expect(seen.logs.filter((line) => line.includes('in the memory of this process'))).toHaveLength(
      1,
    );
  });

  it('keep their order within a conversation, and one that is slow holds up no other', async () => {
    const order: string[] = [];
    const goesOn = deferred();
    const handle = jest.fn<Handle>(async ({ msgUID, toUserId }) => {
      if (msgUID === 'M-1') await goesOn.promise;
      order.push(`${toUserId} ${msgUID}`);
    });
    const { client, ends } = await start(durableCallbacks(handle));
    for (const [number, from] of [
      [1, 'alice'],
      [2, 'alice'],
      [3, 'bob'],
      [4, 'bob'],
    ] as const) {
      await client.form('message-routing', message(number, from));
    }
    await ends.after(2);
    expect(order).toEqual(['group-of-bob M-3', 'group-of-bob M-4']);
    goesOn.resolve();
    await ends.after(4);
    expect(order.slice(2)).toEqual(['group-of-alice M-1', 'group-of-alice M-2']);
  });

  it('are repeated until they succeed', async () => {
    const handle = jest.fn<Handle>();
    handle.mockRejectedValueOnce(new Error('the database is away'));
    handle.mockRejectedValueOnce(new Error('the database is away'));
    const { client, ends, seen } = await start(durableCallbacks(handle), { retry: QUICK });
    await client.form('message-routing', message(1));
    await ends.after(3);
    expect(ends.outcomes).toEqual(['retried 1', 'retried 2', 'handled 3']);
    expect(ends.reports[0]?.reason).toBe('Error: the database is away');
    expect(seen.logs).toContainEqual(
      'error Callbacks.routed failed, attempt 1 of 8: the database is away',
    );
  });

  it('become dead letters in the end, which can be read, put back and removed', async () => {
    const handle = jest.fn<Handle>().mockRejectedValue(new Error('poison'));
    const { client, ends, events } = await start(durableCallbacks(handle), {
      retry: { attempts: 2, ...QUICK },
    });
    await client.form('message-routing', message(1));
    await ends.after(2);
    expect(ends.outcomes).toEqual(['retried 1', 'dead 2']);
    const [letter, ...others] = await firstDeadLetters(events);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ reason: 'Error: poison', attempts: 2 });
    expect(letter?.event).toMatchObject({ event: 'message-routing', body: { msgUID: 'M-1' } });

    handle.mockResolvedValue(undefined);
    expect(await events.requeue(letter?.id ?? '')).toBe(true);
    expect(await events.requeue(letter?.id ?? '')).toBe(false);
    await ends.after(3);
    expect(ends.outcomes.at(-1)).toBe('handled 1');
    expect(await events.backlog()).toMatchObject({ dead: 0 });
  });

  it('are handled by workers where the HTTP process leaves it to them', async () => {
    const stream = new MemoryEventStream();
    const here = jest.fn<Handle>();
    const there = jest.fn<Handle>();
    const { client } = await start(durableCallbacks(here), { stream, consume: false });
    await client.form('message-routing', message(1));
    const { ends } = await startWorker(durableCallbacks(there), stream);
    await client.form('message-routing', message(2));
    await ends.after(2);
    expect(there.mock.calls.map(([{ msgUID }]) => msgUID)).toEqual(['M-1', 'M-2']);
    expect(here).not.toHaveBeenCalled();
  });

  it('have a fresh instance of a request-scoped controller, whose request is the event', async () => {
    const instances: unknown[] = [];
    const requests: unknown[] = [];

    @ImCallback(CALLBACK_PATH, { scope: Scope.REQUEST })
    class Callbacks {
      constructor(@Inject(REQUEST) private readonly request: unknown) {}

      @OnImEvent('message-routing', { durable: true })
      routed(@ImEvent() event: RoutedMessage): void {
        instances.push(this);
        requests.push(this.request === event);
      }
    }
    const { client, ends } = await start(Callbacks);
    await client.form('message-routing', message(1));
    await client.form('message-routing', message(2));
    await ends.after(2);
    expect(new Set(instances).size).toBe(2);
    expect(requests).toEqual([true, true]);
  });

  it('end before the application does; who takes too long is told to give up', async () => {
    const begun = deferred();
    const signals: AbortSignal[] = [];
    const handle = jest.fn<Handle>((_, signal) => {
      signals.push(signal);
      begun.resolve();
      return deferred().promise;
    });
    const { client, stop } = await start(durableCallbacks(handle), {}, { shutdownTimeoutMs: 1 });
    await client.form('message-routing', message(1));
    await begun.promise;
    expect(signals[0]?.aborted).toBe(false);
    await stop();
    expect(signals[0]?.aborted).toBe(true);
  });

  it('are left to be repeated by the platform when they cannot be stored', async () => {
    const stream = new MemoryEventStream({ maxEvents: 1 });
    const never = durableCallbacks(() => deferred().promise);
    const { client, seen } = await start(never, { stream }, { shutdownTimeoutMs: 1 });
    expect((await client.form('message-routing', message(1))).status).toBe(200);
    expect((await client.form('message-routing', message(2))).status).toBe(500);
    expect(seen.outcomes).toEqual(['stored 200', 'failed 500 stream-failed']);
    expect(seen.logs.at(-1)).toContain('could not be stored, and is left to be repeated');
  });

  it('are verified before they are stored', async () => {
    const handle = jest.fn<Handle>();
    const { client, events } = await start(durableCallbacks(handle), {
      stream: new MemoryEventStream(),
    });
    const forged = {
      appKey: 'app-key',
      nonce: '1',
      timestamp: String(Date.now()),
      signature: 'f'.repeat(40),
    };
    expect((await client.form('message-routing', message(1), forged)).status).toBe(401);
    expect(await events.backlog()).toMatchObject({ waiting: 0 });
  });
});

describe('durable handlers', () => {
  it('take nothing of the request', () => {
    expect(() => {
      class Callbacks {
        @OnImEvent('message-routing', { durable: true })
        routed(@ImEvent() event: RoutedMessage, @Query('nonce') nonce: string): void {
          throw new Error(event.msgUID + nonce);
        }
      }
      return Callbacks;
    }).toThrow('Callbacks.routed is durable');
  });

  it('give no verdicts', () => {
    const options: object = { durable: true };
    expect(() => OnImEvent('pre-messaging', options)).toThrow(ImConfigError);
  });

  it('have no rival for the events of an app', async () => {
    @ImCallback('other')
    class OtherCallbacks {
      @OnImEvent('message-routing', { durable: true })
      routed(): void {
        throw new Error('is never run');
      }
    }
    const imports = [ImModule.forRoot(observedOptions(new Observations()))];
    const controllers = [durableCallbacks(() => undefined), OtherCallbacks];
    await expect(startCallbackApp('express', { imports, controllers })).rejects.toThrow(
      /both durable handlers of 'message-routing'/,
    );
  });

  it.each([
    [{ consume: false }, 'a stream that it shares'],
    [{ concurrency: 0 }, 'callbacks.durable.concurrency'],
    [{ retry: { attempts: 0 } }, 'callbacks.durable.retry.attempts'],
    [{ retry: { tries: 1 } }, '`callbacks.durable.retry.tries`'],
    [{ streams: [] }, '`callbacks.durable.streams`'],
  ])('are not configured with %j', async (durable: object, problem) => {
    const imports = [
      ImModule.forRoot(observedOptions(new Observations(), { callbacks: { durable } })),
    ];
    await expect(startCallbackApp('express', { imports })).rejects.toThrow(problem);
  });

  it('have no worker without a stream', async () => {
    const imports = [ImModule.forWorker(observedOptions(new Observations()))];
    await expect(startCallbackApp('express', { imports })).rejects.toThrow(
      'ImModule.forWorker needs',
    );
  });
});
