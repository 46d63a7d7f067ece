import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import {
  call,
  encodeForm,
  postForm,
  postJson,
  signedHeaders,
  type FormFields,
  type RawReply,
} from '../../support/signed-request.js';

const NOW = 1_767_225_600_000;
const INVALID = { status: 400, body: { code: 1002 } };
const ONLY_DOCUMENTED = 'strict mode takes the documented form only';
const MESSAGE = { fromUserId: 'a', toUserId: 'b', objectName: 'app:x', content: 'hi' };
const TEMPLATE = {
  fromUserId: 'a',
  toUserId: ['b'],
  objectName: 'RC:TxtMsg',
  content: '{"content":"hi"}',
  pushContent: ['hi'],
  values: [{}],
};
const HISTORY = {
  ...{ userId: 'a', targetId: 'b', includeStart: true },
  ...{ startTime: NOW, endTime: NOW - 1_000 },
};

const modes = { lenient: {}, strict: { strict: true } };
let emulators: Record<keyof typeof modes, ImEmulator>;

beforeAll(async () => {
  const options = { clock: () => NOW, rateLimits: false };
  const [lenient, strict] = await Promise.all([
    ImEmulator.start({ ...options, ...modes.lenient }),
    ImEmulator.start({ ...options, ...modes.strict }),
  ]);
  emulators = { lenient, strict };
});

afterAll(async () => {
  await emulators.lenient.stop();
  await emulators.strict.stop();
});

type Send = (emulator: ImEmulator) => Promise<RawReply>;

const form =
  (path: string, fields: FormFields): Send =>
  (emulator) =>
    postForm(emulator.moduleOptions, emulator.url + path, fields);
const json =
  (path: string, body: object): Send =>
  (emulator) =>
    postJson(emulator.moduleOptions, emulator.url + path, body);
const message = (fields: FormFields) =>
  form('/message/private/publish.json', { ...MESSAGE, ...fields });
const template = (fields: object) =>
  json('/message/private/publish_template.json', { ...TEMPLATE, ...fields });
const history = (fields: object) =>
  json('/v3/message/private/query.json', { ...HISTORY, ...fields });

const lenientOf = ({ headers }: RawReply) => headers.get('x-emulator-lenient');
const parametersOf = (emulator: ImEmulator) => emulator.requests.at(-1)?.parameters ?? {};

/** The lenient emulator takes it and says so; the strict one refuses it. */
async function expectLenient(send: Send, said: string): Promise<Readonly<Record<string, unknown>>> {
  const taken = await send(emulators.lenient);
  expect([taken.reason, taken.status]).toEqual([null, 200]);
  expect(lenientOf(taken)).toBe(said);
  expect(emulators.lenient.requests.at(-1)?.lenient).toEqual(said.split('; '));
  const refused = await send(emulators.strict);
  expect(refused).toMatchObject(INVALID);
  expect(refused.reason).toContain(`${said.split('; ')[0] ?? ''}; ${ONLY_DOCUMENTED}`);
  expect(lenientOf(refused)).toBeNull();
  return parametersOf(emulators.lenient);
}

/** Both take it, and nothing is said of it. */
async function expectDocumented(send: Send): Promise<Readonly<Record<string, unknown>>> {
  for (const emulator of Object.values(emulators)) {
    const reply = await send(emulator);
    expect([reply.reason, reply.status]).toEqual([null, 200]);
    expect(lenientOf(reply)).toBeNull();
    expect(emulator.requests.at(-1)).not.toHaveProperty('lenient');
  }
  expect(parametersOf(emulators.lenient)).toEqual(parametersOf(emulators.strict));
  return parametersOf(emulators.lenient);
}

/** Neither takes it. */
async function expectRefused(send: Send): Promise<void> {
  for (const emulator of Object.values(emulators)) {
    expect(await send(emulator)).toMatchObject(INVALID);
  }
}

