import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, jest } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { ImVerdictOptions } from '../../../lib/callback/callback.handler.js';
import type { ImCallbackReply, ImClaim } from '../../../lib/callback/claims/claim.store.js';
import type { PreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { MemoryClaimStore } from '../../../lib/callback/claims/memory-claim.store.js';
import { ImVerdict } from '../../../lib/callback/verdict.js';
import { ImModule } from '../../../lib/im.module.js';
import type { ImModuleOptions } from '../../../lib/im.options.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import { CallbackClient, PRE_MESSAGE, ROUTED_MESSAGE } from '../../support/callback-client.js';
import {
  CALLBACK_PATH,
  type CallbackHandlers,
  createCallbacks,
} from '../../support/callback-controller.js';
import { deferred } from '../../support/deferred.js';
import { endAfterEach } from '../../support/resources.js';

const BLOCK = '{"pass":0}';
const FAILURE = '{"statusCode":500,"message":"Internal server error"}';
const AWAY = 'redis is away';

function never<Value>(): Promise<Value> {
  return deferred<Value>().promise;
}

interface Parts {
  readonly handlers?: CallbackHandlers;
  readonly verdictOptions?: ImVerdictOptions<PreMessage>;
  readonly options?: Partial<Pick<ImModuleOptions, 'appSecret' | 'callbacks'>>;
  readonly configure?: (app: INestApplication) => void;
}

describe.each(PLATFORMS)('callbacks when something fails, on %s', (platform) => {
  const ending = endAfterEach();

  async function start({ handlers = {}, verdictOptions, options, configure }: Parts) {
    const seen = new Observations();
    const { app, url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot(observedOptions(seen, options))],
        controllers: [createCallbacks(handlers, verdictOptions)],
        ...(configure && { configure }),
      }),
      (it) => it.stop(),
    );
    return { app, seen, url, client: new CallbackClient(`${url}/${CALLBACK_PATH}`) };
  }

  class ThrowingBind extends MemoryClaimStore {
    override bind(): never {
      throw new Error(AWAY);
    }
  }
  class ThrowingClaim extends MemoryClaimStore {
    override claim(): never {
      throw new Error(AWAY);
    }
  }
  class RejectingBind extends MemoryClaimStore {
    override bind(): never {
      return Promise.reject(new Error(AWAY)) as never;
    }
  }
  class RejectingClaim extends MemoryClaimStore {
    override claim(): never {
      return Promise.reject(new Error(AWAY)) as never;
    }
  }
  class RejectingWait extends MemoryClaimStore {
    override claim(): ImClaim {
      return { state: 'running' };
    }
    override wait(): Promise<never> {
      return Promise.reject(new Error(AWAY));
    }
  }
  class HangingBind extends MemoryClaimStore {
    override bind(): never {
      return never<boolean>() as never;
    }
  }
  class HangingClaim extends MemoryClaimStore {
    override claim(): never {
      return never<ImClaim>() as never;
    }
  }

  it.each([ThrowingBind, RejectingClaim])(
    'refuses them without the store where the app wants so: %p',
    async (Store) => {
      const moderate = jest.fn(() => ImVerdict.deliver());
      const handlers = { routed: jest.fn<() => void>(), moderate };
      const callbacks = { claims: new Store(), onClaimsFailure: 'refuse' } as const;
      const verdictOptions = { onError: 'block' } as const;
      const { client, seen } = await start({ handlers, verdictOptions, options: { callbacks } });
      expect((await client.form('message-routing', ROUTED_MESSAGE)).status).toBe(500);
      const verdict = await client.form('pre-messaging', PRE_MESSAGE);
      expect(verdict).toMatchObject({ status: 200, body: '{"pass":0}' });
      expect(seen.outcomes).toEqual(['failed 500 claims-failed', 'failed 200 claims-failed']);
      expect(handlers.routed).not.toHaveBeenCalled();
      expect(moderate).not.toHaveBeenCalled();
    },
  );

  it.each([
    [ThrowingBind, AWAY],
    [ThrowingClaim, AWAY],
    [RejectingBind, AWAY],
    [RejectingClaim, AWAY],
    [RejectingWait, AWAY],
    [HangingBind, 'it did not answer in time'],
    [HangingClaim, 'it did not answer in time'],
  ])('handles them without a store that fails or hangs: %p', async (Store, problem) => {
    const routed = jest.fn<() => void>();
    const handlers = { routed, moderate: () => Promise.resolve(ImVerdict.block()) };
    const claims = new Store();
    const settle = jest.spyOn(claims, 'settle');
    const { client, seen } = await start({ handlers, options: { callbacks: { claims } } });
    const replies = await Promise.all([
      client.form('message-routing', ROUTED_MESSAGE),
      client.form('pre-messaging', PRE_MESSAGE),
    ]);
    expect(replies.map(({ body, status }) => `${status} ${body}`)).toEqual([
      '200 ',
      `200 ${BLOCK}`,
    ]);
    expect(routed).toHaveBeenCalledTimes(1);
    expect(settle).not.toHaveBeenCalled();
    expect(seen.outcomes).toEqual(['handled 200 claims-failed', 'handled 200 claims-failed']);
    const line = `error The claim store failed, so a callback is handled without it: ${problem}`;
    expect(seen.logs).toEqual([line, line]);
  });

  it('give a claim back that comes too late', async () => {
    const claim = deferred<ImClaim>();
    const claimed = deferred<string>();
    const released = deferred<string>();
    class LateStore extends MemoryClaimStore {
      override claim(callbackKey: string): never {
        claimed.resolve(callbackKey);
        return claim.promise as never;
      }
      override release(callbackKey: string): void {
        released.resolve(callbackKey);
      }
    }
    const options = { callbacks: { claims: new LateStore() } };
    const verdictOptions = { answerWithinMs: 50, onError: 'block' } as const;
    const { client } = await start({ options, verdictOptions });
    expect(await client.form('pre-messaging', PRE_MESSAGE)).toMatchObject({ status: 200 });
    claim.resolve({ state: 'claimed' });
    expect(await released.promise).toBe(await claimed.promise);
  });

  it('answer in time when a store never tells how the first one ended', async () => {
    class DeafStore extends MemoryClaimStore {
      override claim(): ImClaim {
        return { state: 'running' };
      }
      override wait(): Promise<ImCallbackReply | undefined> {
        return never();
      }
    }
    const moderate = jest.fn<NonNullable<CallbackHandlers['moderate']>>();
    const { client, seen } = await start({
      handlers: { moderate },
      verdictOptions: { answerWithinMs: 20, onError: 'block' },
      options: { callbacks: { claims: new DeafStore() } },
    });
    const reply = await client.form('pre-messaging', PRE_MESSAGE);
    expect(reply).toMatchObject({ status: 200, body: BLOCK });
    expect(moderate).not.toHaveBeenCalled();
    expect(seen.outcomes).toEqual(['failed 200 still-running']);
  });

  it.each<[string, () => string | Promise<string>, RegExp]>([
    ['rejects', () => Promise.reject(new Error('vault')), /`appSecret` could not be read/],
    [
      'throws',
      () => {
        throw new Error('vault');
      },
      /`appSecret` could not be read/,
    ],
    ['is empty', () => '', /`appSecret` could not be read/],
    ['hangs', () => never(), /did not answer in time/],
  ])('answer 500 when the App Secret %s', async (_, appSecret, problem) => {
    const moderate = jest.fn<NonNullable<CallbackHandlers['moderate']>>();
    const { client, seen } = await start({
      handlers: { moderate },
      verdictOptions: { answerWithinMs: 20 },
      options: { appSecret },
    });
    const reply = await client.form('pre-messaging', PRE_MESSAGE);
    expect(reply).toMatchObject({ status: 500, body: FAILURE });
    expect(moderate).not.toHaveBeenCalled();
    expect(seen.outcomes).toEqual(['failed 500 secret-unavailable']);
    expect(seen.callbacks[0]).toMatchObject({ app: 'default', event: 'pre-messaging' });
    expect(seen.logs).toHaveLength(1);
    expect(seen.logs[0]).toMatch(/^error Callback pre-messaging of app 'default' failed with 500/);
    expect(seen.logs[0]).toMatch(problem);
  });

  it('say nothing when a client hangs up within its body', async () => {
    const { app, client, seen, url } = await start({});
    const server = app.getHttpServer() as Server;
    const connected = once(server, 'connection');
    const requested = once(server, 'request');
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /${CALLBACK_PATH}/message-routing HTTP/1.1\r\nHost: ${hostname}\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nfrom',
    );
    const [incoming] = (await connected) as [Socket];
    await requested;
    const closed = deferred();
    incoming.on('close', () => {
      closed.resolve();
    });
    socket.destroy();
    await closed.promise;
    expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status: 200 });
    expect(seen.outcomes).toEqual(['handled 200']);
    expect(seen.logs).toEqual([]);
  });
});

interface HookedInstance {
  addHook(name: string, hook: () => Promise<void>): unknown;
}

describe('callbacks when something fails, on fastify alone', () => {
  const ending = endAfterEach();

  it.each([
    [new Error('session store is away'), 'session store is away', 'Error'],
    ['session store is away', 'session store is away', 'unknown'],
  ])('tell of a hook of the application that fails (%#)', async (thrown, message, reason) => {
    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp('fastify', {
        imports: [ImModule.forRoot(observedOptions(seen))],
        controllers: [createCallbacks({})],
        configure: (app) => {
          const fastify = app.get(HttpAdapterHost).httpAdapter.getInstance<HookedInstance>();
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- some do.
          fastify.addHook('preValidation', () => Promise.reject(thrown));
        },
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    expect(await client.form('message-routing', ROUTED_MESSAGE)).toMatchObject({ status: 500 });
    expect(seen.outcomes).toEqual([`failed 500 ${reason}`]);
    expect(seen.logs).toEqual([
      `error Callback message-routing failed with 500, ${reason}: ${message}`,
    ]);
  });
});
