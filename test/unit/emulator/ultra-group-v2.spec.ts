import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { call, postForm, signedHeaders, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
});

afterEach(() => emulator.stop());

type Method = 'POST' | 'GET' | 'PUT' | 'DELETE';

const v2 = (method: Method, path: string, body?: object) =>
  call(`${emulator.url}/v2/ultragroups${path}`, {
    method,
    headers: { ...signedHeaders(emulator.moduleOptions), 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const dataOf = async (path: string) => (await v2('GET', path)).body['data'];
const create = (groupId = 'guild', userId = 'alice') =>
  v2('POST', '', { group_id: groupId, user_id: userId, group_name: 'Guild' });
const users = (...user_ids: string[]) => ({ user_ids });
const form = async (path: string, fields: FormFields = {}) =>
  (
    await postForm(emulator.moduleOptions, `${emulator.url}/ultragroup/${path}.json`, {
      groupId: 'guild',
      ...fields,
    })
  ).body;

describe('the second form of calls on ultra groups', () => {
  it('has a code of success of its own, and other words for a refusal', async () => {
    const created = await create();
    expect([created.status, created.body]).toEqual([200, { code: 10_000 }]);
    expect(emulator.requests.at(-1)?.code).toBe(10_000);
    const again = await create();
    expect([again.body, again.reason]).toEqual([
      { code: 10_000 },
      'The ultra group guild is there already',
    ]);
    const refused = await v2('PUT', '/guild', {});
    const msg = 'group_name is required, got nothing';
    expect(refused.body).toEqual({ code: 1002, msg, url: '/v2/ultragroups/guild' });
    const kept = await v2('DELETE', '/guild/channels/RCDefault');
    expect(kept.body).toMatchObject({ code: 1002, msg: 'RCDefault stays' });
  });

  it('creates, renames and dismisses groups', async () => {
    await create();
    await create('other');
    await v2('PUT', '/guild', { group_name: 'Band' });
    const groups = [
      { group_id: 'guild', group_name: 'Band' },
      { group_id: 'other', group_name: 'Guild' },
    ];
    expect(await dataOf('/users/alice/groups')).toEqual({ groups });
    expect(await dataOf('/users/alice/groups?page=2&size=1')).toEqual({ groups: groups.slice(1) });
    await v2('DELETE', '/other');
    expect(await dataOf('/users/alice/groups?page=-1')).toEqual({ groups: groups.slice(0, 1) });
  });

  it('takes ids from its path, whatever is in them', async () => {
    await create();
    const strange = 'a/b c';
    await v2('POST', `/guild/users/${encodeURIComponent(strange)}`);
    await v2('POST', '/guild/users/bob');
    await v2('DELETE', '/guild/users/alice');
    expect(await dataOf('/guild/users')).toEqual({ users: [{ id: strange }, { id: 'bob' }] });
    expect(await dataOf('/guild/users?page=2&size=1')).toEqual({ users: [{ id: 'bob' }] });
    expect((await v2('GET', '/guild/users?size=0')).status).toBe(400);
  });

  it('mutes and exempts users in the whole group', async () => {
    await create();
    await v2('POST', '/guild/muted-users', users('alice', 'bob'));
    now += 1_000;
    await v2('POST', '/guild/muted-users', users('bob', 'carol'));
    await v2('DELETE', '/guild/muted-users', users('alice'));
    const muted = [
      { id: 'bob', time: '2026-01-02 03:04:05' },
      { id: 'carol', time: '2026-01-02 03:04:06' },
    ];
    expect(await dataOf('/guild/muted-users')).toEqual({ users: muted });
    expect(await form('userbanned/get')).toMatchObject({ users: [{ id: 'bob' }, { id: 'carol' }] });

    await v2('POST', '/guild/allowed-users', users('alice', 'bob'));
    await v2('DELETE', '/guild/allowed-users', users('alice'));
    expect(await dataOf('/guild/allowed-users')).toEqual({ users: [{ id: 'bob' }] });
    await v2('PUT', '/guild/muted-status', { status: true });
    expect(await dataOf('/guild/muted-status')).toEqual({ status: true });
    expect(await form('globalbanned/get')).toEqual({ code: 200, status: true });
  });

  it('creates and deletes public channels', async () => {
    await create();
    for (const channel_id of ['news', 'sport']) {
      await v2('POST', '/channels', { group_id: 'guild', channel_id });
    }
    await v2('DELETE', '/guild/channels/sport');
    const news = { channel_id: 'news', create_time: '2026-01-02 03:04:05' };
    expect(await dataOf('/guild/channels?page=2&limit=1')).toEqual({ channel_list: [news] });
    expect((await v2('GET', '/guild/channels?limit=0')).status).toBe(400);
    expect((await form('channel/get'))['channelList']).toMatchObject([
      { channelId: 'RCDefault', type: 0 },
      { channelId: 'news', type: 0 },
    ]);
  });

  it('of a group that is not there is noted, and finds nothing', async () => {
    const noted = [
      await v2('DELETE', '/guild'),
      await v2('POST', '/channels', { group_id: 'guild', channel_id: 'news' }),
    ];
    for (const { body, reason } of noted) {
      expect([body, reason]).toEqual([{ code: 10_000 }, 'There is no ultra group guild']);
    }
    expect(await dataOf('/guild/muted-status')).toEqual({ status: false });
    expect(await dataOf('/guild/users')).toEqual({ users: [] });
  });
});
