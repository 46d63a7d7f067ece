import { ImAbortedError } from '../errors/aborted.error.js';
import type { ImCallOptions } from '../im.options.js';
import type { ImSettings } from '../im.settings.js';
import { Call, type PreparedCall } from './call.js';
import { Endpoints } from './endpoints.js';
import { callHook } from './hook.js';
import { Transport } from './transport.js';
import { wait } from './wait.js';

/** Carries the calls of one app to their end, and waits for them when the app is closed. */
export class Executor {
  readonly transport: Transport;
  readonly endpoints: Endpoints;
  /** Aborts what is still under way when closing has waited long enough. */
  readonly closing = new AbortController();
  #closed: Promise<void> | undefined;
  #underWay = 0;
  #becomeIdle: (() => void) | undefined;

  constructor(
    readonly app: string,
    readonly settings: ImSettings,
  ) {
    this.transport = new Transport(settings);
    this.endpoints = new Endpoints(settings.endpoints);
  }

  /** Makes a call and returns the body of its reply. */
  async execute(prepared: PreparedCall, options: ImCallOptions = {}): Promise<object> {
    const call = new Call(this, prepared, options);
    this.#underWay += 1;
    try {
      if (this.#closed) {
        throw new ImAbortedError(
          `${prepared.operation} was not sent: the app '${this.app}' is closed.`,
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
    if (this.#underWay > 0) {
      const patience = new AbortController();
      const idle = new Promise<void>((resolve) => (this.#becomeIdle = resolve));
      await Promise.race([idle, wait(this.settings.shutdownTimeoutMs, patience.signal)]);
      patience.abort();
    }
    this.closing.abort();
    await this.transport.destroy();
  }

  #reportError(call: Call, error: unknown): void {
    const { hooks, logger } = this.settings;
    if (!hooks.onError || !(error instanceof Error)) return;
    const { app, operation, attempts } = call.progress();
    const durationMs = call.durationMs();
    callHook(hooks.onError, { app, operation, error, attempts, durationMs }, logger);
  }
}
