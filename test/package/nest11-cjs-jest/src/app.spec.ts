import 'reflect-metadata';
import { Injectable, Module, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  ImCallback,
  ImEvent,
  ImModule,
  ImUserService,
  OnImEvent,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { ImEmulator } from 'nestjs-rongcloud-im/testing';

const seen: string[] = [];

@Injectable()
class Accounts {
  constructor(readonly users: ImUserService) {}
}

@ImCallback('im/callbacks')
class Callbacks {
  @OnImEvent('user-online-status')
  presence(@ImEvent() changes: UserOnlineStatus[]): void {
    seen.push(...changes.map(({ userId }) => userId));
  }
}

describe('a Nest 11 application in CommonJS', () => {
  let emulator: ImEmulator;
  let app: INestApplication;

  beforeAll(async () => {
    emulator = await ImEmulator.start();
    @Module({
      imports: [ImModule.forRoot(emulator.moduleOptions)],
      controllers: [Callbacks],
      providers: [Accounts],
    })
    class AppModule {}
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = module.createNestApplication({ logger: ['error'] });
    await app.listen(0, '127.0.0.1');
    emulator.setCallbackUrl(`${await app.getUrl()}/im/callbacks`);
  });

  afterAll(async () => {
    await app.close();
    await emulator.stop();
  });

  it('makes a signed call', async () => {
    const { token } = await app.get(Accounts).users.register({ userId: 'ada', name: 'Ada' });
    expect(token).not.toBe('');
  });

  it('receives a callback', async () => {
    const { attempts } = await emulator.fire('user-online-status', { userid: 'ada' });
    expect(attempts.at(-1)?.status).toBe(200);
    expect(seen).toEqual(['ada']);
  });
});
