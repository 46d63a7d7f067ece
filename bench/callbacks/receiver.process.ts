import 'reflect-metadata';
import { Logger, Module } from '@nestjs/common';
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

serveUnderLoad(async ({ framework, receiver, redisPort }: ReceiverJob) => {
  const { controller, imports } = await RECEIVERS[receiver]();

  @Module({ imports: imports(redisPort), controllers: [controller] })
  class AppModule {}

  const adapter = framework === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  Logger.overrideLogger(false);
  const application = await NestFactory.create(AppModule, adapter);
  await application.listen(0, '127.0.0.1');
  return Number(new URL(await application.getUrl()).port);
});
