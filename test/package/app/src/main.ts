import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ImUserService } from 'nestjs-rongcloud-im';
import { ImEmulator } from 'nestjs-rongcloud-im/testing';
import { Accounts, AppModule, Callbacks, useEmulator } from './app.js';

interface Loaded {
  readonly ImUserService: unknown;
}

// Compiled to ES modules by some consumers and to CommonJS by others: hence no await at the top.
async function main(): Promise<void> {
  const emulator = await ImEmulator.start();
  useEmulator(emulator);
  const app = await NestFactory.create(AppModule);
  await app.listen(0, '127.0.0.1');
  emulator.setCallbackUrl(`${await app.getUrl()}/im/callbacks`);

  const { token } = await app.get(Accounts).users.register({ userId: 'ada', name: 'Ada' });
  assert.notEqual(token, '');
  const { attempts } = await emulator.fire('user-online-status', { userid: 'ada' });
  assert.equal(attempts.at(-1)?.status, 200);
  assert.deepEqual(app.get(Callbacks).seen, ['ada']);

  const imported: Loaded = await import('nestjs-rongcloud-im');
  const require = createRequire(join(process.cwd(), 'package.json'));
  const required = require('nestjs-rongcloud-im') as Loaded;
  assert.equal(imported.ImUserService, ImUserService);
  assert.equal(required.ImUserService, ImUserService);

  await app.close();
  await emulator.stop();
  console.log('one signed call, one callback, one class identity');
}

void main();
