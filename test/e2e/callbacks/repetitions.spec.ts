import { describe, expect, it, jest } from '@jest/globals';
import { Param, type Type } from '@nestjs/common';
import { ImCallback, ImEvent, OnImEvent } from '../../../lib/callback/callback.decorators.js';
import type { RoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import type { ImCallbackReply, ImClaim } from '../../../lib/callback/claims/claim.store.js';
import { MemoryClaimStore } from '../../../lib/callback/claims/memory-claim.store.js';
import { ImModule } from '../../../lib/im.module.js';
import type { ImCallbackOptions } from '../../../lib/im.options.js';
import {
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import { CallbackClient, ROUTED_MESSAGE, signatureOf } from '../../support/callback-client.js';
import { endAfterEach } from '../../support/resources.js';

const handled = jest.fn<(place: string) => void>();

@ImCallback('tenants/:tenant/im')
class TenantCallbacks {
  @OnImEvent('message-routing')
  routed(@ImEvent() _message: RoutedMessage, @Param('tenant') tenant: string): void {
    handled(tenant);
  }
}

@ImCallback('audit')
class AuditCallbacks {
  @OnImEvent('message-routing')
  routed(): void {
    handled('audit');
  }
}

/** A store that notes for how long it is to remember. */
class TimedStore extends MemoryClaimStore {
  readonly lives: Record<string, number> = {};

  override bind(key: string, bodyHash: string, ttlMs: number): boolean {
    this.lives['bind'] = ttlMs;
    return super.bind(key, bodyHash, ttlMs);
  }

  override claim(key: string, ttlMs: number): ImClaim {
    this.lives['claim'] = ttlMs;
    return super.claim(key, ttlMs);
  }

  override settle(key: string, reply: ImCallbackReply, ttlMs: number): void {
    this.lives['settle'] = ttlMs;
    super.settle(key, reply, ttlMs);
  }
}

describe.each(PLATFORMS)('repetitions of callbacks, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(callbacks: ImCallbackOptions = {}) {
    handled.mockReset();
    const seen = new Observations();
    const controllers: Type[] = [TenantCallbacks, AuditCallbacks];
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot(observedOptions(seen, { callbacks }))],
        controllers,
      }),
      (it) => it.stop(),
    );
    const send = (path: string, query?: Record<string, string>) =>
      new CallbackClient(`${url}/${path}`).form('message-routing', ROUTED_MESSAGE, query);
    return { send, seen };
  }

  it('are told by the place that they come to', async () => {
    const { send } = await start();
    for (const path of ['tenants/acme/im', 'tenants/globex/im', 'audit', 'tenants/acme/im']) {
      expect(await send(path)).toMatchObject({ status: 200 });
    }
    expect(handled.mock.calls).toEqual([['acme'], ['globex'], ['audit']]);
  });

  it('are refused at another place, which their signature does not cover', async () => {
    const { send, seen } = await start();
    const query = signatureOf();
    expect(await send('tenants/acme/im', query)).toMatchObject({ status: 200 });
    for (const path of ['tenants/globex/im', 'audit']) {
      expect(await send(path, query)).toMatchObject({ status: 401 });
    }
    expect(handled.mock.calls).toEqual([['acme']]);
    expect(seen.outcomes.slice(1)).toEqual(['rejected 401 replayed', 'rejected 401 replayed']);
  });

  it('are told however their address is written, as nothing signs it', async () => {
    const { send, seen } = await start();
    const [same, tenant] =
      platform === 'express'
        ? ['TENANTS/acme/Im', 'tenants/%61cme/im']
        : ['t%65nants/acme/im', 'tenants/%61cme/im'];
    const query = signatureOf();
    for (const path of ['tenants/acme/im', same, tenant]) {
      expect(await send(path, query)).toMatchObject({ status: 200 });
    }
    expect(handled).toHaveBeenCalledTimes(1);
    expect(seen.outcomes).toEqual(['handled 200', 'duplicate 200', 'duplicate 200']);
  });

  it('are remembered as long as a new signature may be fresh', async () => {
    const claims = new TimedStore();
    const { send } = await start({ claims, toleranceMs: 3_600_000 });
    const old = signatureOf({ timestamp: String(Date.now() - 3_000_000) });
    expect(await send('audit', old)).toMatchObject({ status: 200 });
    expect(claims.lives).toMatchObject({ claim: 3_600_000, settle: 3_600_000 });
    expect(claims.lives['bind']).toBeLessThanOrEqual(600_000);
    const ahead = signatureOf({ timestamp: String(Date.now() + 3_000_000) });
    expect(await send('tenants/acme/im', ahead)).toMatchObject({ status: 200 });
    expect(claims.lives['claim']).toBe(claims.lives['bind']);
    expect(claims.lives['claim']).toBeGreaterThan(3_600_000);
  });
});
