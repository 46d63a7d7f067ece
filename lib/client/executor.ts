import { setMaxListeners } from 'node:events';
import { ImAbortedError } from '../errors/aborted.error.js';
import type { ImCallOptions } from '../im.options.js';
import type { ImSettings } from '../im.settings.js';
import { Call, type CallContext } from './call.js';
import { Endpoints } from './endpoints.js';
import { callHook } from './hook.js';
import type { PreparedCall } from './prepared-call.js';
import { Quota } from './quota.js';
import { Transport } from './transport.js';
import { wait } from './wait.js';

/** Carries the calls of one app to their end, and waits for them when the app is closed. */
export class Executor {
  readonly #context: CallContext;
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;
  #underWay = 0;
  #becomeIdle: (() => void) | undefined;

  /** @param now The clock, in milliseconds. */
  constructor(app: string, settings: ImSettings, now: () => number = () => performance.now()) {
    // One listener for each call that waits.
    setMaxListeners(0, this.#closing.signal);
    this.#context = {
      app,
      settings,
      quota: new Quota(settings),
      endpoints: new Endpoints(settings.endpoints, now),
      transport: new Transport(settings),
      closing: this.#closing.signal,
      now,
    };
  }

  /** Makes a call and returns the body of its reply. */
  async execute(prepared: PreparedCall, options: ImCallOptions = {}): Promise<object> {
    const call = new Call(this.#context, prepared, options);
    this.#underWay += 1;
    try {
      if (this.#closed) {
        throw new ImAbortedError(
          `${prepared.operation} was not sent: the app '${this.#context.app}' is closed.`,
          call.progress(),
        );
      }
      return await call.toEnd();
    } catch (error) {
      this.#reportError(call, error);
      throw error;
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#becomeIdle?.();
    }
  }

  /** Refuses new calls, waits for those under way and closes the connections. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { settings, transport } = this.#context;
    if (this.#underWay > 0) {
      const patience = new AbortController();
      const idle = new Promise<void>((resolve) => (this.#becomeIdle = resolve));
      await Promise.race([idle, wait(settings.shutdownTimeoutMs, [patience.signal])]);
      patience.abort();
    }
    this.#closing.abort();
    await transport.destroy();
  }

  #reportError(call: Call, error: unknown): void {
    const { hooks, logger } = this.#context.settings;
    if (!hooks.onError || !(error instanceof Error)) return;
    const { app, operation, attempts } = call.progress();
    const durationMs = call.durationMs();
    callHook(hooks.onError, { app, operation, error, attempts, durationMs }, logger);
  }
}
