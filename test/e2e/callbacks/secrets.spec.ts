import { inspect } from 'node:util';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { LoggerService } from '@nestjs/common';
import { ImCallbackFilter } from '../../../lib/callback/callback.filter.js';
import { MemoryClaimStore } from '../../../lib/callback/claims/memory-claim.store.js';
import type { ImVerdict } from '../../../lib/callback/verdict.js';
import type { ImCallbackEvent } from '../../../lib/im.hooks.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import {
  CallbackClient,
  type CallbackReply,
  FORM,
  JSON_TYPE,
  PRE_MESSAGE,
  ROUTED_MESSAGE,
  signatureOf,
} from '../../support/callback-client.js';
import { CALLBACK_PATH, createCallbacks } from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

const SECRET = 'current-secret-c0ffee';
const PREVIOUS = 'previous-secret-c0ffee';

describe.each(PLATFORMS)('what callbacks tell, on %s', (platform) => {
  const ending = endAfterEach();
  /** All that came out, as it came. */
  const told: unknown[] = [];
  const forbidden: string[] = [];

  afterEach(() => {
    jest.restoreAllMocks();
  });

  function sign(parts: Parameters<typeof signatureOf>[0] = {}): Record<string, string> {
    const query = signatureOf({ appSecret: SECRET, ...parts });
    forbidden.push(String(query['signature']), String(query['nonce']));
    forbidden.push(new URLSearchParams(query).toString());
    return query;
  }

  async function start(appSecret: string | (() => Promise<string>) = SECRET) {
    told.length = 0;
    forbidden.length = 0;
    forbidden.push(SECRET, PREVIOUS);
    const note = (...args: unknown[]): void => void told.push(args);
    const logger: LoggerService = { log: note, warn: note, error: note };
    const hooks = { onCallback: (event: ImCallbackEvent) => void told.push(event) };
    const caught = jest.spyOn(ImCallbackFilter.prototype, 'catch');
    const late = deferred<ImVerdict>();
    const controller = createCallbacks(
      {
        routed: ({ content }) => {
          if (content === 'fail') throw new Error('database is away');
        },
        moderate: () => late.promise,
      },
      { answerWithinMs: 20 },
    );
    const claims = new MemoryClaimStore();
    jest.spyOn(claims, 'settle').mockImplementationOnce(() => {
      throw new Error('redis is away');
    });
    const callbacks = { claims, previousSecrets: [PREVIOUS] };
    const options = observedOptions(new Observations(), { appSecret, callbacks });
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot({ ...options, hooks, logger })],
        controllers: [controller],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    return { caught, client, late };
  }

  function expectNothing(replies: readonly CallbackReply[], caught: readonly unknown[]): void {
    const texts = [...told, ...replies, ...caught].flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(replies.length);
    for (const word of forbidden) {
      expect(texts.filter((text) => text.includes(word))).toEqual([]);
    }
  }

  it('holds no secret, signature or signed address, however a callback ends', async () => {
    const { caught, client, late } = await start();
    const routed = (query: Record<string, string>, fields: Record<string, string> = {}) =>
      client.form('message-routing', { ...ROUTED_MESSAGE, ...fields }, query);
    const body = new URLSearchParams(ROUTED_MESSAGE).toString();
    const once = sign({ appSecret: PREVIOUS });
    const stale = String(Date.now() - 3_600_000);
    const replies = [
      await routed(sign(), { content: 'its answer is forgotten' }),
      await routed(once),
      await routed(once),
      await routed(once, { content: 'replayed' }),
      await routed(sign(), { content: 'fail' }),
      await routed(sign({ appSecret: 'of-another-app' })),
      await routed(sign({ timestamp: stale })),
      await routed(sign({ appKey: 'unknown' })),
      await routed({ ...sign(), nonce: '' }),
      await routed({ ...sign(), signature: 'no-digest-at-all' }),
      await routed(sign(), { msgUID: '' }),
      await client.send('message-routing', body, { 'Content-Type': 'text/plain' }, sign()),
      await client.send('message-routing', '{', { 'Content-Type': JSON_TYPE }, sign()),
      await client.send('user-online-status', '{', { 'Content-Type': JSON_TYPE }, sign()),
      await client.send('message-routing', 'x'.repeat(600_000), { 'Content-Type': FORM }, sign()),
      await client.form('pre-messaging', PRE_MESSAGE, sign()),
      await client.form('pre-messaging', PRE_MESSAGE, sign()),
    ];
    late.reject(new Error('model is away'));
    await expect(late.promise).rejects.toThrow();

    const statuses = [
      200, 200, 200, 401, 500, 401, 401, 401, 401, 401, 400, 415, 400, 400, 413, 200, 200,
    ];
    expect(replies.map(({ status }) => status)).toEqual(statuses);
    const exceptions = caught.mock.calls.map(([exception]) => exception);
    expect(exceptions.length).toBeGreaterThan(5);
    expectNothing(replies, exceptions);
  });

  it('holds none of them when the App Secret cannot be had', async () => {
    const { caught, client } = await start(() => Promise.reject(new Error('vault is away')));
    const reply = await client.form('message-routing', ROUTED_MESSAGE, sign());
    expect(reply.status).toBe(500);
    expectNothing(
      [reply],
      caught.mock.calls.map(([exception]) => exception),
    );
  });
});

/** All that somebody might write down of a value. */
function textsOf(value: unknown): string[] {
  const texts = [inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value)];
  if (value instanceof Error) {
    texts.push(String(value.stack), ...(value.cause === undefined ? [] : textsOf(value.cause)));
  }
  return texts;
}
