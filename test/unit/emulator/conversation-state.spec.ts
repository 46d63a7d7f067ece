import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import {
  call,
  encodeForm,
  postForm,
  postJson,
  signedHeaders,
  type FormFields,
} from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, emulator.url + path, fields);
const json = (path: string, body: object) =>
  postJson(emulator.moduleOptions, emulator.url + path, body);
const get = (path: string, query: FormFields) =>
  call(`${emulator.url}${path}?${encodeForm(query)}`, {
    headers: signedHeaders(emulator.moduleOptions),
  });
const attributesOf = async (userId: string, targetId: string, conversationType = 3) =>
  (await get('/conversation/attribute/get.json', { userId, targetId, conversationType })).body[
    'data'
  ];

describe('the attributes of a conversation', () => {
  const setTop = (targetId: string, top: boolean) =>
    form('/conversation/top/set.json', {
      userId: 'ada',
      conversationType: 3,
      targetId,
      setTop: top,
    });

  it('hold what was set, and nothing else', async () => {
    const untouched = { targetId: 'g1', conversationType: 3, tags: [] };
    expect(await attributesOf('ada', 'g1')).toEqual(untouched);
    expect((await setTop('g1', true)).body).toEqual({ code: 200 });
    expect(await attributesOf('ada', 'g1')).toEqual({
      ...untouched,
      top: { top: true, topTime: START },
    });
    now += 5;
    await setTop('g1', false);
    expect(await attributesOf('ada', 'g1')).toMatchObject({ top: { top: false, topTime: now } });
    // Another type, another target, another owner.
    expect(await attributesOf('ada', 'g1', 1)).not.toHaveProperty('top');
    expect(await attributesOf('ada', 'g2')).not.toHaveProperty('top');
    expect(await attributesOf('bob', 'g1')).not.toHaveProperty('top');
  });

  it('are gone with their owner', async () => {
    await setTop('g1', true);
    await form('/user/deactivate.json', { userId: 'ada' });
    expect(await attributesOf('ada', 'g1')).not.toHaveProperty('top');
  });
});

describe('notification levels', () => {
  const group = { requestId: 'ada', conversationType: 3, targetId: 'g1' };
  const ultraGroup = { requestId: 'ada', conversationType: 10, targetId: 'u1' };
  const set = (fields: FormFields) => form('/conversation/notification/set.json', fields);
  const levelOf = async (fields: FormFields) =>
    (await form('/conversation/notification/get.json', fields)).body['isMuted'];

  it('are kept for each conversation, and 0 until then', async () => {
    expect(await levelOf(group)).toBe(0);
    await set({ ...group, unpushLevel: 2 });
    expect(await levelOf(group)).toBe(2);
    expect(await levelOf({ ...group, requestId: 'bob' })).toBe(0);
    expect(await attributesOf('ada', 'g1')).toMatchObject({ mute: { mute: 2 } });
    await set({ ...group, unpushLevel: -1 });
    expect(await levelOf(group)).toBe(-1);
  });

  it('take the older yes or no, unless a level comes with it', async () => {
    await set({ ...group, isMuted: 1 });
    expect(await levelOf(group)).toBe(5);
    await set({ ...group, isMuted: 0 });
    expect(await levelOf(group)).toBe(0);
    await set({ ...group, isMuted: 1, unpushLevel: 4 });
    expect(await levelOf(group)).toBe(4);
    expect((await set(group)).body['code']).toBe(1002);
    expect(await levelOf(group)).toBe(4);
  });

  it('of a channel are not those of the ultra group', async () => {
    await set({ ...ultraGroup, unpushLevel: 5, busChannel: 'news' });
    expect(await levelOf(ultraGroup)).toBe(0);
    expect(await levelOf({ ...ultraGroup, busChannel: 'news' })).toBe(5);
  });

  it('of a type are not those of its conversations', async () => {
    const type = { requestId: 'ada', conversationType: 3 };
    const read = async () =>
      (await form('/conversation/type/notification/get.json', type)).body['isMuted'];
    expect(await read()).toBe(0);
    await form('/conversation/type/notification/set.json', { ...type, unpushLevel: 1 });
    expect([await read(), await levelOf(group)]).toEqual([1, 0]);
    expect(await attributesOf('ada', 'g1')).not.toHaveProperty('mute');
  });
});

