import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { ImAppRegistry, ImUserService } from '../../lib/index.js';
import { createApp } from '../../lib/im.app.js';
import { verifySignature } from '../../lib/signature/verify.js';
import { RecordingServer } from '../support/recording-server.js';
import { endAfterEach } from '../support/resources.js';

const CALLS = 10_000;
const IN_FLIGHT = 64;
const APPS = [
  { appKey: 'key-of-a', appSecret: 'secret-of-a' },
  { appKey: 'key-of-b', appSecret: 'secret-of-b' },
] as const;

describe('two apps in one process', () => {
  const ending = endAfterEach();

  it(`never put a header of one on the other's wire in ${CALLS} interleaved calls`, async () => {
    const server = ending(
      await RecordingServer.start(() => ({ body: '{"code":200,"userId":"u","token":"t"}' })),
      (it) => it.stop(),
    );
    const services = APPS.map(({ appKey, appSecret }) =>
      ending(
        createApp(appKey, { appKey, appSecret, endpoints: [server.url], rateLimit: 'off' }),
        (it) => it.close(),
      ).get(ImUserService),
    );
    let started = 0;
    async function work(): Promise<void> {
      while (started < CALLS) {
        const which = started % APPS.length;
        started += 1;
        const name = APPS[which]?.appKey ?? '';
        await services[which]?.register({ userId: 'u', name });
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, work));

    expect(server.requests).toHaveLength(CALLS);
    const crossed = server.requests.filter(({ headers, body }) => {
      const sender = APPS.find(({ appKey }) => body === `userId=u&name=${appKey}`);
      const parts = { nonce: String(headers['nonce']), timestamp: String(headers['timestamp']) };
      return (
        sender === undefined ||
        headers['app-key'] !== sender.appKey ||
        !verifySignature([sender.appSecret], parts, String(headers['signature']))
      );
    });
    expect(crossed).toEqual([]);
    const nonces = new Set(server.requests.map(({ headers }) => headers['nonce']));
    expect(nonces.size).toBe(CALLS);
  }, 60_000);
});

describe('apps of an app registry', () => {
  const ending = endAfterEach();
  const TENANTS = 1_000;
  const AT_A_TIME = 50;
  const MOST_HEAP_KEPT = 5 * 1_024 ** 2;

  it(`leave nothing behind: ${TENANTS} created, called with and closed`, async () => {
    const server = ending(
      await RecordingServer.start(() => ({ body: '{"code":200,"userId":"u","token":"t"}' })),
      (it) => it.stop(),
    );
    const registry = new ImAppRegistry();

    /** One app's life; returns whether its only request bears its own name and signature. */
    async function live(name: string): Promise<void> {
      const options = { appKey: `key-${name}`, appSecret: `secret-${name}` };
      const app = registry.create(name, { ...options, endpoints: [server.url] });
      expect(registry.get(name)).toBe(app);
      await app.get(ImUserService).register({ userId: 'u', name });
      await registry.close(name);
      expect(registry.get(name)).toBeUndefined();
    }

    /** Lets apps live side by side, and returns how many requests bore parts of another. */
    async function liveTogether(names: readonly string[]): Promise<number> {
      await Promise.all(names.map(live));
      return server.requests.splice(0).filter(({ headers, body }) => {
        const name = new URLSearchParams(body).get('name') ?? '';
        const parts = { nonce: String(headers['nonce']), timestamp: String(headers['timestamp']) };
        return (
          headers['app-key'] !== `key-${name}` ||
          !verifySignature([`secret-${name}`], parts, String(headers['signature']))
        );
      }).length;
    }

    const namesOf = (round: string): string[] =>
      Array.from({ length: AT_A_TIME }, (_, index) => `${round}-${index}`);
    await liveTogether(namesOf('warm-up'));
    const before = usedHeap();
    let crossed = 0;
    for (let round = 0; round < TENANTS / AT_A_TIME; round += 1) {
      crossed += await liveTogether(namesOf(String(round)));
    }
    const kept = usedHeap() - before;
    process.stdout.write(
      `${TENANTS} apps came and went: ${(kept / 1_024 ** 2).toFixed(2)} MB kept\n`,
    );
    expect(crossed).toBe(0);
    expect(kept).toBeLessThan(MOST_HEAP_KEPT);
  }, 60_000);
});

/** Bytes in use after a collection, which Node offers only on request. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