describe('a list', () => {
  it.each(['/user/delusers.json', '/user/profile/clean.json', '/user/profile/batch/query.json'])(
    'of repeated keys may be joined with commas where an SDK does: %s',
    async (path) => {
      expect(
        await expectLenient(
          form(path, { userId: 'a,b,c' }),
          'userId: comma list instead of repeated keys',
        ),
      ).toEqual({ userId: ['a', 'b', 'c'] });
      const documented = await expectDocumented(form(path, { userId: ['a', 'b,c'] }));
      expect(documented).toEqual({ userId: ['a', 'b,c'] });
      expect(await expectDocumented(form(path, { userId: 'a' }))).toEqual({ userId: ['a'] });
    },
  );

  it('of repeated keys that may be joined may come empty, when it may be absent', async () => {
    const path = '/entrust/group/create.json';
    const group = { groupId: 'club', name: 'Book club', owner: 'ada' };
    const said = 'userIds: an empty value instead of none';
    expect(await expectLenient(form(path, { ...group, userIds: '' }), said)).toEqual(group);
    await expectRefused(form('/entrust/group/join.json', { groupId: 'club', userIds: '' }));
  });

  it('of repeated keys is not cut at commas where no SDK joins: an id may hold one', async () => {
    const send = form('/user/token/expire.json', { userId: 'a,b', time: NOW });
    expect(await expectDocumented(send)).toMatchObject({ userId: ['a,b'] });
  });

  it('that is joined keeps to the limits of the list and its values', async () => {
    const many = Array.from({ length: 101 }, (_empty, index) => `u${index}`).join(',');
    await expectRefused(form('/user/delusers.json', { userId: many }));
    await expectRefused(form('/user/delusers.json', { userId: 'a,,b' }));
    const tooLong = await form('/user/delusers.json', { userId: `a,${'x'.repeat(65)}` })(
      emulators.lenient,
    );
    expect(tooLong).toMatchObject({ status: 400, body: { code: 1005 } });
  });

  it.each([
    ['/user/deactivate.json', 'd'],
    ['/user/reactivate.json', 'r'],
  ])(
    'of one value with commas may come as repeated keys where an SDK does: %s',
    async (path, u) => {
      const userId = [`${u}1`, `${u}2`, `${u}3`];
      const said = 'userId: repeated keys instead of a comma list';
      const send = form(path, { userId: [`${u}1`, `${u}2,${u}3`] });
      expect(await expectLenient(send, said)).toEqual({ userId });
      expect(await expectDocumented(form(path, { userId: userId.join(',') }))).toEqual({ userId });
    },
  );

  it('of one value with commas is refused as repeated keys elsewhere', async () => {
    await expectRefused(form('/friend/delete.json', { userId: 'a', targetIds: ['b', 'c'] }));
  });
});

describe('a flag', () => {
  it.each([
    ['true', 1],
    ['True', 1],
    ['false', 0],
    ['False', 0],
  ])('of 1 and 0 may be %s in a form', async (text, meaning) => {
    const said = `isPersisted: ${text} instead of ${meaning}`;
    const parameters = await expectLenient(message({ isPersisted: text }), said);
    expect(parameters['isPersisted']).toBe(meaning);
  });

  it.each([
    ['True', true],
    ['1', true],
    ['False', false],
    ['0', false],
  ])('of true and false may be %s in a form', async (text, meaning) => {
    const said = `expansion: ${text} instead of ${meaning}`;
    const parameters = await expectLenient(message({ expansion: text }), said);
    expect(parameters['expansion']).toBe(meaning);
  });

  it.each([
    ['verifyBlacklist', true, 1],
    ['verifyBlacklist', '1', 1],
    ['verifyBlacklist', 'False', 0],
    ['disablePush', 1, true],
    ['disablePush', 'true', true],
    ['disablePush', '0', false],
  ])('%s may be %j in JSON', async (name, value, meaning) => {
    const said = `${name}: ${JSON.stringify(value)} instead of ${meaning}`;
    const parameters = await expectLenient(template({ [name]: value }), said);
    expect(parameters[name]).toBe(meaning);
  });

  it('in the documented form needs no leniency', async () => {
    const sent = { isPersisted: 0, verifyBlacklist: 1, expansion: true, disablePush: false };
    expect(await expectDocumented(message(sent))).toMatchObject(sent);
    const body = { verifyBlacklist: 1, disablePush: false };
    expect(await expectDocumented(template(body))).toMatchObject(body);
  });

  it.each(['2', 'yes', 'TRUE ', '-1', '1.0'])('is never %j', async (text) => {
    await expectRefused(message({ isPersisted: text }));
    await expectRefused(message({ expansion: text }));
  });

  it('is acted on by its meaning', async () => {
    const { lenient } = emulators;
    await message({ toUserId: 'self', disablePush: 'True' })(lenient);
    expect(lenient.messages.at(-1)).toMatchObject({ toUserId: 'self', disablePush: true });
  });
});

