import { describe, expect, it } from '@jest/globals';
import {
  ImAmbiguousOutcomeError,
  ImMessageService,
  ImUserService,
  textMessage,
  type ImModuleOptions,
} from '../../lib/index.js';
import { createApp } from '../../lib/im.app.js';
import { ImEmulator } from '../../lib/testing/index.js';
import { endAfterEach } from '../support/resources.js';

const HELLO = { fromUserId: 'ada', toUserId: ['bob'], ...textMessage({ content: 'Hello' }) };
const ADA = { userId: 'ada', name: 'Ada' };

describe('failover', () => {
  const ending = endAfterEach();

  async function start(appOptions: Partial<ImModuleOptions> = {}) {
    const emulator = ending(await ImEmulator.start(), (it) => it.stop());
    const options = {
      ...emulator.moduleOptions,
      timeoutMs: 1000,
      retry: { baseDelayMs: 1, maxDelayMs: 2 },
      ...appOptions,
    } as ImModuleOptions;
    const app = ending(createApp('test', options), (it) => it.close());
    const hosts = () => emulator.requests.map(({ host }) => host);
    return { emulator, hosts, users: app.get(ImUserService), messages: app.get(ImMessageService) };
  }

  it.each([
    ['refusing', { kind: 'refuse' }, 2],
    ['hanging', { kind: 'hang' }, 3],
    ['answering 500', { kind: 'status', status: 500 }, 3],
    ['answering 500 with a code', { kind: 'status', status: 500, withCode: true }, 3],
    ['resetting', { kind: 'reset-before' }, 3],
  ] as const)(
    'succeeds on the backup within one call with a primary %s',
    async (_how, fault, made) => {
      const { emulator, users, hosts } = await start();
      await emulator.primary.fail(fault);
      let attempts = 0;
      const { token } = await users.register(ADA, {
        onResponse: (meta) => (attempts = meta.attempts),
      });
      expect(token).not.toBe('');
      expect(attempts).toBe(made);
      expect(hosts().at(-1)).toBe('backup');
      await users.get({ userId: 'ada' });
      expect(hosts().slice(-2)).toEqual(['backup', 'backup']);
    },
  );

  it('sends on the backup when the primary refuses the connection, and only then', async () => {
    const refusing = await start();
    await refusing.emulator.primary.fail({ kind: 'refuse' });
    await refusing.messages.sendPrivate(HELLO);
    expect(refusing.hosts()).toEqual(['backup']);
    expect(refusing.emulator.messages).toHaveLength(1);

    const hanging = await start();
    await hanging.emulator.primary.fail({ kind: 'hang' });
    await expect(hanging.messages.sendPrivate(HELLO)).rejects.toThrow(ImAmbiguousOutcomeError);
    expect(hanging.hosts()).not.toContain('backup');
  });

  it('stays when a caller has less patience than the app', async () => {
    const { emulator, users, hosts } = await start();
    await emulator.primary.fail({ kind: 'hang', times: 2 });
    for (let call = 0; call < 2; call += 1) {
      await users.register(ADA, { timeoutMs: 100, retry: false }).catch(() => undefined);
    }
    await users.register(ADA);
    expect(hosts()).toEqual(['primary', 'primary', 'primary']);
  });

  it('does not flap in a storm of 50 % errors', async () => {
    const chosen: string[] = [];
    const { emulator, users } = await start({
      rateLimit: 'off',
      hooks: { onRequest: ({ endpoint }) => chosen.push(endpoint) },
    });
    await emulator.primary.fail({ kind: 'status', status: 500, share: 0.5, seed: 7 });
    await emulator.backup.fail({ kind: 'status', status: 500, share: 0.5, seed: 8 });
    for (let round = 0; round < 20; round += 1) {
      await Promise.allSettled(Array.from({ length: 20 }, () => users.register(ADA)));
    }
    const moves = chosen.filter((endpoint, index) => index > 0 && endpoint !== chosen[index - 1]);
    expect(moves).toEqual([emulator.backup.url]);
  });
});
