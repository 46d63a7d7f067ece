import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { waitFor } from '../client/wait.js';
import { ImConfigError } from '../errors/config.error.js';
import { ImAppRegistry } from '../im.app-registry.js';
import type { ImApp } from '../im.app.js';
import { logFailure } from './callback.failure.js';
import {
  callbackMethodsOf,
  classOf,
  type CallbackMethod,
  MethodCaller,
} from './callback.methods.js';
import { IM_EVENTS, type ImEventName } from './events/event.map.js';

/** The methods with `@OnImEvent` of providers: they hear of an event when it was answered. */
@Injectable()
export class ImEventListeners {
  readonly #listeners = new Map<ImEventName, MethodCaller[]>();
  readonly #running = new Set<Promise<void>>();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
    @Inject(ImAppRegistry) private readonly registry: ImAppRegistry,
  ) {}

  /**
   * Finds the listeners of the application.
   * @throws ImConfigError when one would be durable, or give a verdict.
   */
  findAll(): readonly CallbackMethod[] {
    for (const provider of this.discovery.getProviders()) {
      const type = classOf(provider);
      // A provider under two tokens would hear everything twice.
      if (type === undefined || provider.isAlias) continue;
      for (const method of callbackMethodsOf(type)) {
        refuseAnswers(method);
        const caller = new MethodCaller(provider, method, this.moduleRef);
        const known = this.#listeners.get(method.handler.event);
        if (known === undefined) this.#listeners.set(method.handler.event, [caller]);
        else known.push(caller);
      }
    }
    return [...this.#listeners.values()].flat().map(({ method }) => method);
  }

  /** Tells all listeners of an event, without waiting for them. */
  tell(event: ImEventName, app: ImApp, payload: unknown): void {
    const listeners = this.#listeners.get(event);
    if (listeners === undefined) return;
    for (const listener of listeners) {
      const running = run(listener, app, payload).finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  /** Waits for the listeners that run, as long as the slowest app lets a shutdown take. */
  async stop(): Promise<void> {
    const limits = this.registry.list().map(({ settings }) => settings.shutdownTimeoutMs);
    const all = Promise.all(this.#running).then(() => undefined);
    await waitFor(all, Math.max(0, ...limits), []);
  }
}

function refuseAnswers({ handler: { durable, event }, name }: CallbackMethod): void {
  if (durable) {
    throw new ImConfigError(
      `${name} listens in a provider, after the answer, so it cannot be durable. Make it a method of a ` +
        'class with @ImCallback.',
    );
  }
  if (IM_EVENTS[event].wantsVerdict) {
    throw new ImConfigError(
      `${name} listens in a provider, after the answer, so it cannot give the verdict that '${event}' ` +
        'wants. Make it a method of a class with @ImCallback, or listen to message-routing.',
    );
  }
}

async function run(listener: MethodCaller, app: ImApp, payload: unknown): Promise<void> {
  try {
    await listener.call(payload, { app: app.name, signal: undefined });
  } catch (error) {
    logFailure(app.settings.logger, `The listener ${listener.method.name} failed`, error);
  }
}
