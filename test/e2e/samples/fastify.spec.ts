import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { textMessage } from '../../../lib/index.js';
import { type ImEmulatorApp, ImEmulator, signCallback } from '../../../lib/testing/index.js';
import { createApp, type MarketOptions } from '../../../sample/03-fastify/app.js';
import { ReverseProxy } from '../../../sample/03-fastify/reverse-proxy.js';
import { callApp } from '../../../sample/shared/app-client.js';
import { endAfterEach } from '../../support/resources.js';
import { contentsOf } from '../../support/sample-app.js';

const PLATFORM_IP = '203.0.113.7';
const OLD_SECRET = 'eu-secret-of-last-year';
const CALLBACKS = '/api/v1/im/callbacks';

describe('the Fastify sample', () => {
  const ending = endAfterEach();

  async function start({ clientIp = PLATFORM_IP } = {}) {
    const eu = ending(await ImEmulator.start({ appKey: 'eu', appSecret: 'eu-secret' }), (it) =>
      it.stop(),
    );
    const asia = eu.addApp({ appKey: 'asia', appSecret: 'asia-secret' });
    const logs: string[] = [];
    const note = (...messages: unknown[]) => void logs.push(messages.map(String).join(' '));
    /** Where the secret of the app in Europe is kept. */
    const vault = { secret: 'eu-secret' };
    const market = ({ moduleOptions }: ImEmulatorApp): MarketOptions => ({
      ...moduleOptions,
      appSecret: () => Promise.resolve(moduleOptions.appSecret),
      previousSecrets: [],
    });
    const app = await createApp({
      markets: {
        eu: {
          ...market(eu),
          appSecret: () => Promise.resolve(vault.secret),
          previousSecrets: [OLD_SECRET],
        },
        asia: market(asia),
      },
      proxies: ['127.0.0.1'],
      platformIps: [PLATFORM_IP],
      accessLog: { write: note },
      logger: { log: note, warn: note, error: note },
    });
    ending(app, (it) => it.close());
    await app.listen(0, '127.0.0.1');
    const proxy = ending(await new ReverseProxy(await app.getUrl(), clientIp).start(), (it) =>
      it.stop(),
    );
    eu.setCallbackUrl(proxy.url + CALLBACKS);
    asia.setCallbackUrl(proxy.url + CALLBACKS);
    return {
      asia,
      call: callApp(`${proxy.url}/api/v1`),
      eu,
      logs,
      vault,
      /** Posts a callback to the app in Europe; returns the status and what the signature was. */
      post: async (appSecret: string, path = `${CALLBACKS}/user-online-status`) => {
        const event = 'user-online-status';
        const { headers, url } = signCallback({
          event,
          appKey: 'eu',
          appSecret,
          url: proxy.url + path,
        });
        const change = { userid: 'ada', status: '1', time: Date.now(), sessionId: 's-1' };
        const body = JSON.stringify([change]);
        const { status } = await fetch(url, { method: 'POST', headers, body });
        // What an interceptor of one's own might log.
        new Logger('Requests').log(`POST ${url}`);
        const { searchParams } = new URL(url);
        return {
          status,
          signature: searchParams.get('signature'),
          nonce: searchParams.get('nonce'),
        };
      },
    };
  }

  it('takes the callbacks of both apps at one address, and answers with the services of each', async () => {
    const { asia, eu } = await start();
    const devices = [eu, asia].map((app) => app.connect(app.addUser({ userId: 'ada' })));
    await eu.callbacksSettled();
    expect(devices.map(contentsOf)).toEqual([
      [{ content: 'Welcome to eu!' }],
      [{ content: 'Welcome to asia!' }],
    ]);
  });

  it('gives verdicts as they are, and wraps all other answers', async () => {
    const { asia, call } = await start();
    const ada = asia.connect(asia.addUser({ userId: 'ada' }));
    for (const [content, outcome] of [
      ['Hello!', 'delivered'],
      ['http://spam.example', 'blocked'],
    ] as const) {
      const result = await ada.send({ toUserId: 'bob', ...textMessage({ content }) });
      expect(result).toMatchObject({ outcome, delivery: { answered: true } });
      expect(result.verdict).toBe(outcome === 'blocked' ? 'block' : 'deliver');
    }
    const reply = await call('', 'POST /markets/asia/login', { userId: 'ada', name: 'Ada' });
    expect(reply).toEqual({ status: 200, body: { data: { token: expect.any(String) } } });
  });

  it('wants a login, but not for the login and not of the platform', async () => {
    const { call, eu, post } = await start();
    const message = { to: 'bob', text: 'Hello!' };
    expect(await call('', 'POST /markets/eu/messages', message)).toMatchObject({ status: 401 });
    expect(await call('ada', 'POST /markets/eu/messages', message)).toMatchObject({ status: 201 });
    expect(eu.messages).toMatchObject([{ fromUserId: 'ada', toUserId: 'bob' }]);
    expect(await call('ada', 'POST /markets/moon/messages', message)).toMatchObject({
      status: 404,
    });
    expect(await post('eu-secret')).toMatchObject({ status: 200 });
  });

  it('is strict about what clients send, and takes what the platform adds', async () => {
    const { call, eu } = await start();
    const login = { userId: 'ada', name: 'Ada', role: 'admin' };
    expect(await call('', 'POST /markets/eu/login', login)).toMatchObject({ status: 400 });
    const { attempts } = await eu.fire('user-online-status', { status: '1', aField: 'new' });
    expect(attempts).toMatchObject([{ status: 200 }]);
  });

  it('takes callbacks from the addresses of the platform only, as the proxy tells them', async () => {
    const { post } = await start({ clientIp: '198.51.100.1' });
    expect(await post('eu-secret')).toMatchObject({ status: 401 });
  });

  it('changes a secret without a restart', async () => {
    const { call, post, vault } = await start();
    const login = () => call('', 'POST /markets/eu/login', { userId: 'ada', name: 'Ada' });
    vault.secret = OLD_SECRET;
    expect((await login()).status).toBeGreaterThanOrEqual(400);
    vault.secret = 'eu-secret';
    expect(await login()).toMatchObject({ status: 200 });
    const statuses = [];
    for (const secret of ['eu-secret', OLD_SECRET, 'asia-secret']) {
      statuses.push((await post(secret)).status);
    }
    expect(statuses).toEqual([200, 200, 401]);
  });

  it('writes no signature into its logs', async () => {
    const { logs, post } = await start();
    const sent = [
      await post('eu-secret'),
      await post('made-up'),
      await post('eu-secret', `${CALLBACKS}/no-such-event`),
      await post('eu-secret', '/elsewhere'),
    ];
    expect(sent.map(({ status }) => status)).toEqual([200, 401, 404, 404]);
    expect(logs.filter((line) => line.includes('signature=***')).length).toBeGreaterThanOrEqual(8);
    const secrets = sent.flatMap(({ signature, nonce }) => [signature, nonce]);
    for (const text of [...secrets, 'eu-secret', OLD_SECRET]) {
      expect(logs.filter((line) => line.includes(String(text)))).toEqual([]);
    }
  });
});