describe('conversation tags', () => {
  const set = (...tagIds: string[]) =>
    json('/user/conversation/tag/set.json', {
      userId: 'ada',
      tags: tagIds.map((tagId) => ({ tagId, tagName: `Tag ${tagId}` })),
    });
  const tags = async (userId = 'ada') =>
    (await get('/user/conversation/tag/get.json', { userId })).body['data'];
  const groups = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      targetId: `g${from + index}`,
      conversationType: 3,
    }));
  const put = (tagId: string, conversations: object[]) =>
    json('/tag/conversation/set.json', { userId: 'ada', tagId, conversations });
  const take = (tagId: string, conversations: object[]) =>
    json('/tag/conversation/del.json', { userId: 'ada', tagId, conversations });
  const under = async (tagId: string) => {
    const { body } = await get('/tag/conversation/get.json', { userId: 'ada', tagId });
    return (body['data'] as { conversations: object[] }).conversations;
  };

  it('are made, renamed and deleted', async () => {
    await set('work', 'home');
    now += 5;
    const renamed = { userId: 'ada', tags: [{ tagId: 'work', tagName: 'Office' }] };
    await json('/user/conversation/tag/set.json', renamed);
    expect(await tags()).toEqual({
      userId: 'ada',
      tags: [
        { tagId: 'work', tagName: 'Office', createTime: START },
        { tagId: 'home', tagName: 'Tag home', createTime: START },
      ],
    });
    await json('/user/conversation/tag/del.json', { userId: 'ada', tagIds: ['work', 'other'] });
    expect(await tags()).toMatchObject({ tags: [{ tagId: 'home' }] });
    expect(await tags('bob')).toEqual({ userId: 'bob', tags: [] });
  });

  it('are 20 at most, all or none of a call', async () => {
    const ids = Array.from({ length: 19 }, (_, index) => `t${index}`);
    await set(...ids);
    const refused = await set('more', 'most');
    expect(refused).toMatchObject({ status: 400, body: { code: 1002 } });
    expect((await set('more', 't0')).status).toBe(200);
    expect(await tags()).toMatchObject({ tags: { length: 20 } });
  });

  it('hold conversations, which tell their tags', async () => {
    await set('work', 'home');
    await put('work', groups(1, 2));
    await put('home', groups(1, 1));
    expect(await under('work')).toEqual(groups(1, 2));
    expect(await attributesOf('ada', 'g1')).toMatchObject({
      tags: [
        { tagId: 'work', tagName: 'Tag work' },
        { tagId: 'home', tagName: 'Tag home' },
      ],
    });
    await take('work', groups(1, 1));
    expect(await under('work')).toEqual(groups(2, 1));
    await json('/user/conversation/tag/del.json', { userId: 'ada', tagIds: ['work'] });
    await set('work');
    expect(await under('work')).toEqual([]);
  });

  it('hold 1000 conversations: then the oldest gives way', async () => {
    await set('work');
    for (let from = 0; from < 1_000; from += 100) await put('work', groups(from, 100));
    await put('work', groups(0, 1));
    await put('work', groups(1_000, 2));
    const held = await under('work');
    expect(held).toHaveLength(1_000);
    expect(held.slice(0, 1)).toEqual(groups(2, 1));
    expect(held.slice(-2)).toEqual(groups(1_000, 2));
  });

  it('must be there to take conversations', async () => {
    const refused = await put('work', groups(1, 1));
    expect(refused.body['code']).toBe(1002);
    expect(refused.reason).toBe('ada has no tag work');
    expect(await take('work', groups(1, 1))).toMatchObject({
      status: 200,
      reason: 'ada has no tag work',
    });
    expect(await under('work')).toEqual([]);
  });
});
