import { describe, expect, it } from '@jest/globals';
import { ImChatroomService, textMessage } from '../../../lib/index.js';
import type { ImEmulatorClient, ImEmulatorOptions } from '../../../lib/testing/index.js';
import { likeMessage, RoomsModule } from '../../../sample/06-chatroom/app.js';
import { PLATFORMS } from '../../support/callback-app.js';
import { endAfterEach } from '../../support/resources.js';
import { contentsOf, startSample } from '../../support/sample-app.js';

const MINUTE_MS = 60_000;

describe.each(PLATFORMS)('the chatroom sample on %s', (platform) => {
  const ending = endAfterEach();

  /** Ada's room with two seats, and devices of Ada, Bob and Cy in it. */
  async function start(options: ImEmulatorOptions = {}) {
    const sample = await startSample(RoomsModule, platform, ending, options);
    const chatroomId = await sample.create('ada', 'POST /rooms', { title: 'Stage', seats: 2 });
    const room = `/rooms/${chatroomId}`;
    const [ada, bob, cy] = [sample.connect('ada'), sample.connect('bob'), sample.connect('cy')];
    for (const device of [ada, bob, cy]) device.joinChatroom(chatroomId);
    const chatrooms = sample.service(ImChatroomService);
    /** Owners of the entries. */
    const entries = async () => {
      const { keys } = await chatrooms.entries.query({ chatroomId });
      return Object.fromEntries(keys.map(({ key, userId }) => [key, userId]));
    };
    const toRoom = { toUserId: chatroomId, channelType: 'TEMPGROUP' } as const;
    const write = async (device: ImEmulatorClient, content = 'Hello!') => {
      const { outcome, reason } = await device.send({ ...toRoom, ...textMessage({ content }) });
      return reason ?? outcome;
    };
    return { ...sample, chatroomId, room, ada, bob, cy, chatrooms, entries, toRoom, write };
  }

  it('opens a room, which the service has, with its host protected', async () => {
    const { call, chatroomId, room, chatrooms } = await start();
    expect(await call('bob', `GET ${room}`)).toEqual({
      status: 200,
      body: { title: 'Stage', memberCount: 3, isSilent: false, seats: {} },
    });
    expect(await chatrooms.userWhitelist.query({ chatroomId })).toMatchObject({ users: ['ada'] });
  });

  it('gives a free seat to somebody in the room, one each', async () => {
    const { call, room, bob, entries } = await start();
    expect(await call('bob', `PUT ${room}/seats/1`)).toMatchObject({ status: 200 });
    expect(await call('cy', `PUT ${room}/seats/1`)).toMatchObject({
      status: 409,
      body: { message: 'bob has this seat.' },
    });
    expect(await call('bob', `PUT ${room}/seats/2`)).toMatchObject({ status: 409 });
    expect(await call('cy', `PUT ${room}/seats/3`)).toMatchObject({ status: 404 });
    expect(await call('cy', `PUT ${room}/seats/first`)).toMatchObject({ status: 400 });
    expect(await call('dan', `PUT ${room}/seats/2`)).toMatchObject({ status: 403 });
    expect(await entries()).toEqual({ title: 'ada', 'seat-1': 'bob' });
    bob.quitChatroom(room.slice('/rooms/'.length));
    expect(await entries()).toEqual({ title: 'ada' });
  });

  it('gives a seat to one of two who ask for it at once', async () => {
    const { call, room, entries } = await start();
    const replies = await Promise.all(
      ['bob', 'cy'].map((userId) => call(userId, `PUT ${room}/seats/1`)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = replies[0]?.status === 200 ? 'bob' : 'cy';
    expect(await entries()).toMatchObject({ 'seat-1': winner });
  });

  it('frees a seat for who has it, for the host and for nobody else', async () => {
    const { call, room, entries } = await start();
    await call('bob', `PUT ${room}/seats/1`);
    expect(await call('cy', `DELETE ${room}/seats/1`)).toMatchObject({ status: 403 });
    expect(await entries()).toHaveProperty('seat-1');
    expect(await call('bob', `DELETE ${room}/seats/1`)).toMatchObject({ status: 200 });
    await call('cy', `PUT ${room}/seats/1`);
    expect(await call('ada', `DELETE ${room}/seats/1`)).toMatchObject({ status: 200 });
    expect(await entries()).toEqual({ title: 'ada' });
  });

  it('frees the seat of who loses the connection, but not that of the host', async () => {
    const { call, room, ada, bob, entries } = await start();
    await call('ada', `PUT ${room}/seats/1`);
    await call('bob', `PUT ${room}/seats/2`);
    ada.disconnect();
    bob.disconnect();
    expect(await entries()).toEqual({ title: 'ada', 'seat-1': 'ada' });
  });

  it('mutes for the host and nobody else, until the minutes are over', async () => {
    let now = Date.now();
    const { call, room, cy, ada, write } = await start({ clock: () => now });
    const mute = { userId: 'cy', minutes: 10 };
    expect(await call('bob', `POST ${room}/mutes`, mute)).toMatchObject({ status: 403 });
    expect(await write(cy)).toBe('delivered');
    expect(await call('ada', `POST ${room}/mutes`, mute)).toMatchObject({ status: 201 });
    expect(await write(cy)).toMatch(/^cy is muted/);
    now += 10 * MINUTE_MS;
    expect(await write(cy)).toBe('delivered');
    await call('ada', `POST ${room}/mutes`, mute);
    expect(await call('ada', `DELETE ${room}/mutes/cy`)).toMatchObject({ status: 200 });
    expect(await write(cy)).toBe('delivered');
    expect(ada.received).toHaveLength(3);
  });

  it('puts a banned user out, frees the seat and keeps them out until the ban ends', async () => {
    const { call, chatroomId, room, cy, chatrooms, entries } = await start();
    const ban = { userId: 'cy', minutes: 60 };
    await call('cy', `PUT ${room}/seats/1`);
    expect(await call('cy', `POST ${room}/bans`, ban)).toMatchObject({ status: 403 });
    expect(await call('ada', `POST ${room}/bans`, { ...ban, userId: 'ada' })).toMatchObject({
      status: 409,
    });
    expect(await call('ada', `POST ${room}/bans`, ban)).toMatchObject({ status: 201 });
    expect(await entries()).toEqual({ title: 'ada' });
    expect(() => {
      cy.joinChatroom(chatroomId);
    }).toThrow(/cy is blocked/);
    expect(await chatrooms.members.check({ chatroomId, userId: 'cy' })).toMatchObject({
      isInChrm: false,
    });
    expect(await call('ada', `DELETE ${room}/bans/cy`)).toMatchObject({ status: 200 });
    cy.joinChatroom(chatroomId);
    expect(await call('cy', `PUT ${room}/seats/1`)).toMatchObject({ status: 200 });
  });

  it('silences all but the host and the speakers of this silence', async () => {
    const { call, room, ada, bob, cy, write } = await start();
    const silence = (...speakers: string[]) => call('ada', `PUT ${room}/silence`, { speakers });
    expect(await call('bob', `PUT ${room}/silence`, { speakers: ['bob'] })).toMatchObject({
      status: 403,
    });
    expect(await silence('bob')).toMatchObject({ status: 200 });
    expect([await write(ada), await write(bob)]).toEqual(['delivered', 'delivered']);
    expect(await write(cy)).toMatch(/^All are muted/);
    expect(await call('cy', `GET ${room}`)).toMatchObject({ body: { isSilent: true } });
    await silence('cy');
    expect(await write(bob)).toMatch(/^All are muted/);
    expect(await write(cy)).toBe('delivered');
  });

  it('mutes a speaker in a silence, and after it', async () => {
    const { call, room, bob, cy, write } = await start();
    await call('ada', `PUT ${room}/silence`, { speakers: ['bob', 'cy'] });
    await call('ada', `POST ${room}/mutes`, { userId: 'bob', minutes: 10 });
    expect(await write(bob)).toMatch(/^bob is muted/);
    expect(await write(cy)).toBe('delivered');
    await call('ada', `DELETE ${room}/silence`);
    expect(await write(bob)).toMatch(/^bob is muted/);
    expect(await write(cy)).toBe('delivered');
    await call('ada', `POST ${room}/mutes`, { userId: 'cy', minutes: 10 });
    expect(await write(cy)).toMatch(/^cy is muted/);
  });

  it('lets likes give way under load, and what the host says through the server not', async () => {
    const { call, emulator, room, ada, bob, cy, chatrooms, toRoom } = await start();
    expect(await chatrooms.lowPriorityMessageTypes.query()).toMatchObject({
      objectNames: ['app:like'],
    });
    expect(await cy.send({ ...toRoom, ...likeMessage({ count: 3 }) })).toMatchObject({
      outcome: 'delivered',
    });
    const text = 'Welcome!';
    expect(await call('bob', `POST ${room}/messages`, { text })).toMatchObject({ status: 403 });
    expect(await call('ada', `POST ${room}/messages`, { text })).toMatchObject({ status: 201 });
    expect([ada, bob, cy].map(contentsOf)).toEqual([
      [{ count: 3 }],
      [{ count: 3 }, { content: text }],
      [{ content: text }],
    ]);
    expect(emulator.requests.at(-1)).toMatchObject({
      path: '/message/chatroom/publish.json',
      parameters: { priority: 1 },
    });
  });

  it('ends when its host closes it', async () => {
    const { call, room, bob, write } = await start();
    expect(await call('bob', `DELETE ${room}`)).toMatchObject({ status: 403 });
    expect(await call('ada', `DELETE ${room}`)).toMatchObject({ status: 200 });
    expect(await call('bob', `GET ${room}`)).toMatchObject({ status: 404 });
    expect(await call('bob', `PUT ${room}/seats/1`)).toMatchObject({ status: 404 });
    expect(await write(bob)).toMatch(/^There is no chatroom/);
  });

  it('ends by itself after an hour in which nothing happens', async () => {
    let now = Date.now();
    const { call, room, bob, write } = await start({ clock: () => now });
    now += 59 * MINUTE_MS;
    expect(await write(bob)).toBe('delivered');
    now += 59 * MINUTE_MS;
    expect(await call('bob', `GET ${room}`)).toMatchObject({ status: 200 });
    now += MINUTE_MS;
    expect(await call('bob', `GET ${room}`)).toMatchObject({ status: 404 });
  });
});
