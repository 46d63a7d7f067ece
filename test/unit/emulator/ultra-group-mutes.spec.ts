import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

let emulator: ImEmulator;

beforeEach(async () => {
  emulator = await ImEmulator.start();
  await create('guild');
  await inGroup('channel/create', { busChannel: 'news' });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/ultragroup/${path}.json`, fields);
const create = (groupId: string) =>
  form('create', { groupId, userId: 'alice', groupName: 'Guild' });
const inGroup = (path: string, fields: FormFields = {}) =>
  form(path, { groupId: 'guild', ...fields });
const bodyOf = async (path: string, fields: FormFields = {}) => (await inGroup(path, fields)).body;
const listed = (...ids: string[]) => ({ code: 200, users: ids.map((id) => ({ id })) });
const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`);

describe.each(['userbanned', 'banned/whitelist'])('the users of %s', (list) => {
  it('are kept for the group and for each channel apart', async () => {
    await inGroup(`${list}/add`, { userIds: 'alice,bob,carol' });
    await inGroup(`${list}/add`, { userIds: 'dave', busChannel: 'news' });
    await inGroup(`${list}/del`, { userIds: 'bob,dave' });
    expect(await bodyOf(`${list}/get`)).toEqual(listed('alice', 'carol'));
    expect(await bodyOf(`${list}/get`, { pageSize: 1, page: 2 })).toEqual(listed('carol'));
    expect(await bodyOf(`${list}/get`, { busChannel: 'news' })).toEqual(listed('dave'));
    await inGroup(`${list}/del`, { userIds: 'dave', busChannel: 'news' });
    expect(await bodyOf(`${list}/get`, { busChannel: 'news' })).toEqual(listed());
    const reply = await inGroup(`${list}/add`, { userIds: 'bob', busChannel: 'nowhere' });
    expect(reply.reason).toBe('The ultra group guild has no channel nowhere');
    expect(await bodyOf(`${list}/get`, { busChannel: 'nowhere' })).toEqual(listed());
  });

  it('come in pages of 50', async () => {
    for (const name of ['a', 'b', 'c']) {
      await inGroup(`${list}/add`, { userIds: numbered(20, name).join(',') });
    }
    expect((await bodyOf(`${list}/get`))['users']).toHaveLength(50);
    expect((await bodyOf(`${list}/get`, { page: 2 }))['users']).toHaveLength(10);
  });
});

describe('the mute of users', () => {
  it('outlives that they leave', async () => {
    await inGroup('userbanned/add', { userIds: 'alice' });
    await inGroup('quit', { userId: 'alice' });
    expect(await bodyOf('userbanned/get')).toEqual(listed('alice'));
  });

  it('in whole groups is for 100 users of an app', async () => {
    await create('other');
    const mute = async (userIds: string[], fields: FormFields = {}) =>
      (await bodyOf('userbanned/add', { userIds: userIds.join(','), ...fields }))['code'];
    for (const name of ['a', 'b', 'c', 'd']) await mute(numbered(20, name));
    for (const groupId of ['other', 'guild']) {
      expect(await mute(numbered(20, 'e'), { groupId })).toBe(200);
    }
    expect(await mute(['bob'], { groupId: 'other' })).toBe(1002);
    expect(await mute(['a1'], { groupId: 'other' })).toBe(200);
    expect(await mute(['bob'], { busChannel: 'news' })).toBe(200);
    await inGroup('userbanned/del', { userIds: 'b1' });
    expect(await mute(['bob'])).toBe(200);
  });
});

describe('the mute of all', () => {
  const isMuted = async (fields: FormFields = {}) =>
    (await bodyOf('globalbanned/get', fields))['status'];

  it('is set for the group and for each channel apart', async () => {
    await inGroup('globalbanned/set', { status: true, busChannel: 'news' });
    expect([await isMuted(), await isMuted({ busChannel: 'news' })]).toEqual([false, true]);
    await inGroup('globalbanned/set', { status: true });
    await inGroup('globalbanned/set', { status: false, busChannel: 'news' });
    expect([await isMuted(), await isMuted({ busChannel: 'news' })]).toEqual([true, false]);
  });

  it('of a group outlives its end, the lists do not', async () => {
    await inGroup('globalbanned/set', { status: true });
    await inGroup('banned/whitelist/add', { userIds: 'alice' });
    await inGroup('dis');
    expect(await isMuted()).toBe(false);
    await create('guild');
    expect(await isMuted()).toBe(true);
    expect(await bodyOf('banned/whitelist/get')).toEqual(listed());
    await inGroup('globalbanned/set', { status: false });
    await inGroup('dis');
    await create('guild');
    expect(await isMuted()).toBe(false);
  });
});
