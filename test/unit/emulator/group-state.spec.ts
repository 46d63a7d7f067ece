import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const NOTE = {
  bindNotifyMsg: true,
  fromUserId: 'alice',
  objectName: 'RC:GrpNtf',
  content: '{"operation":"Any"}',
};

let emulator: ImEmulator;

beforeEach(async () => {
  emulator = await ImEmulator.start({ clock: () => Date.UTC(2026, 0, 2) });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);
const inGroup = (path: string, fields: FormFields = {}) =>
  form(`/group/${path}`, { groupId: 'club', ...fields });
const create = (fields: FormFields = {}) =>
  inGroup('create', { groupName: 'Book club', userId: ['alice', 'bob'], ...fields });
const membersOf = async (groupId = 'club') => {
  const { body } = await inGroup('user/query', { groupId });
  return (body['users'] as { id: string }[]).map(({ id }) => id);
};
const groupsOf = async (userId: string, fields: FormFields = {}) =>
  (await form('/user/group/query', { userId, ...fields })).body['groups'];
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `user-${index + from}`);

describe('a group', () => {
  it('gets members when it is created, when it is created again, and when users join', async () => {
    expect((await create()).body).toEqual({ code: 200 });
    await create({ groupName: 'Readers', userId: ['bob', 'carol'] });
    await inGroup('join', { userId: ['dave', 'dave', 'alice'] });
    expect(await membersOf()).toEqual(['alice', 'bob', 'carol', 'dave']);
    expect(await groupsOf('alice')).toEqual([{ id: 'club', name: 'Readers' }]);
    await inGroup('join', { userId: 'alice', groupName: 'Writers' });
    expect(await groupsOf('alice')).toEqual([{ id: 'club', name: 'Writers' }]);
  });

  it('is created by those who join it, which is said', async () => {
    const joined = await inGroup('join', { userId: 'alice' });
    expect([joined.status, joined.reason]).toEqual([200, 'There was no group club; it is created']);
    expect(await groupsOf('alice')).toEqual([{ id: 'club', name: '' }]);
  });

  it('loses who quits, and everybody when it is dismissed', async () => {
    await create();
    await inGroup('quit', { userId: ['alice', 'nobody'] });
    expect(await membersOf()).toEqual(['bob']);
    await inGroup('dismiss', { userId: 'anybody' });
    expect(await membersOf()).toEqual([]);
    expect(await groupsOf('bob')).toEqual([]);
  });

  it('is renamed', async () => {
    await create();
    await inGroup('refresh', { groupName: 'Readers' });
    expect(await groupsOf('bob')).toEqual([{ id: 'club', name: 'Readers' }]);
  });

  it.each([
    ['quit', { userId: 'alice' }],
    ['dismiss', { userId: 'alice' }],
    ['refresh', { groupName: 'Readers' }],
    ['remarks/set', { userId: 'alice', remark: 'Al' }],
  ])('that is not there is only noted by %s', async (path, fields) => {
    const { status, reason } = await inGroup(path, fields);
    expect([status, reason]).toEqual([200, 'There is no group club']);
  });

  it('takes 3000 members, and fewer when a call says so', async () => {
    for (const from of [0, 1_000, 1_998]) await create({ userId: many(1_000, from) });
    const beyond = await inGroup('join', { userId: ['alice', 'bob', 'carol'] });
    expect(beyond).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(beyond.reason).toContain('3000');
    await inGroup('join', { userId: ['alice', 'bob', 'user-7'] });
    expect(await membersOf()).toHaveLength(3_000);
    const synchronised = await form('/group/sync', { userId: 'carol', 'group[club]': 'x' });
    expect(synchronised.body['code']).toBe(1002);

    const limited = await create({ groupId: 'duo', maxMember: 1 });
    expect([limited.body['code'], limited.reason]).toEqual([
      1002,
      'The group duo takes 1 members at most',
    ]);
    await create({ groupId: 'duo', maxMember: 9_000 });
    expect((await create({ groupId: 'duo', maxMember: 1 })).status).toBe(200);
    expect(await membersOf('duo')).toEqual(['alice', 'bob']);
  });

  it('forgets who is deactivated', async () => {
    emulator.addUser({ userId: 'alice' });
    await create();
    await form('/user/deactivate', { userId: 'alice' });
    expect(await membersOf()).toEqual(['bob']);
  });
});

