import { type INestApplication, Module, type Type } from '@nestjs/common';
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { ImModule, type ImModuleOptions } from 'nestjs-rongcloud-im';

/** Starts a sample's module as an application of its own, on a free port of loopback. */
export async function startApp(
  module: Type,
  options: ImModuleOptions,
  adapter: AbstractHttpAdapter = new ExpressAdapter(),
): Promise<INestApplication> {
  @Module({ imports: [ImModule.forRoot({ ...options, isGlobal: true }), module] })
  class AppModule {}
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
  const app = await NestFactory.create(AppModule, adapter, {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  await app.listen(0, '127.0.0.1');
  return app;
}
