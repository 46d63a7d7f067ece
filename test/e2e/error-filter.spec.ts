import { Controller, Get, Inject, Module, Query, type Type } from '@nestjs/common';
import { APP_FILTER, type AbstractHttpAdapter } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { ImErrorFilter, ImModule, ImUserService } from '../../lib/index.js';
import { ImEmulator } from '../../lib/testing/index.js';
import { endAfterEach } from '../support/resources.js';

@Controller('users')
class UserController {
  constructor(@Inject(ImUserService) private readonly users: ImUserService) {}

  @Get()
  get(@Query('userId') userId: string) {
    return this.users.get({ userId });
  }
}

const ADAPTERS: readonly (readonly [string, Type<AbstractHttpAdapter>])[] = [
  ['Express', ExpressAdapter],
  ['Fastify', FastifyAdapter],
];

describe.each(ADAPTERS)('ImErrorFilter on %s', (_name, Adapter) => {
  const ending = endAfterEach();

  async function start() {
    const emulator = ending(await ImEmulator.start(), (it) => it.stop());
    const options = {
      ...emulator.moduleOptions,
      timeoutMs: 200,
      deadlineMs: 250,
      retry: false,
    } as const;
    @Module({
      imports: [ImModule.forRoot(options)],
      controllers: [UserController],
      providers: [{ provide: APP_FILTER, useClass: ImErrorFilter }],
    })
    class AppModule {}
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    const app = module.createNestApplication(new Adapter());
    ending(app, (it) => it.close());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const get = async (userId: string) => {
      const response = await fetch(`${url}/users?userId=${userId}`);
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
    };
    return { emulator, get };
  }

  it('tells a client what it did wrong', async () => {
    const { get } = await start();
    expect(await get('')).toMatchObject({
      status: 400,
      body: { statusCode: 400, problems: [{ field: 'userId', problem: 'must not be empty' }] },
    });
    expect(await get('nobody')).toMatchObject({ status: 404 });
  });

  it('tells it to wait', async () => {
    const { emulator, get } = await start();
    await emulator.primary.fail({ kind: 'status', status: 429, withCode: 1008 });
    expect(await get('ada')).toMatchObject({ status: 429, retryAfter: '1' });
  });

  it('tells it no more than the status of what is not its fault', async () => {
    const { emulator, get } = await start();
    for (const [fault, status] of [
      [{ kind: 'status', status: 401, withCode: 1004 }, 500],
      [{ kind: 'status', status: 500 }, 502],
      [{ kind: 'hang' }, 504],
    ] as const) {
      await Promise.all([emulator.primary.fail(fault), emulator.backup.fail(fault)]);
      const { body } = await get('ada');
      expect(Object.keys(body).sort()).toEqual(['message', 'statusCode']);
      expect(body).toMatchObject({ statusCode: status });
      expect(JSON.stringify(body)).not.toMatch(/user\.get|127\.0\.0\.1/);
    }
  });
});
