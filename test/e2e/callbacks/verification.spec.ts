import { describe, expect, it, jest } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { ImAppRegistry } from '../../../lib/im.app-registry.js';
import { ImModule } from '../../../lib/im.module.js';
import type { ImModuleOptions } from '../../../lib/im.options.js';
import {
  APP,
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import {
  CallbackClient,
  FORM,
  JSON_TYPE,
  PRE_MESSAGE,
  PRESENCE,
  ROUTED_MESSAGE,
  signatureOf,
} from '../../support/callback-client.js';
import { CALLBACK_PATH, createCallbacks } from '../../support/callback-controller.js';
import { endAfterEach } from '../../support/resources.js';

const UNAUTHORIZED = { status: 401, body: '{"statusCode":401,"message":"Unauthorized"}' };
const EU = { appKey: 'eu-key', appSecret: 'eu-secret' };
const ROUTED_BODY = new URLSearchParams(ROUTED_MESSAGE).toString();

function without(part: string): Record<string, string> {
  return Object.fromEntries(Object.entries(signatureOf()).filter(([name]) => name !== part));
}

function age(minutes: number): Record<string, string> {
  return signatureOf({ timestamp: String(Date.now() - minutes * 60_000) });
}

describe.each(PLATFORMS)('verification of callbacks, on %s', (platform) => {
  const ending = endAfterEach();
  const routed = jest.fn<() => void>();

  async function start(
    options: Partial<Pick<ImModuleOptions, 'appSecret' | 'callbacks'>> = {},
    { controller = createCallbacks({ routed }), named = false } = {},
  ) {
    routed.mockReset();
    const seen = new Observations();
    const imports = [
      ImModule.forRoot(observedOptions(seen, options)),
      ...(named ? [ImModule.forRoot({ name: 'eu', ...observedOptions(seen, EU) })] : []),
    ];
    const controllers: Type[] = [controller];
    const parts = { imports, controllers };
    const { app, url } = ending(await startCallbackApp(platform, parts), (it) => it.stop());
    return { seen, app, client: new CallbackClient(`${url}/${CALLBACK_PATH}`) };
  }

  it.each([
    ['a forged signature', 'signature-invalid', { ...signatureOf(), signature: 'f'.repeat(40) }],
    [
      'a signature that is no digest',
      'signature-invalid',
      { ...signatureOf(), signature: 'digest?' },
    ],
    ['the secret of another app', 'signature-invalid', signatureOf({ appSecret: 'other' })],
    ['a changed nonce', 'signature-invalid', { ...signatureOf(), nonce: '1' }],
    ['a stale timestamp', 'timestamp-stale', age(16)],
    ['a timestamp ahead of time', 'timestamp-stale', age(-16)],
    ['a timestamp in seconds', 'timestamp-stale', signatureOf({ timestamp: '1408710653' })],
    ['a timestamp that is no number', 'timestamp-stale', signatureOf({ timestamp: '0x1p40' })],
    ['no signature', 'signature-missing', without('signature')],
    ['no nonce', 'signature-missing', without('nonce')],
    ['no timestamp', 'signature-missing', without('timestamp')],
    ['an empty nonce', 'signature-missing', signatureOf({ nonce: '' })],
    ['an unknown App Key', 'app-unknown', signatureOf({ appKey: 'unknown' })],
  ])('refuses %s', async (_, reason, query) => {
    const { client, seen } = await start();
    const reply = await client.form('message-routing', ROUTED_MESSAGE, query);
    expect(reply).toMatchObject(UNAUTHORIZED);
    expect(routed).not.toHaveBeenCalled();
    expect(seen.outcomes).toEqual([`rejected 401 ${reason}`]);
    expect(seen.logs).toHaveLength(1);
    expect(seen.logs[0]).toMatch(
      /^warn Callback message-routing .*refused with 401: [a-z-]+\. [A-Z]/,
    );
    expect(seen.logs[0]).not.toContain(query['signature'] ?? 'nothing');
  });

  it('refuses a part that comes twice', async () => {
    const { client } = await start();
    for (const part of ['appKey', 'nonce', 'timestamp', 'signature']) {
      const query = new URLSearchParams(signatureOf());
      query.append(part, query.get(part) ?? '');
      const reply = await client.send(
        'message-routing',
        ROUTED_BODY,
        { 'Content-Type': FORM },
        query.toString(),
      );
      expect(reply).toMatchObject(UNAUTHORIZED);
    }
  });

  it('takes parts from one place only', async () => {
    const { client } = await start();
    const { nonce, ...others } = signatureOf();
    const headers = { 'Content-Type': FORM, 'RC-Nonce': String(nonce) };
    const query = new URLSearchParams(others).toString();
    const reply = await client.send('message-routing', ROUTED_BODY, headers, query);
    expect(reply).toMatchObject(UNAUTHORIZED);
  });

  it.each(['RC-', ''])('does not take the parts from headers named %sSignature', async (prefix) => {
    const { client, seen } = await start();
    const { appKey, nonce, timestamp, signature } = signatureOf();
    const parts = { 'App-Key': appKey, Nonce: nonce, Timestamp: timestamp, Signature: signature };
    const headers: Record<string, string> = { 'Content-Type': JSON_TYPE };
    for (const [name, value] of Object.entries(parts)) headers[prefix + name] = String(value);
    const reply = await client.send('user-online-status', JSON.stringify(PRESENCE), headers, '');
    // What signs a call of the Server API would sign a callback otherwise.
    expect(reply).toMatchObject(UNAUTHORIZED);
    expect(seen.outcomes).toEqual(['rejected 401 signature-missing']);
  });

  it('takes the older signTimestamp, and no App Key when there is one app', async () => {
    const { client } = await start();
    const { nonce, timestamp, signature } = signatureOf();
    const query = { nonce, signTimestamp: timestamp, signature } as Record<string, string>;
    const reply = await client.form('message-routing', ROUTED_MESSAGE, query);
    expect(reply.status).toBe(200);
  });

  it.each([
    { ...signatureOf(), signature: 'x' },
    age(16),
    signatureOf({ appKey: 'unknown' }),
    without('nonce'),
  ])('does not ask for the secret of what is refused anyway (%#)', async (query) => {
    const appSecret = jest.fn(() => APP.appSecret);
    const { client } = await start({ appSecret });
    expect(await client.form('message-routing', ROUTED_MESSAGE, query)).toMatchObject(UNAUTHORIZED);
    expect(appSecret).not.toHaveBeenCalled();
  });

  it('asks for the secret each time and accepts previous ones', async () => {
    const secrets = ['first', 'second'];
    const appSecret = () => Promise.resolve(secrets.shift() ?? 'third');
    const { client } = await start({ appSecret, callbacks: { previousSecrets: ['previous'] } });
    const statuses: number[] = [];
    for (const signedWith of ['first', 'second', 'previous', 'first']) {
      const fields = { ...ROUTED_MESSAGE, msgUID: String(statuses.length) };
      const query = signatureOf({ appSecret: signedWith });
      statuses.push((await client.form('message-routing', fields, query)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 401]);
  });

  it('refuses a signature that comes again with another body', async () => {
    const { client, seen } = await start();
    const query = signatureOf();
    expect((await client.form('message-routing', ROUTED_MESSAGE, query)).status).toBe(200);
    expect((await client.form('message-routing', ROUTED_MESSAGE, query)).status).toBe(200);
    const other = { ...ROUTED_MESSAGE, content: 'other' };
    expect(await client.form('message-routing', other, query)).toMatchObject(UNAUTHORIZED);
    const upper = { ...query, signature: String(query['signature']).toUpperCase() };
    expect(await client.form('message-routing', other, upper)).toMatchObject(UNAUTHORIZED);
    expect(routed).toHaveBeenCalledTimes(1);
    expect(seen.outcomes.slice(2)).toEqual(['rejected 401 replayed', 'rejected 401 replayed']);
  });

  it('only counts it where that is configured', async () => {
    const { client, seen } = await start({ callbacks: { replay: 'count' } });
    const query = signatureOf();
    const other = { ...ROUTED_MESSAGE, content: 'other' };
    expect((await client.form('message-routing', ROUTED_MESSAGE, query)).status).toBe(200);
    expect((await client.form('message-routing', other, query)).status).toBe(200);
    expect(routed).toHaveBeenCalledTimes(2);
    expect(seen.outcomes).toEqual(['handled 200', 'handled 200 replayed']);
  });

  it('lets configured addresses through, also as IPv6 writes them', async () => {
    const inside = await start({ callbacks: { allowedIps: ['127.0.0.1'] } });
    expect((await inside.client.form('message-routing', ROUTED_MESSAGE)).status).toBe(200);
    const outside = await start({ callbacks: { allowedIps: ['203.0.113.7'] } });
    const reply = await outside.client.form('message-routing', ROUTED_MESSAGE);
    expect(reply).toMatchObject(UNAUTHORIZED);
    expect(outside.seen.outcomes).toEqual(['rejected 401 address-refused']);
  });

  it('tells several apps apart by the App Key in the query or the form', async () => {
    const { client, seen } = await start({}, { named: true });
    const send = async (query: Record<string, string>) =>
      (await client.form('message-routing', ROUTED_MESSAGE, query)).status;
    expect(await send(signatureOf())).toBe(200);
    expect(await send(signatureOf(EU))).toBe(200);
    expect(await send(signatureOf({ ...EU, appKey: APP.appKey }))).toBe(401);
    const { appKey, ...others } = signatureOf(EU);
    expect(await send(others)).toBe(401);
    const form = { ...PRE_MESSAGE, appKey: String(appKey) };
    expect((await client.form('pre-messaging', form, others)).status).toBe(200);
    const apps = seen.callbacks.map(({ app }) => app);
    // Nobody's callback is told to each app.
    expect(apps).toEqual(['default', 'eu', 'default', undefined, undefined, 'eu']);
  });

  it('keeps each app to its own limit of the body', async () => {
    const { client, app, seen } = await start({}, { named: true });
    const small = { appKey: 'small-key', appSecret: 'small-secret' };
    const options = observedOptions(seen, { ...small, callbacks: { maxBodyBytes: 1_000 } });
    app.get(ImAppRegistry).create('small', options);
    const large = { ...ROUTED_MESSAGE, content: 'x'.repeat(1_000) };
    expect((await client.form('message-routing', large, signatureOf(small))).status).toBe(413);
    expect((await client.form('message-routing', ROUTED_MESSAGE, signatureOf(small))).status).toBe(
      200,
    );
    expect((await client.form('message-routing', large, signatureOf(EU))).status).toBe(200);
    expect(seen.callbacks[0]).toMatchObject({ app: 'small', reason: 'body-too-large' });
  });

  it('keeps a controller to its app', async () => {
    const controller = createCallbacks({ routed }, {}, { app: 'eu' });
    const { client } = await start({}, { controller, named: true });
    const { appKey, ...others } = signatureOf(EU);
    expect(appKey).toBe(EU.appKey);
    expect((await client.form('message-routing', ROUTED_MESSAGE, others)).status).toBe(200);
    expect((await client.form('message-routing', ROUTED_MESSAGE, signatureOf())).status).toBe(401);
  });

  it('receives for apps that are created while it runs, until they are closed', async () => {
    const { app, client } = await start();
    const registry = app.get(ImAppRegistry);
    registry.create('tenant', observedOptions(new Observations(), EU));
    const send = async () =>
      (await client.form('message-routing', ROUTED_MESSAGE, signatureOf(EU))).status;
    expect(await send()).toBe(200);
    await registry.close('tenant');
    expect(await send()).toBe(401);
  });
});
