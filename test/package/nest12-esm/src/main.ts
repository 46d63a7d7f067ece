import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Injectable, Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import {
  ImCallback,
  ImEvent,
  ImModule,
  ImUserService,
  OnImEvent,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { imConfig } from 'nestjs-rongcloud-im/config';
import { ImEmulator } from 'nestjs-rongcloud-im/testing';

@Injectable()
class Accounts {
  constructor(readonly users: ImUserService) {}
}

const seen: string[] = [];

@ImCallback('im/callbacks')
class Callbacks {
  @OnImEvent('user-online-status')
  presence(@ImEvent() changes: UserOnlineStatus[]): void {
    seen.push(...changes.map(({ userId }) => userId));
  }
}

@Module({
  imports: [ConfigModule.forRoot(), ImModule.forRootAsync(imConfig.asProvider())],
  controllers: [Callbacks],
  providers: [Accounts],
})
class AppModule {}

const emulator = await ImEmulator.start();
process.env['IM_APP_KEY'] = emulator.moduleOptions.appKey;
process.env['IM_APP_SECRET'] = emulator.moduleOptions.appSecret;
process.env['IM_ENDPOINTS'] = emulator.endpoints.join(',');

const app = await NestFactory.create(AppModule, { logger: ['error'] });
await app.listen(0, '127.0.0.1');
emulator.setCallbackUrl(`${await app.getUrl()}/im/callbacks`);

const { token } = await app.get(Accounts).users.register({ userId: 'ada', name: 'Ada' });
assert.notEqual(token, '');
const { attempts } = await emulator.fire('user-online-status', { userid: 'ada' });
assert.equal(attempts.at(-1)?.status, 200);
assert.deepEqual(seen, ['ada']);

const required: { ImUserService: unknown } = createRequire(import.meta.url)('nestjs-rongcloud-im');
assert.equal(required.ImUserService, ImUserService);

await app.close();
await emulator.stop();
console.log('one signed call, one callback, one class identity');
