import { setMaxListeners } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { ImConfigError } from '../../errors/config.error.js';
import { ImAppRegistry } from '../../im.app-registry.js';
import type { ImApp } from '../../im.app.js';
import { controllerOf } from '../callback.handler.js';
import { callbackMethodsOf, classOf, MethodCaller } from '../callback.methods.js';
import { DeliveryRun } from './delivery.run.js';
import type { ImEventStream } from './event.stream.js';
import { MemoryEventStream } from './memory-event.stream.js';

/** A durable handler, and the app that it is for: any app when it names none. */
interface DurableHandler {
  readonly app: string | undefined;
  readonly caller: MethodCaller;
}

/** Hands the events that wait in the apps' streams to the durable handlers of this process. */
@Injectable()
export class ImDurableWorker {
  readonly #handlers: DurableHandler[] = [];
  readonly #stops = new Set<() => Promise<void>>();
  readonly #streams = new Set<ImEventStream>();

  constructor(
    @Inject(ImAppRegistry) private readonly registry: ImAppRegistry,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
  ) {}

  /**
   * Begins to work for all apps, also for those that are created later.
   * @throws ImConfigError when two handlers would take the same events.
   */
  start(): void {
    for (const controller of this.discovery.getControllers()) {
      const type = classOf(controller);
      if (type === undefined) continue;
      for (const method of callbackMethodsOf(type)) {
        if (!method.handler.durable) continue;
        const caller = new MethodCaller(controller, method, this.moduleRef);
        this.#add({ app: controllerOf(type)?.app, caller });
      }
    }
    if (this.#handlers.length > 0) {
      this.registry.visit((app) => {
        this.#workFor(app);
      });
    }
  }

  /** Takes no more events, and waits for those that are being handled. */
  async stop(): Promise<void> {
    await Promise.all([...this.#stops].map((stop) => stop()));
  }

  /** Closes the streams, once no callback can come any more. */
  async closeStreams(): Promise<void> {
    await Promise.all([...this.#streams].map((stream) => stream.close()));
  }

  #add(added: DurableHandler): void {
    const { event } = added.caller.method.handler;
    const other = this.#handlers.find(
      ({ app, caller }) =>
        caller.method.handler.event === event &&
        (app === undefined || added.app === undefined || app === added.app),
    );
    if (other !== undefined) {
      throw new ImConfigError(
        `${other.caller.method.name} and ${added.caller.method.name} are both durable handlers of ` +
          `'${event}'. Only one can take an event of an app: let one call the other, or name the app of ` +
          "each: `@ImCallback(path, { app: 'eu' })`.",
      );
    }
    this.#handlers.push(added);
  }

  #workFor(app: ImApp): void {
    const { callbacks, logger } = app.settings;
    const { concurrency, consume, stream } = callbacks.durable;
    if (!this.#handlers.some((handler) => handler.app === undefined || handler.app === app.name)) {
      return;
    }
    this.#streams.add(stream);
    if (stream instanceof MemoryEventStream) {
      logger.warn(
        `Durable events of app '${app.name}' wait in the memory of this process and are lost when it ends. ` +
          'Give `callbacks.durable.stream` a RedisEventStream to keep them.',
      );
    }
    if (!consume) return;
    const stopping = new AbortController();
    const givenUp = new AbortController();
    // All events that run or wait for another attempt listen to them.
    setMaxListeners(0, stopping.signal, givenUp.signal);
    const signals = { stopping: stopping.signal, givenUp: givenUp.signal };
    const consumption = stream.consume(
      app.name,
      (delivery) => {
        const caller = this.#callerFor(app.name, delivery.event.event);
        return new DeliveryRun(app, delivery, caller, signals).run();
      },
      { concurrency },
    );
    const stop = async (): Promise<void> => {
      this.#stops.delete(stop);
      stopping.abort();
      await consumption.stop(app.settings.shutdownTimeoutMs);
      givenUp.abort();
    };
    this.#stops.add(stop);
    app.beforeClose(stop);
  }

  #callerFor(app: string, event: string): MethodCaller | undefined {
    return this.#handlers.find(
      (handler) =>
        handler.caller.method.handler.event === event &&
        (handler.app === undefined || handler.app === app),
    )?.caller;
  }
}
