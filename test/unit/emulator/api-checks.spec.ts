import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../lib/catalogue/catalogue.js';
import { operationHandlers } from '../../../lib/emulator/areas/area-handlers.js';
import { RequestLog } from '../../../lib/emulator/http/request-log.js';
import { ImEmulator } from '../../../lib/testing/index.js';
import { call, postForm, postJson, signedHeaders } from '../../support/signed-request.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const BODY = 'userId=alice&name=Alice';

let emulator: ImEmulator;
let url: string;

beforeAll(async () => {
  emulator = await ImEmulator.start();
  url = `${emulator.url}/user/getToken.json`;
});

afterAll(() => emulator.stop());

const post = (headers: Record<string, string>) =>
  call(url, { method: 'POST', headers: { ...FORM, ...headers }, body: BODY });

describe('the signature of a request', () => {
  it('is taken in plain and in RC- headers', async () => {
    const signed = signedHeaders(emulator.moduleOptions);
    expect((await post(signed)).status).toBe(200);
    const prefixed = Object.entries(signed).map(([name, value]) => [`RC-${name}`, value] as const);
    expect((await post(Object.fromEntries(prefixed))).status).toBe(200);
  });

  it.each(['App-Key', 'Nonce', 'Timestamp', 'Signature'])('is refused without %s', async (name) => {
    const signed = Object.entries(signedHeaders(emulator.moduleOptions));
    const headers = Object.fromEntries(signed.filter(([header]) => header !== name));
    const reply = await post(headers);
    expect(reply.status).toBe(401);
    expect(reply.body).toMatchObject({ code: 1004, url: '/user/getToken.json' });
    expect(reply.reason).toContain(name);
  });

  it('is refused when half of it has the other spelling', async () => {
    const { Nonce: nonce = '', ...headers } = signedHeaders(emulator.moduleOptions);
    expect((await post({ ...headers, 'RC-Nonce': nonce })).body['code']).toBe(1004);
  });

  it('is refused for another secret, and the reason holds neither secret nor signature', async () => {
    const app = { ...emulator.moduleOptions, appSecret: 'another' };
    const headers = signedHeaders(app);
    const reply = await post(headers);
    expect(reply).toMatchObject({ status: 401, body: { code: 1004 } });
    expect(reply.reason).toContain('signature does not match');
    const said = JSON.stringify([reply.reason, reply.body]);
    expect(said).not.toContain(emulator.moduleOptions.appSecret);
    expect(said).not.toContain(headers['Signature']);
  });

  it('is refused for an unknown app key', async () => {
    const reply = await post(signedHeaders({ appKey: 'nobody', appSecret: 'x' }));
    expect(reply).toMatchObject({ status: 401, body: { code: 1001 } });
    expect(reply.reason).toContain('nobody');
  });

  it.each([
    ['a nonce of 19 characters', '1234567890123456789', undefined, '19 characters'],
    ['a timestamp with letters', '1', 'noon', 'whole number'],
    ['a timestamp that is none', '1', '17672256', 'seconds'],
  ])('is refused with %s', async (_name, nonce, timestamp, reason) => {
    const reply = await post(signedHeaders(emulator.moduleOptions, nonce, timestamp));
    expect(reply).toMatchObject({ status: 401, body: { code: 1004 } });
    expect(reply.reason).toContain(reason);
  });

  it('is taken however old: no window is documented', async () => {
    const headers = signedHeaders(emulator.moduleOptions, '14314', '1408710653000');
    expect((await post(headers)).status).toBe(200);
  });
});

