import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOKENS_OF_A_USER, TokenStore } from '../../../lib/emulator/state/token.store.js';
import { ImEmulator } from '../../../lib/testing/index.js';
import { call, postForm, signedHeaders, type FormFields } from '../../support/signed-request.js';

let emulator: ImEmulator;

beforeAll(async () => {
  emulator = await ImEmulator.start();
});

afterAll(() => emulator.stop());

describe('a value', () => {
  const send = (path: string, fields: FormFields) =>
    postForm(emulator.moduleOptions, emulator.url + path, fields);
  const publish = (fields: FormFields) =>
    send('/message/private/publish.json', {
      ...{ fromUserId: 'a', toUserId: 'b', objectName: 'app:x', content: 'hi' },
      ...fields,
    });
  const INVALID = { status: 400, body: { code: 1002 } };
  const DEEP = '['.repeat(200_000) + ']'.repeat(200_000);

  it.each(['[1,2]', '"text"', 'null', DEEP])('that is no object is refused: %.9s', async (text) => {
    const reply = await send('/user/profile/set.json', { userId: 'a', userProfile: text });
    expect(reply).toMatchObject(INVALID);
    expect(reply.reason).toContain('userProfile');
  });

  it('in a JSON body may be nested, but not without end', async () => {
    const headers = {
      ...signedHeaders(emulator.moduleOptions),
      'Content-Type': 'application/json',
    };
    for (const body of [DEEP, `{"userId":${DEEP},"tags":[]}`, `{"userId":"a","tags":[${DEEP}]}`]) {
      const reply = await call(`${emulator.url}/user/tag/set.json`, {
        ...{ method: 'POST', headers, body },
      });
      expect(reply).toMatchObject(INVALID);
    }
  });

  it('is not counted as nested for brackets in text', async () => {
    const userProfile = JSON.stringify({ name: '[{\\"'.repeat(2_000) });
    expect((await send('/user/profile/set.json', { userId: 'a', userProfile })).status).toBe(200);
  });

  it('is a safe integer, but for keys of 64 bits', async () => {
    const beyond = '9007199254740993';
    const reply = await send('/user/token/expire.json', { userId: 'a', time: beyond });
    expect(reply).toMatchObject(INVALID);
    expect(reply.reason).toContain('time');
    expect((await publish({ msgRandom: beyond })).status).toBe(200);
    expect(emulator.requests.at(-1)?.parameters['msgRandom']).toBe(beyond);
    expect(await publish({ msgRandom: '99999999999999999999' })).toMatchObject(INVALID);
  });

  it.each([
    ['/user/profile/query.json', 'size'],
    ['/user/blacklist/query.json', 'size'],
    ['/user/deactivate/query.json', 'pageSize'],
  ])('%s has a %s of at least 1', async (path, name) => {
    expect(await send(path, { userId: 'a', [name]: 0 })).toMatchObject(INVALID);
  });

  it.each(['!', '1!', '0', '-1', 'zzzz', '01', 'A'])('%j is no page token', async (pageToken) => {
    const reply = await send('/user/blacklist/query.json', { userId: 'a', pageToken });
    expect(reply).toMatchObject(INVALID);
  });

  it('that came often is recorded each time', async () => {
    const userIds = Array.from({ length: 1_500 }, (_empty, index) => `u${index}`);
    await send('/user/token/expire.json', { userId: userIds });
    expect(emulator.requests.at(-1)?.parameters['userId']).toEqual(userIds);
  });
});

it('a user keeps the newest 100 tokens', () => {
  const tokens = new TokenStore();
  const issued = Array.from({ length: TOKENS_OF_A_USER + 1 }, () => tokens.issue('a', 0));
  expect(issued.map((token) => tokens.userOf(token))).toEqual([
    undefined,
    ...Array<string>(TOKENS_OF_A_USER).fill('a'),
  ]);
});
