import { Inject, Injectable, Logger, Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { imConfig } from '../../lib/config/index.js';
import {
  ImApp,
  ImAppRegistry,
  ImClient,
  ImConfigError,
  ImMessageService,
  ImModule,
  ImUserService,
  InjectIm,
  type ImModuleOptions,
  type ImOptionsFactory,
} from '../../lib/index.js';
import { ImEmulator } from '../../lib/testing/index.js';
import { endAfterEach } from '../support/resources.js';

const OPTIONS = { appKey: 'k', appSecret: 's', endpoints: ['http://127.0.0.1:9'] };

@Injectable()
class Prefix {
  readonly value = 'injected-';
}

@Module({ providers: [Prefix], exports: [Prefix] })
class PrefixModule {}

@Injectable()
class OptionsFactory implements ImOptionsFactory {
  createImOptions(): ImModuleOptions {
    return { ...OPTIONS, appKey: 'from-class' };
  }
}

@Module({ providers: [OptionsFactory], exports: [OptionsFactory] })
class OptionsModule {}

describe('ImModule', () => {
  const ending = endAfterEach();

  async function compile(
    ...imports: Parameters<typeof Test.createTestingModule>[0]['imports'] & {}
  ) {
    const module = await Test.createTestingModule({ imports }).compile();
    return ending(module, (it) => it.close());
  }

  it('injects services, the client and the app of forRoot', async () => {
    const module = await compile(ImModule.forRoot(OPTIONS));
    expect(module.get(ImUserService)).toBe(module.get(ImApp).get(ImUserService));
    expect(module.get(ImClient)).toBe(module.get(ImApp).client);
    expect(module.get(ImMessageService)).toBeInstanceOf(ImMessageService);
  });

  it.each([
    [
      'useFactory with injected arguments',
      ImModule.forRootAsync({
        imports: [PrefixModule],
        inject: [Prefix],
        useFactory: (prefix: Prefix) => ({ ...OPTIONS, appKey: `${prefix.value}key` }),
      }),
      'injected-key',
    ],
    ['useClass', ImModule.forRootAsync({ useClass: OptionsFactory }), 'from-class'],
    [
      'useExisting',
      ImModule.forRootAsync({ imports: [OptionsModule], useExisting: OptionsFactory }),
      'from-class',
    ],
  ])('takes its options from %s', async (_how, imported, appKey) => {
    const module = await compile(imported);
    expect(module.get(ImApp).appKey).toBe(appKey);
  });

  it('serves an application without an HTTP server, such as a script or a worker', async () => {
    Logger.overrideLogger(false);
    const application = await NestFactory.createApplicationContext(ImModule.forRoot(OPTIONS));
    expect(application.get(ImUserService)).toBeInstanceOf(ImUserService);
    await application.close();
  });

  it('refuses forRootAsync without a source, and wrong options when it starts', async () => {
    expect(() => ImModule.forRootAsync({})).toThrow(ImConfigError);
    const wrong = { ...OPTIONS, timeout: 5 };
    await expect(compile(ImModule.forRoot(wrong))).rejects.toThrow(/Unknown option `timeout`/);
  });

  it('reads its options from the environment with @nestjs/config', async () => {
    const environment = { IM_APP_KEY: 'env', IM_APP_SECRET: 's', IM_DATA_CENTER: 'sg' };
    const saved = { ...process.env };
    Object.assign(process.env, environment);
    try {
      const module = await compile(
        ConfigModule.forRoot({ ignoreEnvFile: true }),
        ImModule.forRootAsync(imConfig.asProvider()),
      );
      expect(module.get(ImApp).appKey).toBe('env');
    } finally {
      process.env = saved;
    }
  });

  it('keeps named apps apart, and refuses a name twice', async () => {
    @Injectable()
    class Consumer {
      constructor(
        @Inject(ImUserService) readonly own: ImUserService,
        @InjectIm(ImUserService, 'eu') readonly eu: ImUserService,
        @InjectIm(ImApp, 'eu') readonly euApp: ImApp,
      ) {}
    }
    const apps = [
      ImModule.forRoot(OPTIONS),
      ImModule.forRoot({ ...OPTIONS, name: 'eu', appKey: 'eu-key' }),
    ];
    @Module({ imports: apps, providers: [Consumer] })
    class Feature {}
    const module = await compile(Feature);
    const { own, eu, euApp } = module.get(Consumer);
    expect(own).not.toBe(eu);
    expect(euApp.get(ImUserService)).toBe(eu);
    expect(euApp.appKey).toBe('eu-key');
    const names = module
      .get(ImAppRegistry)
      .list()
      .map(({ name }) => name);
    expect(names).toEqual(['default', 'eu']);
    await expect(compile(ImModule.forRoot(OPTIONS), ImModule.forRoot(OPTIONS))).rejects.toThrow(
      /an app named 'default' already/,
    );
  });

  it('serves modules that do not import it when it is global, and only then', async () => {
    @Injectable()
    class Consumer {
      constructor(@Inject(ImUserService) readonly users: ImUserService) {}
    }
    @Module({ providers: [Consumer] })
    class Feature {}
    const module = await compile(ImModule.forRoot({ ...OPTIONS, isGlobal: true }), Feature);
    expect(module.get(Consumer).users).toBeInstanceOf(ImUserService);
    await expect(compile(ImModule.forRoot(OPTIONS), Feature)).rejects.toThrow(/resolve/);
  });

  it('closes its apps with the application, after the calls under way', async () => {
    const emulator = ending(await ImEmulator.start(), (it) => it.stop());
    const module = await compile(ImModule.forRoot(emulator.moduleOptions));
    const users = module.get(ImUserService);
    const underWay = users.register({ userId: 'ada', name: 'Ada' });
    await module.close();
    await expect(underWay).resolves.toMatchObject({ userId: 'ada' });
    await expect(users.get({ userId: 'ada' })).rejects.toThrow(/is closed/);
  });

  it('creates and closes apps while it runs', async () => {
    const module = await compile(ImModule.forRoot(OPTIONS));
    const registry = module.get(ImAppRegistry);
    const tenant = registry.create('tenant', { ...OPTIONS, appKey: 'tenant-key' });
    expect(registry.get('tenant')).toBe(tenant);
    await tenant.close();
    expect(registry.get('tenant')).toBeUndefined();
    const successor = registry.create('tenant', { ...OPTIONS, appKey: 'tenant-key' });
    await tenant.close();
    expect(registry.get('tenant')).toBe(successor);
    await registry.close('tenant');
    expect(registry.get('tenant')).toBeUndefined();
    await expect(tenant.get(ImUserService).get({ userId: 'a' })).rejects.toThrow(/is closed/);
  });
});
