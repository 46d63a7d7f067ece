import { Module, type DynamicModule, type Provider } from '@nestjs/common';
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
   * Registers an app whose options come from elsewhere: `useFactory` (with `inject`), `useClass` or
   * `useExisting` (an `ImOptionsFactory`).
   * @throws ImConfigError when none of the three is given.
   */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    if (!options.useFactory && !options.useClass && !options.useExisting) {
      throw new ImConfigError(
        'ImModule.forRootAsync needs `useFactory`, `useClass` or `useExisting` to get its options from.',
      );
    }
    return withApp(super.forRootAsync(options), options.name);
  }
}

function withApp(definition: DynamicModule, name = DEFAULT_APP_NAME): DynamicModule {
  const app = getImToken(ImApp, name);
  const client = getImToken(ImClient, name);
  const providers: Provider[] = [
    {
      provide: app,
      useFactory: (registry: ImAppRegistry, options: ImModuleOptions) =>
        registry.create(name, options),
      inject: [ImAppRegistry, IM_OPTIONS],
    },
    { provide: client, useFactory: ({ client }: ImApp) => client, inject: [app] },
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
    exports: [app, client, ...SERVICES.map((service) => getImToken(service, name))],
  };
}