describe('an instant', () => {
  const expire = (time: number) => form('/user/token/expire.json', { userId: 'a', time });

  it('may be in seconds, in a form and in JSON', async () => {
    const said = 'time: seconds instead of milliseconds';
    expect(await expectLenient(expire(NOW / 1_000), said)).toMatchObject({ time: NOW });
    const inJson = await expectLenient(
      history({ startTime: NOW / 1_000 }),
      'startTime: seconds instead of milliseconds',
    );
    expect(inJson['startTime']).toBe(NOW);
  });

  it.each([0, 1, 999_999_999, 100_000_000_000, NOW])(
    'of %d is in milliseconds: as seconds it would be none of this service',
    async (time) => {
      expect(await expectDocumented(expire(time))).toMatchObject({ time });
    },
  );
});

describe('a number in JSON', () => {
  it('may be text', async () => {
    const parameters = await expectLenient(
      history({ pageSize: '20', endTime: String(NOW - 1_000) }),
      'endTime: text instead of a number; pageSize: text instead of a number',
    );
    expect(parameters).toMatchObject({ pageSize: 20, endTime: NOW - 1_000 });
  });

  it('may be text and in seconds at once', async () => {
    const said = 'startTime: text instead of a number; startTime: seconds instead of milliseconds';
    const parameters = await expectLenient(history({ startTime: String(NOW / 1_000) }), said);
    expect(parameters['startTime']).toBe(NOW);
  });

  it('of 64 bits keeps its digits as text', async () => {
    const said = 'msgRandom: text instead of a number';
    const parameters = await expectLenient(template({ msgRandom: '9007199254740993' }), said);
    expect(parameters['msgRandom']).toBe('9007199254740993');
  });

  it('is never another text', async () => {
    await expectRefused(history({ pageSize: 'many' }));
    await expectRefused(history({ pageSize: '1e1' }));
    await expectRefused(history({ pageSize: '' }));
  });
});

describe('the Timestamp of the signature', () => {
  const send = (emulator: ImEmulator, timestamp: string, fields: FormFields = { userId: 'a' }) =>
    call(`${emulator.url}/user/unblock.json`, {
      method: 'POST',
      headers: {
        ...signedHeaders(emulator.moduleOptions, '1', timestamp),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: encodeForm(fields),
    });
  const SECONDS = String(NOW / 1_000);
  const SAID = 'Timestamp: seconds instead of milliseconds';

  it("may be in seconds, as the vendor's Node SDK sends it", async () => {
    const taken = await send(emulators.lenient, SECONDS);
    expect([taken.status, lenientOf(taken)]).toEqual([200, SAID]);
    const refused = await send(emulators.strict, SECONDS);
    expect(refused).toMatchObject({ status: 401, body: { code: 1004 } });
    expect(refused.reason).toContain('seconds');
  });

  it('is signed as it was sent', async () => {
    const wrong = { ...emulators.lenient.moduleOptions, appSecret: 'wrong' };
    const reply = await call(`${emulators.lenient.url}/user/unblock.json`, {
      ...{ method: 'POST', headers: signedHeaders(wrong, '1', SECONDS), body: '' },
    });
    expect(reply).toMatchObject({ status: 401, body: { code: 1004 } });
    expect(lenientOf(reply)).toBeNull();
  });

  it.each(['1', '999999999'])('is never %s', async (timestamp) => {
    for (const emulator of Object.values(emulators)) {
      expect((await send(emulator, timestamp)).status).toBe(401);
    }
  });

  it('is told of with what the parameters rely on, also when the call is refused', async () => {
    const reply = await send(emulators.lenient, SECONDS, { userId: '' });
    expect([reply.status, lenientOf(reply)]).toEqual([400, SAID]);
  });
});
