import { Global, Inject, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import { ImCallbackReporter } from './callback/callback.reporter.js';
import { installBodyParsing } from './callback/parsing/body-parsing.js';
import { ImAppRegistry } from './im.app-registry.js';

/** What all apps of a Nest application share; every `ImModule` imports it. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [ImAppRegistry, ImCallbackReporter],
  exports: [ImAppRegistry, ImCallbackReporter],
})
export class ImCoreModule {
  // In the constructor, as it runs before Nest installs its own parsers.
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(DiscoveryService) discovery: DiscoveryService,
    @Inject(ImAppRegistry) registry: ImAppRegistry,
    @Inject(ImCallbackReporter) reporter: ImCallbackReporter,
  ) {
    installBodyParsing(host, { discovery, registry, reporter });
  }
}
