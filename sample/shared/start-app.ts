import { type DynamicModule, type INestApplication, Module, type Type } from '@nestjs/common';
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { ImModule, type ImModuleOptions } from 'nestjs-rongcloud-im';

/** Starts a sample's module with an app of RongCloud, on a free port of loopback. */
export function startApp(
  module: Type,
  options: ImModuleOptions,
  adapter?: AbstractHttpAdapter,
): Promise<INestApplication> {
  @Module({ imports: [ImModule.forRoot({ ...options, isGlobal: true }), module] })
  class AppModule {}
  return startModule(AppModule, adapter);
}

/** Starts a module as an application of its own, on a free port of loopback. */
export async function startModule(
  module: Type | DynamicModule,
  adapter: AbstractHttpAdapter = new ExpressAdapter(),
): Promise<INestApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
  const app = await NestFactory.create(module, adapter, {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  await app.listen(0, '127.0.0.1');
  return app;
}
