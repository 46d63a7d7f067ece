import { describe, expect, it } from '@jest/globals';
import { documentedCall } from '../../lib/catalogue/documented-calls.js';
import { isDeduplicable } from '../../lib/client/deduplication.js';
import { createApp } from '../../lib/im.app.js';
import { resolveSettings } from '../../lib/im.settings.js';
import {
  ImAmbiguousOutcomeError,
  ImApiError,
  ImClient,
  ImMessageService,
  ImRateLimitError,
  ImUltraGroupService,
  ImValidationError,
  textMessage,
  type ImAppOptions,
  type ImModuleOptions,
} from '../../lib/index.js';
import { ImEmulator, type ImEmulatorOptions } from '../../lib/testing/index.js';
import { placedOperations } from '../support/operation-tables.js';
import { RecordingServer, type RecordedReply } from '../support/recording-server.js';
import { endAfterEach } from '../support/resources.js';

const HELLO = { fromUserId: 'ada', toUserId: ['bob'], ...textMessage({ content: 'Hello' }) };
const SENT = { body: '{"code":200,"messageUIDs":[]}' };
/** A gateway's error: the send may have been applied or not. */
const UNKNOWN = { status: 502, body: '<html>' };
const RETRY = { baseDelayMs: 1, maxDelayMs: 2 };

