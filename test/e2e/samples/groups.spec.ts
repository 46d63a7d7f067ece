import { describe, expect, it } from '@jest/globals';
import { ImHostedGroupService } from '../../../lib/index.js';
import { GroupsModule } from '../../../sample/04-groups/app.js';
import { PLATFORMS } from '../../support/callback-app.js';
import { endAfterEach } from '../../support/resources.js';
import { contentsOf, startSample } from '../../support/sample-app.js';

const OPEN = { name: 'Readers', introduction: 'A book a month.', isOpen: true };
const CLOSED = { ...OPEN, isOpen: false };

describe.each(PLATFORMS)('the groups sample on %s', (platform) => {
  const ending = endAfterEach();

  /** Ada's group, with Bob as a manager and Cy as a member. */
  async function start(kind: object = CLOSED) {
    const sample = await startSample(GroupsModule, platform, ending);
    const groupId = await sample.create('ada', 'POST /groups', kind);
    const group = `/groups/${groupId}`;
    await sample.call('ada', `POST ${group}/members`, { userIds: ['bob', 'cy'] });
    await sample.call('ada', `PUT ${group}/managers/bob`);
    const hostedGroups = sample.service(ImHostedGroupService);
    const roles = async () => {
      const { members } = await hostedGroups.members.query({ groupId, order: 0 });
      return Object.fromEntries(members.map(({ userId, role }) => [userId, role]));
    };
    return { ...sample, groupId, group, hostedGroups, roles };
  }

  it('creates a group with a profile, permissions and roles', async () => {
    const { groupId, hostedGroups, roles } = await start();
    const { profiles } = await hostedGroups.get({ groupIds: [groupId] });
    expect(profiles).toMatchObject([
      {
        groupName: 'Readers',
        owner: 'ada',
        groupProfile: { introduction: 'A book a month.' },
        permissions: { joinPerm: 2, memInvitePerm: 1, removePerm: 1, profilePerm: 1 },
        memberCount: 3,
      },
    ]);
    expect(await roles()).toEqual({ ada: 3, bob: 2, cy: 1 });
  });

  it('lets anybody see and join an open group, and nobody a closed one', async () => {
    const open = await start(OPEN);
    expect(await open.call('dan', `GET ${open.group}`)).toMatchObject({ status: 200 });
    expect(await open.call('dan', `PUT ${open.group}/members/me`)).toMatchObject({ status: 200 });
    expect(await open.roles()).toMatchObject({ dan: 1 });

    const closed = await start();
    for (const route of [`GET ${closed.group}`, `PUT ${closed.group}/members/me`]) {
      expect(await closed.call('dan', route)).toMatchObject({ status: 403 });
    }
    expect(await closed.roles()).not.toHaveProperty('dan');
  });

  it('lets owner and managers invite and remove, but nobody of their own role or above', async () => {
    const { call, group, roles } = await start();
    const dan = { userIds: ['dan'] };
    expect(await call('cy', `POST ${group}/members`, dan)).toMatchObject({
      status: 403,
      body: { message: 'Higher roles only.' },
    });
    expect(await call('bob', `POST ${group}/members`, dan)).toEqual({
      status: 201,
      body: { memberCount: 4 },
    });
    for (const userId of ['ada', 'bob']) {
      expect(await call('bob', `DELETE ${group}/members/${userId}`)).toMatchObject({ status: 403 });
    }
    expect(await call('cy', `DELETE ${group}/members/dan`)).toMatchObject({ status: 403 });
    expect(await call('bob', `DELETE ${group}/members/dan`)).toMatchObject({ status: 200 });
    expect(await roles()).toEqual({ ada: 3, bob: 2, cy: 1 });
  });

  it('lets only the owner make managers, who are members, ten at most, and undo it', async () => {
    const { call, group, roles } = await start();
    expect(await call('bob', `PUT ${group}/managers/cy`)).toMatchObject({ status: 403 });
    expect(await call('ada', `PUT ${group}/managers/dan`)).toMatchObject({ status: 404 });
    const userIds = Array.from({ length: 10 }, (_, number) => `reader-${number}`);
    await call('ada', `POST ${group}/members`, { userIds });
    for (const userId of userIds.slice(0, 9)) await call('ada', `PUT ${group}/managers/${userId}`);
    expect(await call('ada', `PUT ${group}/managers/reader-9`)).toMatchObject({
      status: 409,
      body: { message: 'There are ten already.' },
    });
    expect(await roles()).toMatchObject({ bob: 2, 'reader-8': 2, 'reader-9': 1 });
    expect(await call('bob', `DELETE ${group}/managers/bob`)).toMatchObject({ status: 403 });
    expect(await call('ada', `DELETE ${group}/managers/bob`)).toMatchObject({ status: 200 });
    expect(await call('ada', `PUT ${group}/managers/reader-9`)).toMatchObject({ status: 200 });
    expect(await roles()).toMatchObject({ bob: 1, 'reader-8': 2, 'reader-9': 2 });
  });

  it('keeps the owner until another member has the group', async () => {
    const { call, group, roles } = await start();
    expect(await call('ada', `DELETE ${group}/members/me`)).toMatchObject({ status: 409 });
    expect(await call('bob', `PUT ${group}/owner/bob`)).toMatchObject({ status: 403 });
    expect(await call('ada', `PUT ${group}/owner/dan`)).toMatchObject({ status: 404 });
    expect(await call('ada', `PUT ${group}/owner/cy`)).toMatchObject({ status: 200 });
    expect(await call('ada', `DELETE ${group}/members/me`)).toMatchObject({ status: 200 });
    expect(await roles()).toEqual({ bob: 2, cy: 3 });
  });

  it('shows a group to one member under another name', async () => {
    const { call, groupId, group } = await start();
    const rename = (remarkName: string) => call('cy', `PUT ${group}/remark-name`, { remarkName });
    const shown = async (userId: string) => (await call(userId, 'GET /groups')).body;
    await rename('Emma and co.');
    expect(await shown('cy')).toEqual([{ id: groupId, name: 'Emma and co.' }]);
    expect(await shown('bob')).toEqual([{ id: groupId, name: 'Readers' }]);
    await rename('');
    expect(await shown('cy')).toEqual([{ id: groupId, name: 'Readers' }]);
  });

  it('keeps an announcement in the profile and tells all members but its author', async () => {
    const { call, connect, groupId, group, hostedGroups } = await start();
    const devices = ['ada', 'bob', 'cy', 'dan'].map(connect);
    const text = 'We read "Emma".';
    expect(await call('cy', `PUT ${group}/announcement`, { text })).toMatchObject({ status: 403 });
    expect(await call('bob', `PUT ${group}/announcement`, { text })).toMatchObject({ status: 200 });
    expect(devices.map(contentsOf)).toEqual([[{ message: text }], [], [{ message: text }], []]);
    const { profiles } = await hostedGroups.get({ groupIds: [groupId] });
    expect(profiles[0]?.groupProfile).toEqual({
      introduction: 'A book a month.',
      announcement: text,
    });
  });

  it('takes messages from members only', async () => {
    const { call, connect, group } = await start();
    const bob = connect('bob');
    const send = (userId: string) => call(userId, `POST ${group}/messages`, { text: 'Hello!' });
    expect(await send('dan')).toMatchObject({ status: 403, body: { message: 'Members only.' } });
    expect(await send('cy')).toMatchObject({ status: 201 });
    expect(bob.received).toMatchObject([{ fromUserId: 'cy', channelType: 'GROUP' }]);
    await call('ada', `DELETE ${group}/members/cy`);
    expect(await send('cy')).toMatchObject({ status: 403 });
    expect(bob.received).toHaveLength(1);
  });

  it('reads all members, a hundred at a time', async () => {
    const { call, emulator, group } = await start();
    const userIds = Array.from({ length: 100 }, (_, number) => `reader-${number}`);
    await call('ada', `POST ${group}/members`, { userIds });
    emulator.clearRequests();
    const { body } = await call('cy', `GET ${group}/members`);
    expect(body).toEqual([
      { userId: 'ada', role: 3 },
      { userId: 'bob', role: 2 },
      ...['cy', ...userIds].map((userId) => ({ userId, role: 1 })),
    ]);
    const pages = emulator.requests.filter(({ path }) => path.endsWith('/member/query.json'));
    expect(pages).toHaveLength(2);
    expect(await call('dan', `GET ${group}/members`)).toMatchObject({ status: 403 });
  });

  it('dismisses a group for its owner', async () => {
    const { call, group } = await start();
    expect(await call('bob', `DELETE ${group}`)).toMatchObject({ status: 403 });
    expect(await call('ada', `DELETE ${group}`)).toMatchObject({ status: 200 });
    expect(await call('ada', `GET ${group}`)).toMatchObject({ status: 404 });
    expect((await call('cy', 'GET /groups')).body).toEqual([]);
  });

  it('says what is wrong with an input, of its own or of the service', async () => {
    const { call, group } = await start();
    expect(await call('', 'GET /groups')).toMatchObject({ status: 401 });
    expect(await call('ada', 'POST /groups', { ...OPEN, name: '' })).toMatchObject({
      status: 400,
      body: { message: ['name must be longer than or equal to 1 characters'] },
    });
    expect(await call('ada', `PUT ${group}/managers/${'x'.repeat(65)}`)).toMatchObject({
      status: 400,
      body: { problems: [{ field: 'userIds[0]' }] },
    });
  });
});
