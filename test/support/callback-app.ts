import { type DynamicModule, type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ImCallbackEvent } from '../../lib/im.hooks.js';
import type { ImModuleOptions } from '../../lib/im.options.js';

/** The HTTP frameworks that callbacks are received with. */
export const PLATFORMS = ['express', 'fastify'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What an app server is made of. */
export interface CallbackAppParts {
  readonly imports: readonly (Type | DynamicModule)[];
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Type[];
  readonly bodyParser?: boolean;
  readonly configure?: (app: INestApplication) => void;
}

/** An app server that listens on loopback. */
export interface CallbackApp {
  readonly url: string;
  readonly app: INestApplication;
  stop(): Promise<void>;
}

export function createAdapter(platform: Platform): ExpressAdapter | FastifyAdapter {
  return platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
}

/** Starts an app server as its own `main.ts` would, without any set-up for callbacks. */
export async function startCallbackApp(
  platform: Platform,
  { imports, controllers = [], providers = [], bodyParser = true, configure }: CallbackAppParts,
): Promise<CallbackApp> {
  @Module({
    imports: [...imports],
    controllers: [...controllers],
    providers: [...providers],
  })
  class AppModule {}
  const adapter = createAdapter(platform);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and exports only their type.
  const app = await NestFactory.create(AppModule, adapter, {
    logger: false,
    abortOnError: false,
    bodyParser,
  });
  configure?.(app);
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl(), stop: () => app.close() };
}

/** What an app has told through its hook and its logger. */
export class Observations {
  readonly callbacks: ImCallbackEvent[] = [];
  readonly logs: string[] = [];

  readonly hooks = { onCallback: (event: ImCallbackEvent) => void this.callbacks.push(event) };
  readonly logger = {
    log: (message: unknown) => void this.logs.push(`log ${String(message)}`),
    warn: (message: unknown) => void this.logs.push(`warn ${String(message)}`),
    error: (message: unknown) => void this.logs.push(`error ${String(message)}`),
  };

  /** How the callbacks were answered, in order: outcome, status and reason. */
  get outcomes(): string[] {
    return this.callbacks.map(({ outcome, reason, status }) =>
      [outcome, status, reason].filter((part) => part !== undefined).join(' '),
    );
  }
}

export const APP = { appKey: 'app-key', appSecret: 'app-secret' };

/** Options of an app that tells what happens. */
export function observedOptions(
  { hooks, logger }: Observations,
  options: Partial<Pick<ImModuleOptions, 'appKey' | 'appSecret' | 'callbacks'>> = {},
): ImModuleOptions {
  return { ...APP, endpoints: ['http://127.0.0.1:9'], hooks, logger, ...options };
}
