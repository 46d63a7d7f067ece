import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { serveUnderLoad } from '../measure/serve-under-load.js';
import { RECEIVERS, type ReceiverName } from './receivers.js';

/** The frameworks that Nest stands on. */
export type Framework = 'fastify' | 'express';

/** What one process serves. */
export interface ReceiverJob {
  readonly framework: Framework;
  readonly receiver: ReceiverName;
  readonly redisPort: number;
}

serveUnderLoad(async (job) => {
  const { framework, receiver, redisPort } = job as ReceiverJob;
  const { controller, imports } = await RECEIVERS[receiver]();

  @Module({ imports: imports(redisPort), controllers: [controller] })
  class AppModule {}

  const adapter = framework === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
  const application = await NestFactory.create(AppModule, adapter, { logger: false });
  await application.listen(0, '127.0.0.1');
  return Number(new URL(await application.getUrl()).port);
});
