import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { ImModuleOptions } from './im.options.js';
import { DEFAULT_APP_NAME } from './im.tokens.js';

/** What must be known before the options are: it decides the injection tokens. */
export interface ImModuleExtras {
  /** Name of the app; needed when an application has several. */
  readonly name?: string;
  /** Make the services injectable everywhere without another import. Default false. */
  readonly isGlobal?: boolean;
}

/** Creates the options of an app: what `useClass` and `useExisting` of `forRootAsync` name. */
export interface ImOptionsFactory {
  createImOptions(): ImModuleOptions | Promise<ImModuleOptions>;
}

export const {
  ConfigurableModuleClass,
  MODULE_OPTIONS_TOKEN: IM_OPTIONS,
  OPTIONS_TYPE,
  ASYNC_OPTIONS_TYPE,
} = new ConfigurableModuleBuilder<ImModuleOptions>({
  optionsInjectionToken: Symbol.for('nestjs-rongcloud-im:options'),
})
  .setClassMethodName('forRoot')
  .setFactoryMethodName('createImOptions')
  .setExtras<Required<ImModuleExtras>>(
    { name: DEFAULT_APP_NAME, isGlobal: false },
    (definition, { isGlobal }) => ({ ...definition, global: isGlobal }),
  )
  .build();
