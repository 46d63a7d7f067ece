import { describe, expect, it } from '@jest/globals';
import { ImUserService } from '../../lib/index.js';
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
