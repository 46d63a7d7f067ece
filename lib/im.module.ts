import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { ImDurableEvents } from './callback/durable/durable-events.js';
import { ImClient } from './client/im.client.js';
import { ImConfigError } from './errors/config.error.js';
import { ImAppRegistry } from './im.app-registry.js';
import { ImApp } from './im.app.js';
import { API_AREAS } from './im.areas.js';
import { ImCoreModule } from './im.core.module.js';
import {
  type ASYNC_OPTIONS_TYPE,
  ConfigurableModuleClass,
  IM_OPTIONS,
  type OPTIONS_TYPE,
} from './im.module-definition.js';
import type { ImModuleOptions } from './im.options.js';
import { DEFAULT_APP_NAME, getImToken } from './im.tokens.js';

const SERVICES = Object.values(API_AREAS).map(({ service }) => service);

/**
 * Gives an application the services of one RongCloud app and lets its controllers receive callbacks.
 *
 * Import it once for each app; from the second app on, give each a `name` and inject its services
 * with `@InjectIm(ImUserService, 'eu')`.
 *
 * @example
 * ```ts
 * ImModule.forRoot({ appKey: '…', appSecret: '…', dataCenter: 'bj' })
 * ImModule.forRootAsync(imConfig.asProvider())
 * ```
 */
@Module({})
export class ImModule extends ConfigurableModuleClass {
  /** Registers an app whose options are known. */
  static override forRoot(options: typeof OPTIONS_TYPE): DynamicModule {
    return withApp(super.forRoot(options), options.name);
  }

  /**
   * Registers an app in a process that handles durable events and receives no callbacks itself, with
   * the same controllers: `NestFactory.createApplicationContext(WorkerModule)`. It takes the events from
   * `callbacks.durable.stream`, which the HTTP processes share.
   * @throws ImConfigError when there is no such stream.
   */
  static forWorker(options: typeof OPTIONS_TYPE): DynamicModule {
    return withApp(super.forRoot(options), options.name, asWorker);
  }

  /**
   * Registers an app whose options come from elsewhere: `useFactory` (with `inject`), `useClass` or
   * `useExisting` (an `ImOptionsFactory`).
   * @throws ImConfigError when none of the three is given.
   */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    requireSource('forRootAsync', options);
    return withApp(super.forRootAsync(options), options.name);
  }

  /**
   * The same as `forWorker` with options that come from elsewhere, as in `forRootAsync`.
   * @throws ImConfigError when none of the three sources is given.
   */
  static forWorkerAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    requireSource('forWorkerAsync', options);
    return withApp(super.forRootAsync(options), options.name, asWorker);
  }
}

function requireSource(method: string, options: typeof ASYNC_OPTIONS_TYPE): void {
  if (options.useFactory || options.useClass || options.useExisting) return;
  throw new ImConfigError(
    `ImModule.${method} needs \`useFactory\`, \`useClass\` or \`useExisting\` to get its options from.`,
  );
}

/** The options of an app in a process that only handles events. */
function asWorker(options: ImModuleOptions): ImModuleOptions {
  const durable = options.callbacks?.durable;
  if (durable?.stream === undefined) {
    throw new ImConfigError(
      'ImModule.forWorker needs `callbacks.durable.stream`, the stream that the HTTP processes append ' +
        'events to, such as a RedisEventStream.',
    );
  }
  return {
    ...options,
    callbacks: { ...options.callbacks, durable: { ...durable, consume: true } },
  };
}

function withApp(
  definition: DynamicModule,
  name = DEFAULT_APP_NAME,
  adapt: (options: ImModuleOptions) => ImModuleOptions = (options) => options,
): DynamicModule {
  const app = getImToken(ImApp, name);
  const client = getImToken(ImClient, name);
  const durableEvents = getImToken(ImDurableEvents, name);
  const providers: Provider[] = [
    {
      provide: app,
      useFactory: (registry: ImAppRegistry, options: ImModuleOptions) =>
        registry.create(name, adapt(options)),
      inject: [ImAppRegistry, IM_OPTIONS],
    },
    { provide: client, useFactory: ({ client }: ImApp) => client, inject: [app] },
    {
      provide: durableEvents,
      useFactory: ({ durableEvents }: ImApp) => durableEvents,
      inject: [app],
    },
    ...SERVICES.map((service) => ({
      provide: getImToken(service, name),
      useFactory: (owner: ImApp) => owner.get<object>(service),
      inject: [app],
    })),
  ];
  return {
    ...definition,
    imports: [...(definition.imports ?? []), ImCoreModule],
    providers: [...(definition.providers ?? []), ...providers],
    exports: [app, client, durableEvents, ...SERVICES.map((service) => getImToken(service, name))],
  };
}
