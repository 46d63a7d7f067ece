import { describe, expect, it } from '@jest/globals';
import { ImUltraGroupService, textMessage } from '../../../lib/index.js';
import type { ImEmulatorClient } from '../../../lib/testing/index.js';
import { CommunitiesModule } from '../../../sample/07-ultra-group/app.js';
import { PLATFORMS } from '../../support/callback-app.js';
import { endAfterEach } from '../../support/resources.js';
import { contentsOf, startSample } from '../../support/sample-app.js';

describe.each(PLATFORMS)('the ultra group sample on %s', (platform) => {
  const ending = endAfterEach();

  /** Ada's community with a public and a private channel; Bob and Cy are members, Dan is not. */
  async function start() {
    const sample = await startSample(CommunitiesModule, platform, ending);
    const { call, create } = sample;
    const groupId = await create('ada', 'POST /communities', { name: 'The fans' });
    const community = `/communities/${groupId}`;
    const channels = `${community}/channels`;
    await call('ada', `POST ${channels}`, { busChannel: 'lounge', isPrivate: false });
    await call('ada', `POST ${channels}`, { busChannel: 'backstage', isPrivate: true });
    for (const userId of ['bob', 'cy']) await call(userId, `POST ${community}/members`);
    const write = async (device: ImEmulatorClient, busChannel: string, content = 'Hello!') => {
      const conversation = { toUserId: groupId, channelType: 'ULTRAGROUP', busChannel } as const;
      const result = await device.send({ ...conversation, ...textMessage({ content }) });
      return result.reason ?? result.outcome;
    };
    const ultraGroups = sample.service(ImUltraGroupService);
    return { ...sample, groupId, community, channels, write, ultraGroups };
  }

  it('makes its founder the staff, and nobody else', async () => {
    const { call, groupId, community, channels, ultraGroups } = await start();
    const roleOf = async (userId: string) =>
      (await ultraGroups.userGroups.queryOfUser({ groupId, userId })).data;
    expect([await roleOf('ada'), await roleOf('bob')]).toEqual([['staff'], []]);
    const lounge = `${channels}/lounge`;
    for (const [route, body] of [
      [`POST ${channels}`, { busChannel: 'mine', isPrivate: false }],
      [`POST ${community}/roles`, { role: 'staff', userId: 'bob' }],
      [`DELETE ${community}/members/cy`, undefined],
      [`PUT ${channels}/backstage/users/bob`, undefined],
      [`DELETE ${channels}/backstage/users/ada`, undefined],
      [`PUT ${channels}/backstage/roles/staff`, undefined],
      [`PUT ${lounge}/mute`, { isMuted: true, speakers: [] }],
      [`PUT ${lounge}/notification`, { level: 'nothing' }],
      [`POST ${lounge}/messages`, { text: 'Hello!' }],
    ] as const) {
      expect([route, await call('bob', route, body)]).toMatchObject([
        route,
        { status: 403, body: { message: 'The staff decides.' } },
      ]);
    }
    expect(await roleOf('bob')).toEqual([]);
  });

  it('shares the power of the staff, which a member loses by leaving', async () => {
    const { call, emulator, community, channels } = await start();
    const open = (busChannel: string) =>
      call('bob', `POST ${channels}`, { busChannel, isPrivate: false });
    const promotion = { role: 'staff', userId: 'bob' };
    expect(await call('ada', `POST ${community}/roles`, promotion)).toMatchObject({ status: 201 });
    expect(await open('stage')).toMatchObject({ status: 201 });
    expect(await call('bob', `DELETE ${community}/members/bob`)).toMatchObject({ status: 200 });
    expect(await open('bar')).toMatchObject({ status: 403 });
    const taken = emulator.requests.filter(({ path }) => path.endsWith('/usergroup/user/del.json'));
    expect(taken).toMatchObject([{ parameters: { userGroupId: 'staff', userIds: ['bob'] } }]);
  });

  it('carries messages to the members of a public channel', async () => {
    const { call, connect, community, write } = await start();
    const [bob, cy, dan] = [connect('bob'), connect('cy'), connect('dan')];
    expect(await write(bob, 'lounge')).toBe('delivered');
    expect(cy.received).toMatchObject([{ fromUserId: 'bob', busChannel: 'lounge' }]);
    expect(await write(dan, 'lounge')).toMatch(/^dan is not in the ultra group/);
    await call('ada', `DELETE ${community}/members/cy`);
    expect(await write(cy, 'lounge')).toMatch(/^cy is not in the ultra group/);
    await write(bob, 'lounge');
    expect([cy, dan].map(({ received }) => received.length)).toEqual([1, 0]);
  });

  it('lets single members into a private channel, and out again', async () => {
    const { call, connect, groupId, channels, ultraGroups, write } = await start();
    const [ada, bob, cy] = [connect('ada'), connect('bob'), connect('cy')];
    const backstage = `${channels}/backstage`;
    expect(await write(bob, 'backstage')).toMatch(/^bob is not in the private channel/);
    for (const userId of ['ada', 'bob']) {
      expect(await call('ada', `PUT ${backstage}/users/${userId}`)).toMatchObject({ status: 200 });
    }
    expect(
      await ultraGroups.privateChannels.queryUsers({ groupId, busChannel: 'backstage' }),
    ).toMatchObject({ users: ['ada', 'bob'] });
    expect(await write(bob, 'backstage')).toBe('delivered');
    expect([ada, cy].map(contentsOf)).toEqual([[{ content: 'Hello!' }], []]);
    expect(await call('ada', `DELETE ${backstage}/users/bob`)).toMatchObject({ status: 200 });
    expect(await write(bob, 'backstage')).toMatch(/^bob is not in the private channel/);
  });

  it('passes on why the service refuses, and refuses what the service would take', async () => {
    const { call, groupId, community, channels, ultraGroups } = await start();
    const stranger = await call('ada', `PUT ${channels}/backstage/users/dan`);
    expect(stranger.status).toBe(400);
    expect(JSON.stringify(stranger.body)).toContain('dan is not in the ultra group');
    for (const [route, body, status] of [
      [`PUT ${channels}/cellar/users/bob`, undefined, 404],
      [`PUT ${channels}/backstage/roles/crew`, undefined, 404],
      [`POST ${community}/roles`, { role: 'crew', userId: 'dan' }, 403],
      [`POST ${channels}`, { busChannel: 'lounge', isPrivate: true }, 409],
      [`POST ${channels}`, { busChannel: 'the bar', isPrivate: true }, 400],
      [`PUT ${channels}/lounge/notification`, { level: 'loud' }, 400],
    ] as const) {
      expect([route, (await call('ada', route, body)).status]).toEqual([route, status]);
    }
    const { channelList } = await ultraGroups.channels.query({ groupId });
    expect(channelList.map(({ channelId, type }) => [channelId, type])).toEqual([
      ['RCDefault', 0],
      ['lounge', 0],
      ['backstage', 1],
    ]);
  });

  it('lets all into a private channel who have a role, now and later', async () => {
    const { call, connect, groupId, community, channels, ultraGroups, write } = await start();
    const [bob, cy] = [connect('bob'), connect('cy')];
    const giveRole = (userId: string) =>
      call('ada', `POST ${community}/roles`, { role: 'crew', userId });
    await giveRole('bob');
    expect(await write(bob, 'backstage')).toMatch(/^bob is not in the private channel/);
    expect(await call('ada', `PUT ${channels}/backstage/roles/crew`)).toMatchObject({
      status: 200,
    });
    expect(
      await ultraGroups.userGroups.queryOfChannel({ groupId, busChannel: 'backstage' }),
    ).toMatchObject({ data: ['crew'] });
    expect(await write(bob, 'backstage')).toBe('delivered');
    expect(await write(cy, 'backstage')).toMatch(/^cy is not in the private channel/);
    expect(await giveRole('cy')).toMatchObject({ status: 201 });
    expect(await write(cy, 'backstage', 'Me too!')).toBe('delivered');
    expect([bob, cy].map(contentsOf)).toEqual([[{ content: 'Me too!' }], []]);
  });

  it('shows a member the channels that are open to this member', async () => {
    const { call, groupId, community, channels, ultraGroups } = await start();
    const shown = async (userId: string) => (await call(userId, `GET ${channels}`)).body;
    const open = [
      { id: 'RCDefault', isPrivate: false },
      { id: 'lounge', isPrivate: false },
    ];
    await call('ada', `POST ${community}/roles`, { role: 'crew', userId: 'cy' });
    await call('ada', `PUT ${channels}/backstage/roles/crew`);
    await call('ada', `PUT ${channels}/backstage/users/ada`);
    const backstage = { id: 'backstage', isPrivate: true };
    expect(await shown('bob')).toEqual(open);
    expect(await shown('cy')).toEqual([...open, backstage]);
    await ultraGroups.channels.setType({ groupId, busChannel: 'backstage', type: 0 });
    const all = [...open, { ...backstage, isPrivate: false }];
    expect([await shown('ada'), await shown('bob')]).toEqual([all, all]);
    expect(await call('dan', `GET ${channels}`)).toMatchObject({ status: 403 });
  });

  it('mutes one channel for all but its speakers', async () => {
    const { call, connect, groupId, channels, ultraGroups, write } = await start();
    const [bob, cy] = [connect('bob'), connect('cy')];
    const mute = (isMuted: boolean, ...speakers: string[]) =>
      call('ada', `PUT ${channels}/lounge/mute`, { isMuted, speakers });
    const whitelist = async () => {
      const { users } = await ultraGroups.muteWhitelist.query({ groupId, busChannel: 'lounge' });
      return users.map(({ id }) => id);
    };
    expect(await mute(true, 'bob')).toMatchObject({ status: 200 });
    expect(await write(cy, 'lounge')).toBe('All are muted in lounge');
    expect(await write(cy, 'RCDefault')).toBe('delivered');
    expect(await write(bob, 'lounge')).toBe('delivered');
    await mute(true, 'cy');
    expect(await whitelist()).toEqual(['cy']);
    expect(await write(bob, 'lounge')).toBe('All are muted in lounge');
    expect(await write(cy, 'lounge')).toBe('delivered');
    expect(await ultraGroups.checkMuted({ groupId })).toMatchObject({ status: false });
    await mute(false);
    expect(await whitelist()).toEqual([]);
    expect(await write(bob, 'lounge')).toBe('delivered');
  });

  it('lets the staff speak in a muted channel, to that channel alone', async () => {
    const { call, connect, channels } = await start();
    const [bob, cy] = [connect('bob'), connect('cy')];
    await call('ada', `PUT ${channels}/backstage/users/bob`);
    await call('ada', `PUT ${channels}/backstage/mute`, { isMuted: true, speakers: [] });
    const text = 'At eight.';
    expect(await call('ada', `POST ${channels}/backstage/messages`, { text })).toMatchObject({
      status: 201,
    });
    expect(bob.received).toMatchObject([{ fromUserId: 'ada', busChannel: 'backstage' }]);
    expect([bob, cy].map(contentsOf)).toEqual([[{ content: text }], []]);
  });

  it('sets what members are notified of in one channel', async () => {
    const { call, groupId, channels, ultraGroups } = await start();
    const levelOf = async (busChannel: string) =>
      (await ultraGroups.getDefaultNotification({ groupId, busChannel })).unpushLevel;
    for (const [level, unpushLevel] of [
      ['everything', -1],
      ['mentions', 1],
      ['nothing', 5],
    ] as const) {
      expect(await call('ada', `PUT ${channels}/lounge/notification`, { level })).toMatchObject({
        status: 200,
      });
      expect([await levelOf('lounge'), await levelOf('backstage')]).toEqual([unpushLevel, 0]);
    }
  });
});
