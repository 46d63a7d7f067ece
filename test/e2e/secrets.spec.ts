import { createServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ImMessageService, ImUserService, textMessage, type ImHooks } from '../../lib/index.js';
import { createApp } from '../../lib/im.app.js';
import { ImEmulator } from '../../lib/testing/index.js';
import { RecordingServer, type RecordedReply } from '../support/recording-server.js';
import { endAfterEach } from '../support/resources.js';

const SECRET = 'a-secret-nobody-may-see';
const OLD_SECRET = 'a-secret-of-yesterday';
const ADA = { userId: 'ada', name: 'Ada' };
const HELLO = { fromUserId: 'ada', toUserId: ['bob'], ...textMessage({ content: 'Hello' }) };

/** All the ways in which a value ends up in a log. */
function written(value: unknown): string {
  const stack = value instanceof Error ? (value.stack ?? '') : '';
  return [
    JSON.stringify(value),
    inspect(value, { depth: 10, showHidden: true, getters: true }),
    stack,
    String(value),
  ].join('\n');
}

describe('secrets, signatures and tokens', () => {
  const ending = endAfterEach();
  const seen: string[] = [];
  const sensitive: string[] = [SECRET, OLD_SECRET];

  const note = (value: unknown) => {
    seen.push(written(value));
  };
  const hooks: Required<ImHooks> = {
    onRequest: note,
    onResponse: note,
    onError: note,
    onRetry: note,
    onWait: note,
    onCallback: note,
    onVerdict: note,
    onDurableEvent: note,
  };
  const logger = { log: note, error: note, warn: note };

  function open(endpoints: readonly string[]) {
    const app = createApp('test', {
      appKey: 'k',
      appSecret: SECRET,
      endpoints,
      timeoutMs: 500,
      retry: { baseDelayMs: 1, maxDelayMs: 2 },
      hooks,
      logger,
      callbacks: { previousSecrets: [OLD_SECRET] },
    });
    return ending(app, (it) => it.close());
  }

  async function collect(call: Promise<unknown>): Promise<void> {
    note(
      await call.then(
        () => {
          throw new Error('The call was expected to fail.');
        },
        (error: unknown) => error,
      ),
    );
  }

  async function failAgainst(reply: (signature: string) => RecordedReply): Promise<void> {
    const server = ending(
      await RecordingServer.start(({ headers }) => {
        sensitive.push(String(headers['signature']));
        return reply(String(headers['signature']));
      }),
      (it) => it.stop(),
    );
    const app = open([server.url]);
    await collect(app.get(ImUserService).register(ADA));
    await collect(app.get(ImMessageService).sendPrivate(HELLO));
    note(app);
  }

  it('are in no error, log line or hook payload of a run that fails in every way', async () => {
    await failAgainst((signature) => ({
      status: 401,
      body: JSON.stringify({
        code: 1004,
        errorMessage: `${signature} is no signature of ${SECRET}`,
      }),
    }));
    for (const status of [200, 400, 403, 404, 429, 430, 500, 502]) {
      await failAgainst((signature) => ({
        status,
        headers: { 'x-echo': signature },
        body: `<html>${signature} ${SECRET}</html>`,
      }));
    }
    for (const code of [400, 1000, 1001, 1002, 1006, 1009, 1015, 2007, 9999]) {
      await failAgainst(() => ({ body: JSON.stringify({ code, errorMessage: SECRET }) }));
    }

    const malformed = ending(createServer(), (it) => it.close());
    malformed.on('connection', (socket) => {
      const body = '{"code":200,"userId":"ada","token":"a-token-nobody-may-see"}';
      socket.on('error', () => undefined);
      socket.on('data', () => {
        socket.end(`HTTP/1.1 200 OK\r\nbad header\r\ncontent-length: 5\r\n\r\n${body}`);
      });
    });
    sensitive.push('a-token-nobody-may-see');
    await new Promise<void>((resolve) => malformed.listen(0, '127.0.0.1', resolve));
    const { port } = malformed.address() as AddressInfo;
    const misled = open([`http://127.0.0.1:${port}`]);
    await collect(misled.get(ImUserService).register(ADA));
    await collect(misled.get(ImMessageService).sendPrivate(HELLO));

    const emulator = ending(await ImEmulator.start({ appKey: 'k', appSecret: SECRET }), (it) =>
      it.stop(),
    );
    const app = open(emulator.endpoints);
    const users = app.get(ImUserService);
    sensitive.push((await users.register(ADA)).token);
    for (const kind of ['hang', 'reset-before', 'reset-after', 'malformed'] as const) {
      await Promise.all([emulator.primary.fail({ kind }), emulator.backup.fail({ kind })]);
      await collect(users.register(ADA));
      await collect(app.get(ImMessageService).sendPrivate(HELLO));
    }
    await collect(users.register({ userId: SECRET.repeat(9), name: 'x' }));
    await collect(users.register(ADA, { signal: AbortSignal.abort() }));
    await emulator.stop();
    await collect(users.register(ADA));
    note(users);
    await app.close();
    await collect(users.register(ADA));

    expect(seen.length).toBeGreaterThan(100);
    expect(sensitive.length).toBeGreaterThan(40);
    const everything = seen.join('\n');
    expect(sensitive.filter((text) => everything.includes(text))).toEqual([]);
  }, 60_000);

  it('need a function that brings the secret', async () => {
    const app = createApp('test', {
      appKey: 'k',
      appSecret: () => Promise.reject(new Error('vault is sealed')),
      endpoints: ['http://127.0.0.1:9'],
    });
    await expect(app.get(ImUserService).register(ADA)).rejects.toThrow(
      /`appSecret` could not be read/,
    );
    await app.close();
  });
});
