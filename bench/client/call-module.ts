import 'reflect-metadata';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  ImModule,
  ImUserService,
  LocalRateLimiter,
  messageOperations,
  type ImKeepAliveOptions,
  type ImModuleOptions,
} from 'nestjs-rongcloud-im';
import type { Call } from '../measure/call-for.js';
import { APP_KEY, APP_SECRET, PATH, user } from './request.js';

const OUT_OF_REACH = 1_000_000_000;
const FOR_EVER = 2 ** 31 - 1;

/** Connections that are never replaced. */
export const KEPT_FOR_EVER: Partial<ImKeepAliveOptions> = { maxUses: FOR_EVER, idleMs: FOR_EVER };

/** Options of an app with everything on; only the quota is out of reach. */
export function appOptions(origin: string): ImModuleOptions {
  const limits = { [PATH]: OUT_OF_REACH, [messageOperations.sendPrivate.path]: OUT_OF_REACH };
  return {
    appKey: APP_KEY,
    appSecret: APP_SECRET,
    endpoints: [origin],
    rateLimit: new LocalRateLimiter({ limits }),
  };
}

/** A Nest application with one app. */
export function createApplication(
  origin: string,
  keepAlive: Partial<ImKeepAliveOptions> = {},
): Promise<INestApplicationContext> {
  Logger.overrideLogger(false);
  const module = ImModule.forRoot({ ...appOptions(origin), keepAlive });
  return NestFactory.createApplicationContext(module);
}

/** `ImUserService.register` of a Nest application. */
export async function callModule(
  origin: string,
  keepAlive: Partial<ImKeepAliveOptions> = {},
): Promise<Call> {
  const application = await createApplication(origin, keepAlive);
  const users = application.get(ImUserService);
  return (index) => users.register(user(index));
}
