import { gzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ImModule } from '../../../lib/im.module.js';
import {
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
} from '../../support/callback-client.js';
import {
  CALLBACK_PATH,
  type CallbackHandlers,
  createCallbacks,
} from '../../support/callback-controller.js';
import { endAfterEach } from '../../support/resources.js';

const ROUTED_BODY = new URLSearchParams(ROUTED_MESSAGE).toString();
const LIMIT = 524_288;

/** A change of presence with more JSON in it. */
function changeWith(json: string): string {
  return JSON.stringify(PRESENCE).replace('{', `{${json},`);
}

@Controller('orders')
class OrdersController {
  @Post()
  @HttpCode(200)
  create(@Body() body: unknown): unknown {
    return { body };
  }
}

describe.each(PLATFORMS)('bodies of callbacks, on %s', (platform) => {
  const ending = endAfterEach();

  async function start(handlers: CallbackHandlers = {}) {
    const seen = new Observations();
    const { url } = ending(
      await startCallbackApp(platform, {
        imports: [ImModule.forRoot(observedOptions(seen))],
        controllers: [createCallbacks(handlers), OrdersController],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    return { seen, client, orders: new CallbackClient(url) };
  }

  it.each([
    ['a field missing', FORM, ROUTED_BODY.replace('msgUID', 'other')],
    ['an id that is empty', FORM, ROUTED_BODY.replace('alice', '')],
    ['an id that comes twice', FORM, `${ROUTED_BODY}&fromUserId=bob`],
    ['an instant that is none', FORM, ROUTED_BODY.replace('1767225600123', 'today')],
    ['a prototype key', FORM, `${ROUTED_BODY}&__proto__=polluted`],
    ['an empty form', FORM, ''],
    ['no body and no type', undefined, undefined],
  ])('refuses a form with %s', async (_, type, body) => {
    const { client, seen } = await start();
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
    const reply = await client.send('message-routing', body, headers);
    expect(reply.status).toBe(400);
    expect(seen.outcomes).toEqual(['rejected 400 body-malformed']);
  });

  it.each([
    '{"userid":',
    '"text"',
    '1',
    'null',
    '[null]',
    '[{"userid":"a"}]',
    '[{"__proto__":1}]',
    changeWith('"__proto__":{"polluted":1}'),
    changeWith('"more":{"__proto__":{"polluted":1}}'),
    changeWith('"more":[{"\\u005f_proto__":{"polluted":1}}]'),
    changeWith('"constructor":{"prototype":{"polluted":1}}'),
    changeWith('"more":{"constructor":{"prototype":{"polluted":1}}}'),
  ])('refuses the JSON %s', async (body) => {
    const presence = jest.fn<NonNullable<CallbackHandlers['presence']>>();
    const { client, seen } = await start({ presence });
    const headers = { 'Content-Type': JSON_TYPE };
    expect((await client.send('user-online-status', body, headers)).status).toBe(400);
    expect(seen.outcomes).toEqual(['rejected 400 body-malformed']);
    expect(presence).not.toHaveBeenCalled();
  });

  it('refuses JSON that is nested deeper than the stack', async () => {
    const { client, seen } = await start();
    const nested = changeWith(`"more":${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const headers = { 'Content-Type': JSON_TYPE };
    expect((await client.send('user-online-status', nested, headers)).status).toBe(400);
    expect(seen.outcomes).toEqual(['rejected 400 body-malformed']);
  });

  it('takes unknown fields that only look like a prototype', async () => {
    const presence = jest.fn<NonNullable<CallbackHandlers['presence']>>();
    const routed = jest.fn<NonNullable<CallbackHandlers['routed']>>();
    const { client } = await start({ presence, routed });
    const more = '"constructor":"Ford","more":{"prototype":1,"text":"__proto__ \\u00e9"}';
    const headers = { 'Content-Type': JSON_TYPE };
    const reply = await client.send('user-online-status', changeWith(more), headers);
    expect(reply.status).toBe(200);
    const fields = { constructor: 'Ford', more: { prototype: 1, text: '__proto__ é' } };
    expect(presence.mock.calls[0]?.[0][0]).toMatchObject(fields);

    // A form is flat: these are names like any other.
    const form = { 'constructor[prototype][polluted]': '1', 'constructor.prototype': '1' };
    expect(await client.form('message-routing', { ...ROUTED_MESSAGE, ...form })).toMatchObject({
      status: 200,
    });
    const message = routed.mock.calls[0]?.[0] ?? {};
    expect(Object.entries(message)).toEqual(expect.arrayContaining(Object.entries(form)));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    ['JSON for a form', 'message-routing', JSON_TYPE, JSON.stringify(ROUTED_MESSAGE)],
    ['a form for JSON', 'user-online-status', FORM, ROUTED_BODY],
    ['plain text', 'message-routing', 'text/plain', ROUTED_BODY],
    ['XML', 'message-routing', 'application/xml', '<a/>'],
    ['another charset', 'message-routing', `${FORM}; charset=utf-16`, ROUTED_BODY],
  ])('refuses %s with 415', async (_, event, type, body) => {
    const { client, seen } = await start();
    expect((await client.send(event, body, { 'Content-Type': type })).status).toBe(415);
    expect(seen.outcomes).toEqual(['rejected 415 content-type-unsupported']);
  });

  it('refuses a compressed body', async () => {
    const { client } = await start();
    const headers = { 'Content-Type': FORM, 'Content-Encoding': 'gzip' };
    const { status } = await client.send('message-routing', gzipSync(ROUTED_BODY), headers);
    expect(status).toBe(415);
  });

  it('takes a content type with parameters, in any case', async () => {
    const { client } = await start();
    const headers = { 'Content-Type': 'Application/X-WWW-Form-Urlencoded; charset="UTF-8"' };
    expect((await client.send('message-routing', ROUTED_BODY, headers)).status).toBe(200);
  });

  it('answers 413 to what is too large, announced or not, and goes on', async () => {
    const { client, seen } = await start();
    const headers = { 'Content-Type': FORM };
    const large = `${ROUTED_BODY}&more=${'x'.repeat(LIMIT)}`;
    expect((await client.send('message-routing', large, headers)).status).toBe(413);
    const chunks = Array.from({ length: 12 }, () => 'x'.repeat(LIMIT / 10));
    const reply = await client.sendChunked('message-routing', [ROUTED_BODY, ...chunks], headers);
    expect(reply.status).toBe(413);
    expect(seen.outcomes).toEqual(['rejected 413 body-too-large', 'rejected 413 body-too-large']);
    expect((await client.send('message-routing', ROUTED_BODY, headers)).status).toBe(200);
  });

  it('takes bodies as large as the platform sends, without any set-up', async () => {
    const moderate = jest.fn<NonNullable<CallbackHandlers['moderate']>>();
    const routed = jest.fn<NonNullable<CallbackHandlers['routed']>>();
    const { client } = await start({ moderate, routed });
    const content = '语'.repeat(131_072 / 3);
    const fields = new URLSearchParams({ ...PRE_MESSAGE, content }).toString();
    expect(fields.length).toBeGreaterThan(390_000);
    expect((await client.form('pre-messaging', { ...PRE_MESSAGE, content })).status).toBe(200);
    expect(moderate.mock.calls[0]?.[0].content).toBe(content);

    const groupUserIds = Array.from({ length: 1_500 }, (_, index) => `user-${index}`);
    const directed = { ...ROUTED_MESSAGE, groupUserIds };
    expect((await client.form('message-routing', directed)).status).toBe(200);
    expect(routed.mock.calls[0]?.[0].groupUserIds).toEqual(groupUserIds);
  });

  it('takes an unannounced length and a lone object where lists are usual', async () => {
    const presence = jest.fn<NonNullable<CallbackHandlers['presence']>>();
    const { client } = await start({ presence });
    const [change] = PRESENCE;
    const halves = JSON.stringify(change).split(/(?<=alice)/);
    const headers = { 'Content-Type': JSON_TYPE };
    expect((await client.sendChunked('user-online-status', halves, headers)).status).toBe(200);
    expect(presence.mock.calls[0]?.[0]).toMatchObject([{ userId: 'alice' }]);
  });

  it("leaves the other routes to the framework's own parsers", async () => {
    const { orders } = await start();
    const json = await orders.json('orders', { a: [1] }, {});
    expect(JSON.parse(json.body)).toEqual({ body: { a: [1] } });
    const form = await orders.form('orders', { a: ['1', '2'] }, {});
    expect(JSON.parse(form.body)).toEqual({ body: { a: ['1', '2'] } });
    const limit = platform === 'express' ? 102_400 : 1_048_576;
    expect((await orders.json('orders', { a: 'x'.repeat(limit - 20) }, {})).status).toBe(200);
    expect((await orders.json('orders', { a: 'x'.repeat(limit + 20) }, {})).status).toBe(413);
  });
});

/** A route of the application that ends as a callback's does. */
@Controller('shop/im/callbacks')
class LookalikeController {
  @Post('message-routing')
  @HttpCode(200)
  create(@Headers('content-type') type: string, @Body() body: unknown): unknown {
    return { type, body };
  }
}

describe('bodies of callbacks, on express alone', () => {
  const ending = endAfterEach();

  it.each([
    ['text/plain', 'text', undefined],
    [`${JSON_TYPE}; charset=utf-16`, '{}', undefined],
    [JSON_TYPE, '{', undefined],
    [JSON_TYPE, '{"a":1}', { a: 1 }],
  ])('leaves the type %s of a route that looks like a callback', async (type, text, body) => {
    const { url } = ending(
      await startCallbackApp('express', {
        imports: [ImModule.forRoot(observedOptions(new Observations()))],
        controllers: [createCallbacks({}), LookalikeController],
      }),
      (it) => it.stop(),
    );
    const shop = new CallbackClient(`${url}/shop/im/callbacks`);
    const reply = await shop.send('message-routing', text, { 'Content-Type': type });
    expect(JSON.parse(reply.body)).toEqual({ type, ...(body && { body }) });
  });

  it('needs no parsers of Nest', async () => {
    const { url } = ending(
      await startCallbackApp('express', {
        imports: [ImModule.forRoot(observedOptions(new Observations()))],
        controllers: [createCallbacks({})],
        bodyParser: false,
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    expect((await client.form('message-routing', ROUTED_MESSAGE)).status).toBe(200);
    expect((await client.json('user-online-status', PRESENCE)).status).toBe(200);
  });

  it('counts the parameters of a form', async () => {
    const { url } = ending(
      await startCallbackApp('express', {
        imports: [ImModule.forRoot(observedOptions(new Observations()))],
        controllers: [createCallbacks({})],
      }),
      (it) => it.stop(),
    );
    const client = new CallbackClient(`${url}/${CALLBACK_PATH}`);
    const many = { ...ROUTED_MESSAGE, groupUserIds: Array.from({ length: 5_000 }, () => 'u') };
    expect((await client.form('message-routing', many)).status).toBe(413);
  });
});