describe('the groups of a user', () => {
  it('become those of a synchronisation, and have its names', async () => {
    await create();
    await create({ groupId: 'choir', groupName: 'Choir', userId: ['alice', 'bob'] });
    await form('/group/sync', {
      userId: 'alice',
      'group[choir]': 'Singers',
      'group[band]': 'Band',
      'group[__proto__]': 'x',
    });
    expect(await groupsOf('alice')).toEqual([
      { id: 'choir', name: 'Singers' },
      { id: 'band', name: 'Band' },
      { id: '__proto__', name: 'x' },
    ]);
    expect(await membersOf()).toEqual(['bob']);
    await form('/group/sync', { userId: 'alice' });
    expect(await groupsOf('alice')).toEqual([]);
    expect(await membersOf('band')).toEqual([]);
  });

  it('are read all or page by page, in the order of joining', async () => {
    for (const groupId of ['1', '2', '3']) {
      await create({ groupId, groupName: groupId, userId: 'bob' });
    }
    for (const groupId of ['3', '1', '2']) await inGroup('join', { groupId, userId: 'alice' });
    const ids = async (fields: FormFields) =>
      ((await groupsOf('alice', fields)) as { id: string }[]).map(({ id }) => id);
    expect(await ids({ page: 1, size: 2 })).toEqual(['3', '1']);
    expect(await ids({ page: 2, size: 2 })).toEqual(['2']);
    expect(await ids({ page: 0, size: 2 })).toEqual(['3', '1', '2']);
    expect(await ids({})).toEqual(['3', '1', '2']);
  });
});

describe('a message bound to a call', () => {
  it.each([
    ['create', { groupName: 'Book club', userId: 'carol' }],
    ['join', { userId: 'carol' }],
    ['quit', { userId: 'bob' }],
    ['dismiss', { userId: 'bob' }],
    ['refresh', { groupName: 'Readers' }],
  ])('is sent by %s', async (path, fields) => {
    await create();
    const push = { pushContent: 'News', pushExt: '{"title":"Club"}' };
    const { body } = await inGroup(path, { ...fields, ...NOTE, ...push });
    const { bindNotifyMsg: _asked, ...note } = NOTE;
    expect(emulator.messages).toMatchObject([
      { ...note, ...push, toUserId: 'club', channelType: 'GROUP', source: 'Server' },
    ]);
    expect(body).toEqual({ code: 200, messageUID: emulator.messages[0]?.messageUID });
  });

  it('is not sent unless it is asked for', async () => {
    await create({ ...NOTE, bindNotifyMsg: false });
    expect(emulator.messages).toEqual([]);
  });

  it.each(['fromUserId', 'objectName', 'content'])('needs its %s', async (name) => {
    const { body, reason } = await create({ ...NOTE, [name]: '' });
    expect([body['code'], reason]).toEqual([
      1002,
      `${name} is required when bindNotifyMsg is true`,
    ]);
    expect(await membersOf()).toEqual([]);
  });
});

describe('the name of a member in pushes', () => {
  const remark = async (userId = 'alice') =>
    (await inGroup('remarks/get', { userId })).body['remark'];

  it('is set, changed and deleted', async () => {
    await create();
    expect(await remark()).toBe('');
    await inGroup('remarks/set', { userId: 'alice', remark: 'Al' });
    await inGroup('remarks/set', { userId: 'alice', remark: 'Ally' });
    expect([await remark(), await remark('bob')]).toEqual(['Ally', '']);
    await inGroup('remarks/del', { userId: 'alice' });
    expect(await remark()).toBe('');
  });

  it('goes when the member leaves, and is for members only', async () => {
    await create();
    await inGroup('remarks/set', { userId: 'alice', remark: 'Al' });
    await inGroup('quit', { userId: 'alice' });
    const refused = await inGroup('remarks/set', { userId: 'alice', remark: 'Al' });
    expect(refused.reason).toBe('alice is not in the group club');
    await inGroup('join', { userId: 'alice' });
    expect(await remark()).toBe('');
  });
});
