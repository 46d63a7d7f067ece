import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import { ImEventListeners } from './callback/callback.listeners.js';
import { ImCallbackReporter } from './callback/callback.reporter.js';
import { ImCallbackResponder } from './callback/callback.responder.js';
import { ImCallbackRoutes } from './callback/callback.routes.js';
import { ImDurableWorker } from './callback/durable/durable.worker.js';
import { installBodyParsing } from './callback/parsing/body-parsing.js';
import { ImAppRegistry } from './im.app-registry.js';

/** What all apps of a Nest application share; every `ImModule` imports it. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ImAppRegistry,
    ImCallbackReporter,
    ImCallbackResponder,
    ImCallbackRoutes,
    ImDurableWorker,
    ImEventListeners,
  ],
  exports: [ImAppRegistry, ImCallbackReporter, ImCallbackResponder],
})
export class ImCoreModule
  implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown
{
  // In the constructor, as it runs before Nest installs its own parsers.
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(DiscoveryService) discovery: DiscoveryService,
    @Inject(ImAppRegistry) registry: ImAppRegistry,
    @Inject(ImCallbackReporter) reporter: ImCallbackReporter,
    @Inject(ImEventListeners) private readonly listeners: ImEventListeners,
    @Inject(ImDurableWorker) private readonly worker: ImDurableWorker,
    @Inject(ImCallbackRoutes) private readonly routes: ImCallbackRoutes,
  ) {
    installBodyParsing(host, { discovery, registry, reporter });
  }

  /** @internal */
  onApplicationBootstrap(): void {
    this.routes.log(this.listeners.findAll());
    this.worker.start();
  }

  /** @internal Before the application takes away what handlers work with. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.worker.stop(), this.listeners.stop()]);
  }

  /** @internal */
  async onApplicationShutdown(): Promise<void> {
    await this.worker.closeStreams();
  }
}
