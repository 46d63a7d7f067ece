import { describe, expect, it, jest } from '@jest/globals';
import { of } from 'rxjs';
import type {
  ImNoVerdictReason,
  ImVerdictOptions,
} from '../../../lib/callback/callback.handler.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { MemoryClaimStore } from '../../../lib/callback/claims/memory-claim.store.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import { ImModule } from '../../../lib/im.module.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import {
  CallbackClient,
  PRE_MESSAGE,
  PRESENCE,
  ROUTED_MESSAGE,
} from '../../support/callback-client.js';
import {
  CALLBACK_PATH,
  type CallbackHandlers,
  createCallbacks,
} from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

const DELIVER = '{"pass":1}';
const FAILURE = '{"statusCode":500,"message":"Internal server error"}';

/** A store that says when a number of repetitions wait. */
class WatchedClaimStore extends MemoryClaimStore {
  readonly waiting = deferred();
  #missing: number;

  constructor(expected: number) {
    super();
    this.#missing = expected;
  }

  override wait(key: string, waitMs: number): Promise<string | undefined> {
    const reply = super.wait(key, waitMs);
    if (--this.#missing === 0) this.waiting.resolve();
    return reply;
  }
}

describe.each(PLATFORMS)('answers to callbacks, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(
    handlers: CallbackHandlers,
    verdictOptions: ImVerdictOptions<PreMessage> = {},
    claims = new MemoryClaimStore(),
  ) {
    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot(observedOptions(seen, { callbacks: { claims } }))],
        controllers: [createCallbacks(handlers, verdictOptions)],
      }),
      (it) => it.stop(),
    );
    return { seen, client: new CallbackClient(`${url}/${CALLBACK_PATH}`) };
  }

  it('hands over parsed events and answers 200 without a body', async () => {
    const routed = jest.fn<NonNullable<CallbackHandlers['routed']>>();
    const presence = jest.fn<NonNullable<CallbackHandlers['presence']>>();
    const { client, seen } = await start({ routed, presence });
    const fields = { ...ROUTED_MESSAGE, groupUserIds: ['bob', 'carol'], newField: 'kept' };
    expect(await client.form('message-routing', fields)).toMatchObject({ status: 200, body: '' });
    expect(routed).toHaveBeenCalledWith(
      expect.objectContaining({
        msgTimestamp: 1767225600123,
        groupUserIds: ['bob', 'carol'],
        newField: 'kept',
      }),
    );
    expect(await client.json('user-online-status', PRESENCE)).toMatchObject({ status: 200 });
    expect(presence).toHaveBeenCalledWith([
      expect.objectContaining({ userId: 'alice', time: 1767225600789 }),
    ]);
    expect(seen.outcomes).toEqual(['handled 200', 'handled 200']);
    expect(seen.callbacks[0]).toMatchObject({ app: 'default', event: 'message-routing' });
  });

  it('answers with the verdict as JSON, from a value, a promise or an Observable', async () => {
    const verdict = ImVerdict.replace({ content: { content: '***' } });
    const answers = [verdict, Promise.resolve(verdict), of(verdict)];
    const { client } = await start({ moderate: () => answers.shift() ?? ImVerdict.block() });
    for (const messageId of ['1', '2', '3']) {
      const reply = await client.form('pre-messaging', { ...PRE_MESSAGE, messageId });
      expect(reply.status).toBe(200);
      expect(reply.type).toMatch(/^application\/json/);
      expect(reply.body).toBe('{"pass":1,"replaceContent":"{\\"content\\":\\"***\\"}"}');
    }
  });

  it('gives a repetition the same answer without running the handler', async () => {
    const moderate = jest.fn(() => ImVerdict.block({ extra: 'spam' }));
    const routed = jest.fn<() => void>();
    const { client, seen } = await start({ moderate, routed });
    for (let times = 0; times < 3; times++) {
      const reply = await client.form('pre-messaging', PRE_MESSAGE);
      expect(reply).toMatchObject({ status: 200, body: '{"pass":0,"extra":"spam"}' });
      expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status: 200 });
    }
    expect(moderate).toHaveBeenCalledTimes(1);
    expect(routed).toHaveBeenCalledTimes(1);
    const twice = ['duplicate 200', 'duplicate 200'];
    expect(seen.outcomes).toEqual(['handled 200', 'handled 200', ...twice, ...twice]);
  });

  it('makes repetitions wait for the one that runs', async () => {
    const claims = new WatchedClaimStore(2);
    const result = deferred<ImVerdict>();
    const moderate = jest.fn(() => result.promise);
    const { client } = await start({ moderate }, { answerWithinMs: 3_000 }, claims);
    const replies = [1, 2, 3].map(() => client.form('pre-messaging', PRE_MESSAGE));
    await claims.waiting.promise;
    result.resolve(ImVerdict.block());
    for (const reply of await Promise.all(replies)) expect(reply.body).toBe('{"pass":0}');
    expect(moderate).toHaveBeenCalledTimes(1);
  });

  it('lets a waiting repetition try when the first one fails', async () => {
    const claims = new WatchedClaimStore(1);
    const first = deferred();
    const routed = jest.fn(() => Promise.resolve()).mockReturnValueOnce(first.promise);
    const { client } = await start({ routed }, {}, claims);
    const replies = [1, 2].map(() => client.form('message-routing', ROUTED_MESSAGE));
    await claims.waiting.promise;
    first.reject(new Error('database is away'));
    const statuses = (await Promise.all(replies)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 500]);
    expect(routed).toHaveBeenCalledTimes(2);
  });

  it('answers 500 when the handler fails, and handles the repetition', async () => {
    const routed = jest.fn<() => void>().mockImplementationOnce(() => {
      throw new Error('database is away');
    });
    const { client, seen } = await start({ routed });
    const reply = await client.form('message-routing', ROUTED_MESSAGE);
    expect(reply).toMatchObject({ status: 500, body: FAILURE });
    expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status: 200 });
    expect(seen.outcomes).toEqual(['failed 500 handler-failed', 'handled 200']);
    expect(seen.logs).toEqual(['error Callbacks.routed failed: database is away']);
  });

  it.each([
    ['deliver', DELIVER],
    ['block', '{"pass":0}'],
    [
      ({ fromUserId }: PreMessage) => ImVerdict.block({ extra: fromUserId }),
      '{"pass":0,"extra":"alice"}',
    ],
    [
      () => {
        throw new Error('again');
      },
      DELIVER,
    ],
  ] as const)('answers a failed verdict by onError, each time (%#)', async (onError, body) => {
    const moderate = jest.fn(() => Promise.reject(new Error('model is away')));
    const { client, seen } = await start({ moderate }, { onError });
    for (let times = 0; times < 2; times++) {
      const reply = await client.form('pre-messaging', PRE_MESSAGE);
      expect(reply).toMatchObject({ status: 200, body });
    }
    expect(moderate).toHaveBeenCalledTimes(1);
    expect(seen.outcomes).toEqual(['failed 200 handler-failed', 'duplicate 200']);
  });

  it('answers a late verdict by onError and ignores what comes later', async () => {
    const result = deferred<ImVerdict>();
    const moderate = jest.fn(() => result.promise);
    const onError = (_: PreMessage, reason: ImNoVerdictReason) =>
      ImVerdict.block({ extra: reason });
    const { client, seen } = await start({ moderate }, { answerWithinMs: 1, onError });
    const body = '{"pass":0,"extra":"handler-late"}';
    expect(await client.form('pre-messaging', PRE_MESSAGE)).toMatchObject({ body });
    result.resolve(ImVerdict.deliver());
    await result.promise;
    expect(await client.form('pre-messaging', PRE_MESSAGE)).toMatchObject({ body });
    expect(moderate).toHaveBeenCalledTimes(1);
    expect(seen.outcomes).toEqual(['failed 200 handler-late', 'duplicate 200']);
    expect(seen.logs).toEqual(['warn Callbacks.moderate is late; its answer will be ignored.']);
  });

  it('goes on without a claim store that fails while it settles, and says so', async () => {
    class BrokenStore extends MemoryClaimStore {
      override settle(): never {
        throw new Error('redis is away');
      }
    }
    const { client, seen } = await start({}, {}, new BrokenStore());
    for (const status of [200, 200]) {
      expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status });
    }
    expect(seen.outcomes).toEqual(['handled 200', 'handled 200']);
    expect(seen.logs[0]).toMatch(/claim store failed.*redis is away/);
  });

  it('logs what was thrown, also when it is no error', async () => {
    const routed = jest.fn<NonNullable<CallbackHandlers['routed']>>();
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the case.
    routed.mockImplementationOnce(() => Promise.reject('database is away'));
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the case.
    routed.mockImplementationOnce(() => Promise.reject({ code: 7 }));
    const { client, seen } = await start({ routed });
    for (const status of [500, 500]) {
      expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status });
    }
    expect(seen.logs).toEqual([
      'error Callbacks.routed failed: database is away',
      'error Callbacks.routed failed: { code: 7 }',
    ]);
  });

  it('takes no promise from onError, and leaves none alone', async () => {
    const rejected = Promise.reject(new Error('onError is async'));
    const then = jest.spyOn(rejected, 'then');
    const onError = () => rejected as never;
    const moderate = () => Promise.reject(new Error('model is away'));
    const { client, seen } = await start({ moderate }, { onError });
    expect(await client.form('pre-messaging', PRE_MESSAGE)).toMatchObject({ body: DELIVER });
    expect(then).toHaveBeenCalled();
    expect(seen.logs[1]).toMatch(/^error `onError` of Callbacks.moderate failed.*a promise/);
    expect(seen.outcomes).toEqual(['failed 200 handler-failed']);
  });

  it('does not let a hook that throws harm the answer', async () => {
    const seen = new Observations();
    const onCallback = () => {
      throw new Error('metrics are away');
    };
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot({ ...observedOptions(seen), hooks: { onCallback } })],
        controllers: [createCallbacks({})],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status: 200 });
    expect(seen.logs).toHaveLength(1);
  });
});
