import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };

let emulator: ImEmulator;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;
let carol: ImEmulatorClient;

beforeEach(async () => {
  emulator = await ImEmulator.start({ rateLimits: false });
  const connect = (userId: string) => {
    emulator.addUser({ userId });
    return emulator.connect(userId);
  };
  [alice, bob, carol] = [connect('alice'), connect('bob'), connect('carol')];
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const publish = async (kind: string, fields: FormFields) => {
  const { body } = await form(`message/${kind}/publish`, {
    fromUserId: 'alice',
    ...TEXT,
    ...fields,
  });
  return body;
};
const counts = () => [alice, bob, carol].map(({ received }) => received.length);

describe('a system message', () => {
  it('goes to the users that it names', async () => {
    const body = await publish('system', { toUserId: ['bob', 'carol'] });
    expect(body['messageUIDs']).toEqual([
      { userId: 'bob', messageUID: bob.received[0]?.messageUID },
      { userId: 'carol', messageUID: carol.received[0]?.messageUID },
    ]);
    expect(counts()).toEqual([0, 1, 1]);
    expect(bob.received[0]).toMatchObject({ channelType: 'NOTIFY', fromUserId: 'alice' });
  });
});

describe('a message to a group', () => {
  beforeEach(async () => {
    const userId = ['alice', 'bob'];
    await form('group/create', { groupId: 'climbers', groupName: 'Climbers', userId });
  });

  it('goes to its members, or to those of them that it names', async () => {
    const body = await publish('group', { toGroupId: ['climbers'] });
    expect(body['messageUIDs']).toEqual([
      { groupId: 'climbers', messageUID: bob.received[0]?.messageUID },
    ]);
    expect(counts()).toEqual([0, 1, 0]);
    await publish('group', { toGroupId: ['climbers'], toUserId: ['carol'] });
    await publish('group', { toGroupId: ['climbers'], toUserId: ['bob'], isIncludeSender: 1 });
    expect(counts()).toEqual([1, 2, 0]);
    expect(bob.received[0]).toMatchObject({ channelType: 'GROUP', toUserId: 'climbers' });
  });

  it('is refused to devices of others', async () => {
    const to = { toUserId: 'climbers', channelType: 'GROUP' } as const;
    expect(await carol.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'blocked' });
    expect(await alice.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'delivered' });
    expect(counts()).toEqual([0, 1, 0]);
  });
});

describe('a message to a chatroom', () => {
  beforeEach(async () => {
    await form('chatroom/create_new', { chatroomId: 'room-1' });
    alice.joinChatroom('room-1');
    bob.joinChatroom('room-1');
  });

  it('goes to who is there, to the sender when asked for', async () => {
    const body = await publish('chatroom', { toChatroomId: ['room-1'] });
    expect(body['messageUIDs']).toEqual([
      { chatroomId: 'room-1', messageUID: bob.received[0]?.messageUID },
    ]);
    expect(counts()).toEqual([0, 1, 0]);
    await publish('chatroom', { toChatroomId: ['room-1'], isIncludeSender: 1 });
    expect(counts()).toEqual([1, 2, 0]);
    expect(alice.received[0]).toMatchObject({ channelType: 'TEMPGROUP', toUserId: 'room-1' });
  });

  it('is refused to a muted device, and the app server may still write', async () => {
    await form('chatroom/user/gag/add', { chatroomId: 'room-1', userId: 'alice', minute: 1 });
    const to = { toUserId: 'room-1', channelType: 'TEMPGROUP' } as const;
    expect(await alice.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'blocked' });
    expect(await carol.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'blocked' });
    expect(await bob.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'delivered' });
    await publish('chatroom', { toChatroomId: ['room-1'] });
    expect(counts()).toEqual([1, 1, 0]);
  });
});

describe('a message to an ultra group', () => {
  beforeEach(async () => {
    const guild = { groupId: 'guild' };
    await form('ultragroup/create', { ...guild, userId: 'alice', groupName: 'Guild' });
    await form('ultragroup/join', { ...guild, userId: 'bob' });
    await form('ultragroup/join', { ...guild, userId: 'carol' });
    await form('ultragroup/channel/create', { ...guild, busChannel: 'staff', type: 1 });
    await form('ultragroup/channel/private/users/add', {
      ...guild,
      busChannel: 'staff',
      userIds: 'alice,carol',
    });
  });

  const publishJson = async (fields: object) => {
    const message = { fromUserId: 'alice', ...TEXT, toGroupIds: ['guild'], ...fields };
    const { moduleOptions, url } = emulator;
    return (await postJson(moduleOptions, `${url}/message/ultragroup/publish.json`, message)).body;
  };

  it('goes to all members and to the sender', async () => {
    const body = await publishJson({});
    expect(body['messageUIDs']).toEqual([
      { groupId: 'guild', messageUID: bob.received[0]?.messageUID },
    ]);
    expect(counts()).toEqual([1, 1, 1]);
  });

  it('goes to those of its private channel, or to those of them that it names', async () => {
    await publishJson({ busChannel: 'staff' });
    expect(counts()).toEqual([1, 0, 1]);
    expect(carol.received[0]).toMatchObject({ channelType: 'ULTRAGROUP', busChannel: 'staff' });
    await publishJson({ toUserIds: ['bob'] });
    expect(counts()).toEqual([2, 1, 1]);
  });

  it('is refused to devices outside of the channel', async () => {
    const to = { toUserId: 'guild', channelType: 'ULTRAGROUP', busChannel: 'staff' } as const;
    expect(await bob.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'blocked' });
    expect(await carol.send({ ...to, ...TEXT })).toMatchObject({ outcome: 'delivered' });
    expect(counts()).toEqual([1, 0, 0]);
  });
});
