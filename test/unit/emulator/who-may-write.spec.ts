import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };

let emulator: ImEmulator;

beforeEach(async () => {
  emulator = await ImEmulator.start();
  for (const userId of ['alice', 'bob', 'carol']) emulator.addUser({ userId });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, emulator.url + path, fields);
const send = (fromUserId: string, toUserId: string) =>
  emulator.connect(fromUserId).send({ toUserId, ...TEXT });
const switchWhitelist = (whiteSetting: 0 | 1, userId: string[] = ['alice']) =>
  form('/user/whitesetting/set.json', { userId, whiteSetting });
const addToWhitelist = (whiteUserId: string[]) =>
  form('/user/whitelist/add.json', { userId: 'alice', whiteUserId });

describe('a whitelist', () => {
  it('is switched for several users, and read as text', async () => {
    await switchWhitelist(1, ['alice', 'bob']);
    await switchWhitelist(0, ['bob', 'carol']);
    const { body } = await form('/user/whitesetting/query.json', {
      userId: ['alice', 'bob', 'carol'],
    });
    expect(body['users']).toEqual([
      { userId: 'alice', whiteSetting: '1' },
      { userId: 'bob', whiteSetting: '0' },
      { userId: 'carol', whiteSetting: '0' },
    ]);
    expect((await form('/user/whitesetting/set.json', { userId: 'alice' })).status).toBe(400);
  });

  it('is read newest first and page by page, whatever happens between pages', async () => {
    const query = (fields: FormFields) =>
      form('/user/whitelist/query.json', { userId: 'alice', ...fields });
    await addToWhitelist(['u1', 'u2', 'u3', 'u4']);
    const first = await query({ size: 2 });
    expect(first.body).toEqual({
      code: 200,
      users: ['u4', 'u3'],
      next: expect.any(String),
    });
    await form('/user/whitelist/remove.json', { userId: 'alice', whiteUserId: ['u3', 'u1'] });
    await addToWhitelist(['u5']);
    const pageToken = String(first.body['next']);
    expect((await query({ size: 2, pageToken })).body).toEqual({ code: 200, users: ['u2'] });
    expect((await query({ pageToken: 'zzz' })).body['code']).toBe(1002);
    expect(emulator.user('alice')).toMatchObject({
      whitelist: ['u5', 'u4', 'u2'],
      whitelistEnabled: false,
      blacklist: [],
    });
  });

  it('stops the messages of everybody else, but only while it is on', async () => {
    await addToWhitelist(['bob']);
    expect((await send('carol', 'alice')).outcome).toBe('delivered');
    await switchWhitelist(1);
    expect((await send('bob', 'alice')).outcome).toBe('delivered');
    const refused = await send('carol', 'alice');
    expect(refused).toMatchObject({ outcome: 'blocked', verdict: 'none' });
    expect(refused.reason).toContain('whitelist');
    expect((await send('alice', 'carol')).outcome).toBe('delivered');
    await switchWhitelist(0);
    expect((await send('carol', 'alice')).outcome).toBe('delivered');
    expect(emulator.messages).toHaveLength(4);
  });

  it('puts the blacklist out of effect', async () => {
    await form('/user/blacklist/add.json', { userId: 'alice', blackUserId: ['bob'] });
    await addToWhitelist(['bob']);
    expect((await send('bob', 'alice')).reason).toContain('blacklist');
    await switchWhitelist(1);
    expect((await send('bob', 'alice')).outcome).toBe('delivered');
    await form('/user/whitelist/remove.json', { userId: 'alice', whiteUserId: ['bob'] });
    expect((await send('bob', 'alice')).reason).toContain('whitelist');
  });

  it('binds an app server only when that is asked for', async () => {
    await switchWhitelist(1);
    const publish = (verifyBlacklist: 0 | 1) =>
      form('/message/private/publish.json', {
        fromUserId: 'bob',
        toUserId: ['alice', 'carol'],
        verifyBlacklist,
        ...TEXT,
      });
    expect((await publish(0)).body['messageUIDs']).toHaveLength(2);
    expect((await publish(1)).body['messageUIDs']).toMatchObject([{ userId: 'carol' }]);
    await addToWhitelist(['bob']);
    expect((await publish(1)).body['messageUIDs']).toHaveLength(2);
  });
});

describe('a ban from one-to-one messages', () => {
  const mute = (userId: string[], state: 0 | 1) =>
    form('/user/chat/fb/set.json', { userId, state, type: 'PERSON' });
  const query = async (fields: FormFields = {}) =>
    (await form('/user/chat/fb/querylist.json', { type: 'PERSON', ...fields })).body;

  it('stops devices, not app servers, and no other conversation', async () => {
    await mute(['bob'], 1);
    const refused = await send('bob', 'alice');
    expect(refused).toMatchObject({ outcome: 'blocked', verdict: 'none' });
    expect(refused.reason).toContain('banned');
    expect(emulator.user('bob')?.muted).toBe(true);
    expect((await send('alice', 'bob')).outcome).toBe('delivered');
    await form('/group/create.json', { groupId: 'group', groupName: 'Group', userId: ['bob'] });
    const toGroup = { toUserId: 'group', channelType: 'GROUP', ...TEXT } as const;
    expect((await emulator.connect('bob').send(toGroup)).outcome).toBe('delivered');
    const published = { fromUserId: 'bob', toUserId: 'alice', verifyBlacklist: 1, ...TEXT };
    const { body } = await form('/message/private/publish.json', published);
    expect(body['messageUIDs']).toHaveLength(1);

    await mute(['bob', 'carol'], 0);
    expect((await send('bob', 'alice')).outcome).toBe('delivered');
    expect(emulator.user('bob')?.muted).toBe(false);
  });

  it('is listed from an offset', async () => {
    expect(await query()).toEqual({ code: 200, total: 0, users: [] });
    await mute(['u1', 'u2', 'u3'], 1);
    await mute(['u1'], 1);
    expect(await query()).toEqual({ code: 200, total: 3, users: ['u1', 'u2', 'u3'] });
    expect(await query({ offset: 1, num: 1 })).toEqual({ code: 200, total: 3, users: ['u2'] });
    expect(await query({ offset: 3 })).toEqual({ code: 200, total: 3, users: [] });
    expect(await query({ num: -1 })).toEqual({ code: 200, total: 3, users: [] });
    expect((await query({ num: 201 }))['code']).toBe(1002);
  });

  it('knows one type only', async () => {
    const reply = await form('/user/chat/fb/set.json', { userId: 'bob', state: 1, type: 'GROUP' });
    expect(reply.body['code']).toBe(1002);
  });
});