describe('dedupeSends', () => {
  const ending = endAfterEach();

  async function start(
    appOptions: Partial<ImModuleOptions> = {},
    emulatorOptions: ImEmulatorOptions = {},
  ) {
    const emulator = ending(await ImEmulator.start(emulatorOptions), (it) => it.stop());
    const options = {
      ...emulator.moduleOptions,
      retry: RETRY,
      dedupeSends: true,
      ...appOptions,
    } as ImModuleOptions;
    const app = ending(createApp('test', options), (it) => it.close());
    const numbers = () =>
      emulator.requests.map(({ parameters }) => String(parameters['msgRandom']));
    return { emulator, app, numbers, messages: app.get(ImMessageService) };
  }

  /** Sends against replies in turn; `pauseMs` passes on the clock of the client before each. */
  async function startAgainst(
    replies: readonly RecordedReply[],
    { pauseMs = 0, ...appOptions }: Partial<ImAppOptions> & { pauseMs?: number } = {},
  ) {
    let now = 0;
    let asked = 0;
    const server = ending(
      await RecordingServer.start(() => {
        now += pauseMs;
        return replies[asked++] ?? SENT;
      }),
      (it) => it.stop(),
    );
    const settings = resolveSettings({
      appKey: 'k',
      appSecret: 's',
      endpoints: [server.url],
      retry: RETRY,
      deadlineMs: 600_000,
      dedupeSends: true,
      ...appOptions,
    });
    const client = ending(new ImClient('test', settings, () => now), (it) => it.close());
    return { server, messages: new ImMessageService(client) };
  }

  it('repeats a send whose reply is lost with the same number, in a form and in JSON', async () => {
    const { emulator, app, messages, numbers } = await start();
    const sends = [
      () => messages.sendPrivate(HELLO),
      () =>
        messages.sendPrivateTemplate({
          ...HELLO,
          values: [{ '{name}': 'Bob' }],
          pushContent: ['Hi'],
        }),
    ];
    for (const send of sends) {
      await emulator.primary.fail({ kind: 'reset-before', times: 1 });
      await send();
    }
    const [first, again, second, secondAgain] = numbers().map(Number);
    expect(Number.isSafeInteger(first)).toBe(true);
    expect(again).toBe(first);
    expect(secondAgain).toBe(second);
    expect(second).not.toBe(first);
    await app.get(ImMessageService).sendPrivate(HELLO);
    expect(new Set(numbers()).size).toBe(3);
  });

  it('sends once what arrived without a reply, when the service remembers', async () => {
    const { emulator, messages } = await start({}, { refuseRepeatedMsgRandom: true });
    await emulator.primary.fail({ kind: 'reset-after', times: 1 });
    const lost = messages.sendPrivate(HELLO);
    await expect(lost).rejects.toThrow(ImAmbiguousOutcomeError);
    expect(emulator.requests).toHaveLength(2);
    expect(emulator.messages).toHaveLength(1);
    await messages.sendPrivate(HELLO);
    expect(emulator.messages).toHaveLength(2);
  });

  it('numbers every operation that does harm when it is repeated and has a msgRandom', () => {
    const numbered = placedOperations.map(([, operation]) => operation).filter(isDeduplicable);
    const documented = placedOperations
      .map(([, { name }]) => documentedCall(name))
      .filter(({ parameters, idempotent }) => {
        return !idempotent && parameters.some(({ name }) => name === 'msgRandom');
      });
    expect(numbered.map(({ path }) => path)).toEqual(documented.map(({ path }) => path));
    expect(numbered).toHaveLength(11);
  });

  it('leaves alone what is sent without the option, with a number of the caller, or safely repeated', async () => {
    const without = await start({ dedupeSends: false });
    const lost = { kind: 'reset-before', times: 1 } as const;
    await without.emulator.primary.fail(lost);
    await expect(without.messages.sendPrivate(HELLO)).rejects.toThrow(ImAmbiguousOutcomeError);
    expect(without.numbers()).toEqual(['undefined']);

    const { emulator, app, messages, numbers } = await start();
    await emulator.primary.fail(lost);
    const own = messages.sendPrivate({ ...HELLO, msgRandom: 7 });
    await expect(own).rejects.toThrow(ImAmbiguousOutcomeError);
    await app
      .get(ImUltraGroupService)
      .messages.update({
        groupId: 'g',
        fromUserId: 'ada',
        msgUID: 'm',
        content: { content: 'New' },
      })
      .catch(() => undefined);
    expect(numbers()).toEqual(['7', 'undefined']);
    await expect(messages.sendPrivate({ ...HELLO, toUserId: [] })).rejects.toThrow(
      ImValidationError,
    );
  });

  it.each([
    [29_000, 3],
    [31_000, 2],
    [60_000, 1],
  ])(
    'with %d ms to each reply makes %d attempts, none after a minute',
    async (pauseMs, attempts) => {
      const { server, messages } = await startAgainst([UNKNOWN, UNKNOWN, SENT], { pauseMs });
      const sent = messages.sendPrivate(HELLO);
      if (attempts === 3) await sent;
      else await expect(sent).rejects.toThrow(/applied once at most/);
      expect(server.requests).toHaveLength(attempts);
      expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
    },
  );

  it('begins the minute with the first attempt that may have been applied', async () => {
    const limited = { status: 429, headers: { 'retry-after': '0' }, body: '{"code":1008}' };
    const { server, messages } = await startAgainst([limited, UNKNOWN, SENT], { pauseMs: 40_000 });
    await messages.sendPrivate(HELLO);
    expect(server.requests).toHaveLength(3);
  });

  it('says that the outcome is unknown when the repetition is refused, and with what', async () => {
    const refusal = { status: 400, body: '{"code":1002,"errorMessage":"msgRandom"}' };
    const { messages } = await startAgainst([UNKNOWN, refusal]);
    const sent = messages.sendPrivate(HELLO);
    await expect(sent).rejects.toThrow(/refuses one of what it has applied/);
    await expect(sent).rejects.toMatchObject({ attempts: 2, cause: { code: 1002 } });
    await expect(sent).rejects.toBeInstanceOf(ImAmbiguousOutcomeError);
    await expect(sent).rejects.not.toBeInstanceOf(ImApiError);
  });

  it('says so too when the quota leaves no time for it, and lets the caller abort', async () => {
    const limited = { status: 429, body: '{"code":1008}' };
    const { messages } = await startAgainst([UNKNOWN, limited], { pauseMs: 1_000 });
    const sent = messages.sendPrivate(HELLO);
    await expect(sent).rejects.toBeInstanceOf(ImAmbiguousOutcomeError);
    await expect(sent).rejects.toMatchObject({ cause: expect.any(ImRateLimitError) });

    const aborting = new AbortController();
    const aborted = await startAgainst([UNKNOWN], {
      hooks: {
        onRetry: () => {
          aborting.abort();
        },
      },
    });
    await expect(aborted.messages.sendPrivate(HELLO, { signal: aborting.signal })).rejects.toThrow(
      /aborted before it was sent again; it may have been applied before/,
    );
  });
});
