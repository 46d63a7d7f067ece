import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ImEmulator } from 'nestjs-rongcloud-im/testing';
import { Accounts, AppModule, Callbacks, useEmulator } from './app.js';

describe('a Nest application under Jest', () => {
  let emulator: ImEmulator;
  let app: INestApplication;

  beforeAll(async () => {
    emulator = await ImEmulator.start();
    useEmulator(emulator);
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = module.createNestApplication();
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
    expect(app.get(Callbacks).seen).toEqual(['ada']);
  });
});
