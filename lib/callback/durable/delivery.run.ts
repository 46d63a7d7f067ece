import { backoffMs } from '../../client/backoff.js';
import { callHook } from '../../client/hook.js';
import { wait } from '../../client/wait.js';
import type { ImApp } from '../../im.app.js';
import type { ImDurableEventOutcome } from '../../im.hooks.js';
import { logFailure } from '../callback.failure.js';
import type { MethodCaller } from '../callback.methods.js';
import type { ImDurableDelivery, ImDurableOutcome } from './event.stream.js';

/** What ends the work of a process. */
export interface WorkSignals {
  /** No more attempts are made. */
  readonly stopping: AbortSignal;
  /** Those under way are no longer waited for. */
  readonly givenUp: AbortSignal;
}

/** Longest reason of a dead letter, in characters. */
const MAX_REASON_LENGTH = 500;

/** One event on its way to its durable handler, until that has succeeded or failed too often. */
export class DeliveryRun {
  // A process that died with the event has spent an attempt.
  #attempt: number;

  constructor(
    private readonly app: ImApp,
    private readonly delivery: ImDurableDelivery,
    private readonly caller: MethodCaller | undefined,
    private readonly signals: WorkSignals,
  ) {
    this.#attempt = delivery.deliveries;
  }

  /** Never fails. */
  async run(): Promise<ImDurableOutcome> {
    const { retry } = this.app.settings.callbacks.durable;
    const { attempts } = retry;
    for (; ; this.#attempt++) {
      if (this.signals.stopping.aborted) return this.#unfinished();
      if (this.#attempt > attempts) return this.#dead('The process ended each time it handled it.');
      const startedAt = performance.now();
      try {
        await this.#handle();
        this.#tell('handled', startedAt);
        return { state: 'handled' };
      } catch (error) {
        if (this.signals.givenUp.aborted) return this.#unfinished(startedAt);
        logFailure(this.app.settings.logger, this.#failure(attempts), error);
        const reason = reasonOf(error);
        if (this.#attempt >= attempts) return this.#dead(reason, startedAt);
        this.#tell('retried', startedAt, reason);
      }
      await wait(backoffMs(retry, this.#attempt), [this.signals.stopping]);
    }
  }

  async #handle(): Promise<void> {
    const { event, body } = this.delivery.event;
    if (this.caller === undefined) {
      throw new Error(`This process has no durable handler of '${event}'.`);
    }
    const { payload } = this.caller.method.handler.receive(body);
    await this.caller.call(payload, {
      app: this.app.name,
      signal: this.signals.givenUp,
    });
  }

  #failure(attempts: number): string {
    const handler = this.caller?.method.name ?? this.delivery.event.event;
    const end = this.#attempt >= attempts ? ', and is a dead letter now' : '';
    return `${handler} failed, attempt ${this.#attempt} of ${attempts}${end}`;
  }

  #unfinished(startedAt = performance.now()): ImDurableOutcome {
    this.#tell('unfinished', startedAt);
    return { state: 'unfinished' };
  }

  #dead(reason: string, startedAt = performance.now()): ImDurableOutcome {
    this.#tell('dead', startedAt, reason);
    const { attempts } = this.app.settings.callbacks.durable.retry;
    return { state: 'dead', reason, attempts: Math.min(this.#attempt, attempts) };
  }

  #tell(outcome: ImDurableEventOutcome, startedAt: number, reason?: string): void {
    const { hooks, logger } = this.app.settings;
    if (hooks.onDurableEvent === undefined) return;
    const { event, receivedAt } = this.delivery.event;
    callHook(
      hooks.onDurableEvent,
      {
        app: this.app.name,
        event,
        outcome,
        attempt: this.#attempt,
        reason,
        durationMs: performance.now() - startedAt,
        lagMs: Math.max(0, Date.now() - receivedAt),
      },
      logger,
    );
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, MAX_REASON_LENGTH).toWellFormed();
}
