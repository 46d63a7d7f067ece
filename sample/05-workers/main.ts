// `node main.js` takes callbacks, `node main.js worker` handles what has come.
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { imConfig } from 'nestjs-rongcloud-im/config';
import { SupportModule, type SupportOptions } from './app.js';

const logger = new Logger('Support');
const options: SupportOptions = {
  im: imConfig(),
  redisUrl: process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379',
  ticketsUrl: process.env['TICKETS_URL'] ?? 'http://127.0.0.1:4000',
  leaseMs: Number(process.env['LEASE_MS'] ?? 10_000),
};

if (process.argv[2] === 'worker') {
  const worker = await NestFactory.createApplicationContext(SupportModule.forWorker(options));
  worker.enableShutdownHooks();
  logger.log('A worker handles events.');
} else {
  const app = await NestFactory.create(SupportModule.forHttp(options));
  app.enableShutdownHooks();
  await app.listen(process.env['PORT'] ?? 3000, '127.0.0.1');
  logger.log(`The app listens at ${await app.getUrl()}`);
}