describe('a request', () => {
  it('to an unknown path is 404, signed or not', async () => {
    const reply = await call(`${emulator.url}/user/gettoken.json`, { method: 'POST', body: '' });
    expect(reply).toMatchObject({ status: 404, body: { code: 404 } });
    expect(reply.reason).toContain('/user/gettoken.json');
  });

  it('with the wrong method is 405', async () => {
    const reply = await call(url, { headers: signedHeaders(emulator.moduleOptions) });
    expect(reply.status).toBe(405);
    expect(reply.reason).toContain('POST');
  });

  it('with another content type is refused', async () => {
    const json = await postForm(
      emulator.moduleOptions,
      url,
      {},
      { 'Content-Type': 'application/json' },
    );
    expect(json.status).toBe(400);
    const form = await postForm(
      emulator.moduleOptions,
      url,
      { userId: 'alice', name: 'A' },
      { 'Content-Type': 'text/plain' },
    );
    expect(form).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(form.reason).toContain('application/x-www-form-urlencoded');
  });

  it('of more than 4 MB is 413', async () => {
    const reply = await postForm(emulator.moduleOptions, url, { userId: 'x'.repeat(5_000_000) });
    expect(reply.status).toBe(413);
  });

  it('with a repeated single value is refused', async () => {
    const reply = await postForm(emulator.moduleOptions, url, { userId: ['a', 'b'], name: 'A' });
    expect(reply.reason).toBe('userId came 2 times; it takes one value');
  });

  it('with an empty required text is refused', async () => {
    const reply = await postForm(emulator.moduleOptions, url, { userId: 'a', name: '' });
    expect(reply).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(reply.reason).toContain('name is required');
  });

  it('counts code points for characters and UTF-8 for bytes', async () => {
    const send = (fields: Record<string, string>) =>
      postForm(emulator.moduleOptions, url, { userId: 'a', name: 'A', ...fields });
    expect((await send({ name: '😀'.repeat(64) })).status).toBe(200);
    expect((await send({ name: '😀'.repeat(65) })).body['code']).toBe(1005);
    expect((await send({ userId: '语'.repeat(21) })).status).toBe(200);
    expect((await send({ userId: '语'.repeat(22) })).body['code']).toBe(1005);
  });

  it('with a parameter that does not exist is taken, with a hint', async () => {
    const reply = await postForm(emulator.moduleOptions, url, {
      userId: 'a',
      name: 'A',
      avatar: 'b',
    });
    expect(reply.status).toBe(200);
    expect(reply.reason).toBe('ignored unknown parameter avatar');
  });

  it('with a reason beyond ASCII keeps the whole sentence in the body', async () => {
    const reply = await postForm(emulator.moduleOptions, `${emulator.url}/user/info.json`, {
      userId: '张三',
    });
    expect(reply.reason).toContain('??');
    expect(reply.body['errorMessage']).toContain('张三');
  });

  it('with broken JSON or an array as body is refused', async () => {
    const address = `${emulator.url}/user/tag/set.json`;
    const reply = await postJson(emulator.moduleOptions, address, ['userId']);
    expect(reply).toMatchObject({ status: 400, body: { code: 1002 } });
    const broken = await call(address, {
      method: 'POST',
      headers: { ...signedHeaders(emulator.moduleOptions), 'Content-Type': 'application/json' },
      body: '{',
    });
    expect(broken.reason).toBe('The body is not JSON');
  });

  it('to an operation without state gets the documented example, marked', async () => {
    const stateless = '/chatroom/query.json';
    const address = emulator.url + stateless;
    const reply = await postForm(emulator.moduleOptions, address, { chatroomId: 'room' });
    const example = catalogue.find(({ path }) => path === stateless)?.responseExample;
    expect(reply.body).toEqual(example);
    expect(reply.headers.get('x-emulator-state')).toBe('none');
  });

  it('gets JSON with a date', async () => {
    const { headers } = await postForm(emulator.moduleOptions, url, { userId: 'a', name: 'A' });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(Date.parse(headers.get('date') ?? '')).not.toBeNaN();
    expect(headers.get('x-emulator-state')).toBeNull();
  });

  it('is recorded without its signature', async () => {
    emulator.clearRequests();
    await postForm(
      emulator.moduleOptions,
      url,
      { userId: 'a', name: 'A' },
      { 'X-Request-ID': 'r1' },
    );
    await postForm(emulator.moduleOptions, url, { userId: 'a' });
    const [taken, refused] = emulator.requests;
    expect(taken).toMatchObject({
      host: 'primary',
      app: emulator.appKey,
      path: '/user/getToken.json',
      method: 'POST',
      status: 200,
      code: 200,
      parameters: { userId: 'a', name: 'A' },
      requestId: 'r1',
      headers: { signature: '[redacted]' },
    });
    expect(refused).toMatchObject({ status: 400, code: 1002, parameters: { userId: 'a' } });
    expect(refused?.reason).toContain('name');
  });
});

it('the log keeps the newest 1,000 requests and tells its listeners of all', async () => {
  const log = new RequestLog();
  let heard = 0;
  const end = log.listen(() => (heard += 1));
  const request = {
    method: 'POST',
    path: '/',
    query: '',
    headers: {},
    body: '',
    bodyTooLarge: false,
  };
  for (let at = 0; at < 2_500; at += 1) log.add({ host: 'primary', at, request });
  end();
  log.add({ host: 'primary', at: 2_500, request });
  expect(heard).toBe(0);
  await Promise.resolve();
  expect(heard).toBe(2_500);
  expect(log.list()).toHaveLength(1_000);
  expect(log.list().at(-1)?.at).toBe(2_500);
});

it('every handler belongs to an operation of the catalogue', () => {
  const operations = new Set(catalogue.map(({ http, path }) => `${http} ${path}`));
  expect([...operationHandlers.keys()].filter((key) => !operations.has(key))).toEqual([]);
});
