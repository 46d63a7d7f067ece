import { ImAbortedError } from '../errors/aborted.error.js';
import { ImApiError } from '../errors/api.error.js';
import type { ImCallOptions } from '../im.options.js';
import type { ImSettings } from '../im.settings.js';
import { heldBack, SERVICE_DISABLED } from './api-failure.js';
import { Call, type CallContext } from './call.js';
import { Closing } from './closing.js';
import { DisabledServices } from './disabled-services.js';
import { Endpoints } from './endpoints.js';
import { callHook } from './hook.js';
import type { PreparedCall } from './prepared-call.js';
import { Quota } from './quota.js';
import { Transport } from './transport.js';
import { wait } from './wait.js';

/** Carries the calls of one app to their end, and waits for them when the app is closed. */
export class Executor {
  readonly #context: CallContext;
  readonly #disabledServices: DisabledServices;
  readonly #closing = new Closing();
  #closed: Promise<void> | undefined;
  #underWay = 0;
  #becomeIdle: (() => void) | undefined;

  /** @param now The clock, in milliseconds. */
  constructor(app: string, settings: ImSettings, now: () => number = () => performance.now()) {
    this.#disabledServices = new DisabledServices(now);
    this.#context = {
      app,
      settings,
      quota: new Quota(settings),
      endpoints: new Endpoints(settings.endpoints, now),
      transport: new Transport(settings),
      closing: this.#closing,
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
      return await this.#carry(call);
    } catch (error) {
      this.#reportError(call, error);
      throw error;
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#becomeIdle?.();
    }
  }

  /** Carries a call to its end, unless its service was found to be off. */
  async #carry(call: Call): Promise<object> {
    const { consoleSwitch, bucket } = call.prepared;
    const service = consoleSwitch ?? bucket;
    const disabled = this.#disabledServices.get(service);
    const heldBackMs = disabled?.heldBackMs() ?? 0;
    if (heldBackMs > 0) throw heldBack(call.prepared, call.progress(), heldBackMs);
    try {
      const body = await call.toEnd();
      if (disabled) this.#disabledServices.delete(service);
      return body;
    } catch (error) {
      const isDisabled = error instanceof ImApiError && error.code === SERVICE_DISABLED;
      if (isDisabled) this.#disabledServices.add(service);
      else disabled?.askAgain();
      throw error;
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
    this.#closing.begin();
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
