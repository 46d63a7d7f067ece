import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { bodyOf, watchCallbacks } from '../../support/received-callback.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let look: ReturnType<typeof watchCallbacks>;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  emulator = await ImEmulator.start({
    clock: () => now,
    callbackUrls: {
      'group-operation-sync': `${receiver.url}/group-operation-sync`,
      'group-profile-sync': `${receiver.url}/group-profile-sync`,
    },
  });
  look = watchCallbacks(emulator, receiver);
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);
const hosted = (path: string, fields: FormFields = {}) =>
  form(`/entrust/group/${path}`, { groupId: 'club', ...fields });
const create = (groupId = 'club') =>
  hosted('create', { groupId, name: 'Club', owner: 'alice', userIds: ['bob', 'carol'] });

const told = async () => (await look()).map(bodyOf);

describe('group-operation-sync', () => {
  const operation = (eventType: number, userIds: string[], groupId = 'club') => ({
    groupId,
    eventType,
    time: now,
    userIds,
  });

  it.each<[string, string, FormFields, number, string[]]>([
    ['who joins', 'join', { userIds: ['dave', 'bob'] }, 2, ['dave']],
    ['who is kicked', 'member/kick', { userIds: ['bob', 'carol'] }, 3, ['bob', 'carol']],
    ['who quits', 'quit', { userIds: ['bob', 'nobody'] }, 4, ['bob']],
    ['its end', 'dismiss', {}, 5, []],
    ['new administrators', 'manager/add', { userIds: ['bob', 'nobody'] }, 6, ['bob']],
    ['a new owner', 'transfer/owner', { newOwner: 'bob', isQuit: 0, isDelBan: 1 }, 8, ['bob']],
  ])('tells of %s', async (_name, path, fields, eventType, users) => {
    await create();
    expect(await told()).toEqual([[operation(1, ['alice', 'bob', 'carol'])]]);
    now += 5;
    await hosted(path, fields);
    expect(await told()).toEqual([[operation(eventType, users)]]);
  });

  it('tells of administrators who are so no more', async () => {
    await create();
    await hosted('manager/add', { userIds: ['bob'] });
    await told();
    await hosted('manager/remove', { userIds: ['bob', 'carol'] });
    expect(await told()).toEqual([[operation(7, ['bob'])]]);
  });

  it('tells of all that one call does in one callback', async () => {
    for (const groupId of ['club', 'band']) await create(groupId);
    await told();
    await form('/entrust/group/member/kick/all', { userId: 'bob' });
    expect(await told()).toEqual([[operation(3, ['bob']), operation(3, ['bob'], 'band')]]);
    await hosted('transfer/owner', { newOwner: 'carol', isQuit: 1, isDelBan: 1 });
    expect(await told()).toEqual([[operation(8, ['carol']), operation(4, ['alice'])]]);
  });

  it('tells nothing of ordinary groups, of an import, and where nothing has changed', async () => {
    await form('/group/create', { groupId: 'plain', groupName: 'P', userId: ['alice', 'bob'] });
    await form('/group/quit', { groupId: 'plain', userId: ['bob'] });
    await hosted('import', { groupId: 'plain', name: 'Plain', owner: 'alice' });
    await hosted('join', { groupId: 'plain', userIds: ['alice'] });
    expect(await told()).toEqual([]);
    await form('/group/join', { groupId: 'plain', groupName: 'P', userId: ['bob'] });
    expect(await told()).toEqual([[operation(2, ['bob'], 'plain')]]);
    await form('/group/dismiss', { groupId: 'plain', userId: 'alice' });
    expect(await told()).toEqual([[{ ...operation(5, [], 'plain'), optUserId: 'alice' }]]);
  });
});

it('group-profile-sync tells what a group says of itself once it has changed', async () => {
  await create();
  await told();
  await hosted('profile/update', {
    groupProfile: '{"name":"Book club","announcement":"hi"}',
    permissions: '{"joinPerm":2}',
    groupExtProfile: '{"ext_level":"3"}',
  });
  expect(await told()).toEqual([
    {
      profiles: [
        {
          groupId: 'club',
          groupName: 'Book club',
          time: now,
          groupProfile: { announcement: 'hi' },
          groupExtProfile: { ext_level: '3' },
          permissions: {
            joinPerm: 2,
            removePerm: 0,
            memInvitePerm: 0,
            invitePerm: 0,
            profilePerm: 0,
            memProfilePerm: 0,
          },
        },
      ],
    },
  ]);
});
