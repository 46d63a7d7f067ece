import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ImModule } from 'nestjs-rongcloud-im';
import { APP_KEY, APP_SECRET } from '../client/request.js';
import { answerOnce } from '../measure/answer-once.js';

/** Boots a module with all services and tells how many milliseconds that takes, once it is imported. */
answerOnce(async () => {
  Logger.overrideLogger(false);
  const startedAt = performance.now();
  const module = ImModule.forRoot({ appKey: APP_KEY, appSecret: APP_SECRET, dataCenter: 'bj' });
  await NestFactory.createApplicationContext(module);
  return performance.now() - startedAt;
});
