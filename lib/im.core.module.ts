import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ImAppRegistry } from './im.app-registry.js';

/** What all apps of a Nest application share; every `ImModule` imports it. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [ImAppRegistry],
  exports: [ImAppRegistry],
})
export class ImCoreModule {}
