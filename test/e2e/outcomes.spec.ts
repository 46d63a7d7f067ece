import { describe, expect, it } from '@jest/globals';
import { Agent, Dispatcher } from 'undici';
import {
  ImAbortedError,
  ImAmbiguousOutcomeError,
  ImAuthError,
  ImConfigError,
  ImGroupService,
  ImMessageService,
  ImNetworkError,
  ImRateLimitError,
  ImResponseParseError,
  ImServerError,
  ImTimeoutError,
  ImUserService,
  textMessage,
  type ImAppOptions,
  type ImModuleOptions,
  type ImRetryEvent,
} from '../../lib/index.js';
import { createApp } from '../../lib/im.app.js';
import { verifySignature } from '../../lib/signature/verify.js';
import { ImEmulator } from '../../lib/testing/index.js';
import { RecordingServer } from '../support/recording-server.js';
import { endAfterEach } from '../support/resources.js';

const HELLO = { fromUserId: 'ada', toUserId: ['bob'], ...textMessage({ content: 'Hello' }) };
const ADA = { userId: 'ada', name: 'Ada' };

describe('outcomes of a call', () => {
  const ending = endAfterEach();

  async function start(appOptions: Partial<ImModuleOptions> = {}) {
    const emulator = ending(await ImEmulator.start(), (it) => it.stop());
    const retries: ImRetryEvent[] = [];
    const options = {
      ...emulator.moduleOptions,
      retry: { baseDelayMs: 1, maxDelayMs: 2 },
      hooks: { onRetry: (event: ImRetryEvent) => retries.push(event) },
      ...appOptions,
    } as ImModuleOptions;
    const app = ending(createApp('test', options), (it) => it.close());
    return {
      emulator,
      retries,
      app,
      users: app.get(ImUserService),
      messages: app.get(ImMessageService),
    };
  }

  async function startAgainst(
    reply: Parameters<typeof RecordingServer.start>[0],
    appOptions: Partial<ImAppOptions> = {},
  ) {
    const server = ending(await RecordingServer.start(reply), (it) => it.stop());
    const options = { appKey: 'k', appSecret: 's', endpoints: [server.url], ...appOptions };
    const app = ending(createApp('test', options), (it) => it.close());
    return { server, users: app.get(ImUserService), messages: app.get(ImMessageService) };
  }

  it('says that a send whose reply is lost may have been applied, and does not send again', async () => {
    const { emulator, messages } = await start();
    await emulator.primary.fail({ kind: 'reset-after' });
    const sent = messages.sendPrivate(HELLO);
    await expect(sent).rejects.toThrow(ImAmbiguousOutcomeError);
    await expect(sent).rejects.toMatchObject({ operation: 'message.sendPrivate', attempts: 1 });
    expect(emulator.messages).toHaveLength(1);
  });

  it('says the same of a send that times out or meets a gateway, even when nothing was applied', async () => {
    const { emulator, messages } = await start({ timeoutMs: 100 });
    await emulator.primary.fail({ kind: 'hang', times: 1 });
    await expect(messages.sendPrivate(HELLO)).rejects.toThrow(ImAmbiguousOutcomeError);
    for (const withCode of [false, 504]) {
      const fault = { kind: 'status', status: 502, withCode } as const;
      await Promise.all([emulator.primary.fail(fault), emulator.backup.fail(fault)]);
      await expect(messages.sendPrivate(HELLO)).rejects.toThrow(ImAmbiguousOutcomeError);
    }
    expect(emulator.messages).toHaveLength(0);
  });

  it('repeats an idempotent call whose reply is lost, signed anew', async () => {
    const nonces = new Set<unknown>();
    const { emulator, users, retries } = await start();
    emulator.onRequest(({ headers }) => nonces.add(headers['nonce']));
    await emulator.primary.fail({ kind: 'reset-after', times: 1 });
    const { token } = await users.register(ADA);
    expect(token).not.toBe('');
    expect(retries).toMatchObject([{ attempt: 1, operation: 'user.register' }]);
    expect(nonces.size).toBe(2);
  });

  it('repeats a call that also sends a message only without the message', async () => {
    const { emulator, app } = await start();
    const groups = app.get(ImGroupService);
    const join = { userId: ['ada'], groupId: 'g1' };
    await emulator.primary.fail({ kind: 'reset-after', times: 1 });
    await groups.join(join);
    await emulator.primary.fail({ kind: 'reset-after', times: 1 });
    const message = { fromUserId: 'ada', ...textMessage({ content: 'Hello' }) };
    await expect(groups.join({ ...join, bindNotifyMsg: true, ...message })).rejects.toBeInstanceOf(
      ImAmbiguousOutcomeError,
    );
    expect(emulator.requests).toHaveLength(3);
  });

  it('signs each attempt anew with the secret of the moment', async () => {
    const secrets = ['first', 'second', 'third'];
    let asked = 0;
    const server = ending(await RecordingServer.start(() => ({ status: 503 })), (it) => it.stop());
    const options = {
      appKey: 'k',
      appSecret: () => Promise.resolve(secrets[asked++] ?? ''),
      endpoints: [server.url],
      retry: { baseDelayMs: 1 },
    };
    const app = ending(createApp('test', options), (it) => it.close());
    await expect(app.get(ImUserService).register(ADA)).rejects.toThrow(ImServerError);
    const verified = server.requests.map(({ headers }, index) =>
      verifySignature(
        [secrets[index] ?? ''],
        { nonce: String(headers['nonce']), timestamp: String(headers['timestamp']) },
        String(headers['signature']),
      ),
    );
    expect(verified).toEqual([true, true, true]);
    expect(new Set(server.requests.map(({ headers }) => headers['x-request-id'])).size).toBe(3);
  });

  it('gives a 5xx with the vendor code of a send as what it is', async () => {
    const { emulator, messages } = await start();
    await emulator.primary.fail({ kind: 'status', status: 500, withCode: 1000 });
    await expect(messages.sendPrivate(HELLO)).rejects.toThrow(ImServerError);
    expect(emulator.requests).toHaveLength(1);
  });

  it('cannot read an answer that is not JSON', async () => {
    const { emulator, users } = await start();
    await emulator.primary.fail({ kind: 'malformed' });
    await expect(users.register(ADA)).rejects.toThrow(ImResponseParseError);
  });

  it.each(['[]', '{"code":"E_DENIED"}', '"ok"'])('does not take %s for a success', async (body) => {
    const { users } = await startAgainst(() => ({ body }));
    await expect(users.register(ADA)).rejects.toThrow(ImResponseParseError);
  });

  it('ends within the deadline', async () => {
    const { emulator, users } = await start({ timeoutMs: 200, deadlineMs: 300 });
    await emulator.primary.fail({ kind: 'hang' });
    await emulator.backup.fail({ kind: 'hang' });
    const late = users.register(ADA);
    await expect(late).rejects.toThrow(ImTimeoutError);
    await expect(late).rejects.toMatchObject({ attempts: 2 });
  });

  it('ends in time and on abort when the secret does not come', async () => {
    const appSecret = () => new Promise<string>(() => undefined);
    const { emulator, users, app } = await start({ appSecret, shutdownTimeoutMs: 50 });
    await expect(users.register(ADA, { deadlineMs: 50 })).rejects.toThrow(ImTimeoutError);
    const aborting = new AbortController();
    const aborted = users.register(ADA, { signal: aborting.signal });
    aborting.abort();
    await expect(aborted).rejects.toThrow(ImAbortedError);
    const closed = expect(users.register(ADA)).rejects.toThrow(ImAbortedError);
    await app.close();
    await closed;
    expect(emulator.requests).toHaveLength(0);
  });

  it.each(['', undefined])('refuses to sign with the secret %j', async (secret) => {
    const { emulator, users } = await start({ appSecret: (() => secret) as () => string });
    await expect(users.register(ADA)).rejects.toThrow(ImConfigError);
    expect(emulator.requests).toHaveLength(0);
  });

  it('closes in time, with a dispatcher of the user too', async () => {
    const dispatcher = ending(new Agent(), (it) => it.destroy());
    const { emulator, users, app } = await start({ dispatcher, shutdownTimeoutMs: 50 });
    await emulator.primary.fail({ kind: 'hang' });
    const closed = expect(users.register(ADA)).rejects.toThrow(ImAbortedError);
    await app.close();
    await closed;
  });

  it('takes a dispatcher that throws as a failed connection', async () => {
    class Broken extends Dispatcher {
      override dispatch(): boolean {
        throw new TypeError('dispatch is broken');
      }
    }
    const { users } = await start({ dispatcher: new Broken() });
    await expect(users.register(ADA)).rejects.toThrow(ImNetworkError);
  });

  it('keeps a sound connection under calls that have ended while they queued', async () => {
    const { server, users } = await startAgainst(
      () => ({ body: '{"code":200,"userId":"ada","token":"t"}' }),
      { keepAlive: { maxConnections: 1 }, rateLimit: 'off' },
    );
    const queued = Array.from({ length: 20 }, () => new AbortController());
    server.onRequest = () => {
      for (const controller of queued) controller.abort();
    };
    const first = users.register(ADA);
    const ended = queued.map(({ signal }) => users.register(ADA, { signal }));
    await Promise.all([first, Promise.allSettled(ended)]);
    await users.register(ADA);
    expect(server.requests).toHaveLength(2);
    expect(server.connections).toBe(1);
  });

  it('is not harmed by what the caller is told', async () => {
    const errors: string[] = [];
    const quiet = () => undefined;
    const logger = { log: quiet, warn: quiet, error: (line: string) => errors.push(line) };
    const { users } = await start({
      logger,
      hooks: { onRequest: () => Promise.reject(new Error('async')) as unknown as undefined },
    });
    const onResponse = () => {
      throw new Error('sync');
    };
    await expect(users.register(ADA, { onResponse })).resolves.toMatchObject({ userId: 'ada' });
    await expect(users.register(ADA, { onResponse })).resolves.toMatchObject({ userId: 'ada' });
    expect(errors).toHaveLength(2);
  });

  it('refuses times that no timer can keep', async () => {
    const { users } = await start();
    await expect(users.register(ADA, { timeoutMs: Infinity })).rejects.toThrow(ImConfigError);
    await expect(users.register(ADA, { deadlineMs: 0 })).rejects.toThrow(ImConfigError);
  });

  it('ends when the caller aborts: before, while it is prepared, on the wire, while it waits', async () => {
    const { emulator, users, app } = await start();
    await expect(users.register(ADA, { signal: AbortSignal.abort() })).rejects.toThrow(
      /aborted before it was sent/,
    );

    const early = new AbortController();
    const preparing = users.register(ADA, { signal: early.signal });
    early.abort();
    await expect(preparing).rejects.toThrow(ImAbortedError);
    expect(emulator.requests).toHaveLength(0);

    const late = new AbortController();
    const arrived = ending(
      await RecordingServer.start(() => {
        late.abort();
        return { status: 500 };
      }),
      (it) => it.stop(),
    );
    const options = { appKey: 'k', appSecret: 's', endpoints: [arrived.url] };
    const onTheWire = ending(createApp('wire', options), (it) => it.close());
    await expect(
      onTheWire.get(ImUserService).register(ADA, { signal: late.signal }),
    ).rejects.toThrow(ImAbortedError);

    const userId = Array.from({ length: 100 }, (_, index) => `u${index}`);
    const waiting = new AbortController();
    await users.deactivate({ userId });
    const queued = users.deactivate({ userId }, { signal: waiting.signal });
    waiting.abort();
    await expect(queued).rejects.toThrow(ImAbortedError);
    await app.close();
  });

  it('makes one attempt when retries are off', async () => {
    const { emulator, users, retries } = await start();
    await emulator.primary.fail({ kind: 'status', status: 500 });
    await expect(users.register(ADA, { retry: false })).rejects.toThrow(ImServerError);
    expect(retries).toHaveLength(0);
  });

  it('rests after a refusal by quota and sends again, a send too', async () => {
    let refused = false;
    const waits: unknown[] = [];
    const answer = () => {
      const first = !refused;
      refused = true;
      return first
        ? { status: 429, headers: { 'retry-after': '0.05' }, body: '{"code":1008}' }
        : { body: '{"code":200,"messageUIDs":[]}' };
    };
    const { server, messages } = await startAgainst(answer, {
      hooks: { onWait: (event) => waits.push(event) },
    });
    await messages.sendPrivate(HELLO);
    expect(server.requests).toHaveLength(2);
    expect(waits).toMatchObject([{ bucket: '/message/private/publish.json' }]);
  });

  it('tells of no retry that cannot be made', async () => {
    const retries: unknown[] = [];
    const { messages } = await startAgainst(() => ({ status: 429, body: '{"code":1008}' }), {
      hooks: { onRetry: (event) => retries.push(event) },
    });
    const refused = messages.sendPrivate(HELLO);
    await expect(refused).rejects.toMatchObject({ source: 'server', retryAfterMs: 60_000 });
    expect(retries).toEqual([]);
  });

  it('sends without a limiter that fails', async () => {
    const warnings: string[] = [];
    const quiet = () => undefined;
    const logger = { log: quiet, error: quiet, warn: (line: string) => warnings.push(line) };
    const rateLimit = {
      take: () => Promise.reject(new Error('store is down')),
      pause: () => Promise.reject(new Error('store is down')),
    };
    const { users } = await start({ rateLimit, logger });
    await users.register(ADA);
    expect(warnings).toEqual([expect.stringContaining('store is down')]);
  });

  it('refuses a call whose quota is not free in time, and tells who waits', async () => {
    const waits: unknown[] = [];
    const { users } = await start({ hooks: { onWait: (event) => waits.push(event) } });
    const userId = Array.from({ length: 100 }, (_, index) => `u${index}`);
    await users.deactivate({ userId });
    const refused = users.deactivate({ userId }, { deadlineMs: 500 });
    await expect(refused).rejects.toThrow(ImRateLimitError);
    await expect(refused).rejects.toMatchObject({ source: 'local' });
    expect(waits).toHaveLength(0);
    await users.deactivate({ userId });
    // Once more where the first call took so long that the service's own window is not over yet.
    const wait = { operation: 'user.deactivate', bucket: '/user/deactivate.json' };
    expect(waits[0]).toMatchObject(wait);
    expect(waits).toEqual(waits.map(() => expect.objectContaining(wait)));
  });

  it('says by how much the clock differs when a signature is refused', async () => {
    const { users } = await startAgainst(() => ({
      status: 401,
      headers: { date: new Date(Date.now() - 90_000).toUTCString() },
      body: '{"code":1004}',
    }));
    const refused = users.register(ADA);
    await expect(refused).rejects.toThrow(ImAuthError);
    await expect(refused).rejects.toThrow(/clock is 9\d s ahead of the service's/);
  });
});
