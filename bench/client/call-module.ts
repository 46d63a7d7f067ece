import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  ImModule,
  ImUserService,
  LocalRateLimiter,
  type ImKeepAliveOptions,
} from 'nestjs-rongcloud-im';
import type { Call } from '../measure/call-for.js';
import { APP_KEY, APP_SECRET, PATH, user } from './request.js';

/** `ImUserService.register` of a Nest application, everything on; only the quota is out of reach. */
export async function callModule(
  origin: string,
  keepAlive: Partial<ImKeepAliveOptions> = {},
): Promise<Call> {
  const module = ImModule.forRoot({
    appKey: APP_KEY,
    appSecret: APP_SECRET,
    endpoints: [origin],
    rateLimit: new LocalRateLimiter({ limits: { [PATH]: 1_000_000_000 } }),
    keepAlive,
  });
  Logger.overrideLogger(false);
  const application = await NestFactory.createApplicationContext(module);
  const users = application.get(ImUserService);
  return (index) => users.register(user(index));
}
