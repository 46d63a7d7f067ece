import { describe, expect, it } from '@jest/globals';
import { resolveSettings } from '../../lib/im.settings.js';
import {
  ImChatroomService,
  ImClient,
  ImFriendService,
  ImHostedGroupService,
  ImNetworkError,
  ImServiceDisabledError,
  ImUserService,
} from '../../lib/index.js';
import { ImEmulator } from '../../lib/testing/index.js';
import { endAfterEach } from '../support/resources.js';

const OFF = { kind: 'status', status: 430, withCode: 1009 } as const;

describe('a service that is off', () => {
  const ending = endAfterEach();

  async function start() {
    const clock = { now: 0 };
    const emulator = ending(await ImEmulator.start(), (it) => it.stop());
    const settings = resolveSettings(emulator.moduleOptions);
    const client = ending(new ImClient('test', settings, () => clock.now), (it) => it.close());
    return { clock, emulator, client };
  }

  it('is asked once in 30 s, and the error names its switch', async () => {
    const { clock, emulator, client } = await start();
    const { keepalive } = new ImChatroomService(client);
    const add = () => keepalive.add({ chatroomId: 'c1' });
    await emulator.primary.fail({ ...OFF, times: 2 });

    await expect(add()).rejects.toMatchObject({
      source: 'server',
      code: 1009,
      attempts: 1,
      message: expect.stringContaining('Enable chatroom keep-alive in the console.'),
    });
    clock.now += 29_000;
    const remembered = add();
    await expect(remembered).rejects.toBeInstanceOf(ImServiceDisabledError);
    await expect(remembered).rejects.toThrow(
      /Enable chatroom keep-alive in the console.*remembered for 1 s/,
    );
    await expect(remembered).rejects.toMatchObject({
      source: 'local',
      code: 1009,
      status: undefined,
      attempts: 0,
      consoleSwitch: 'chatroom keep-alive',
    });
    expect(emulator.requests).toHaveLength(1);

    clock.now += 1_000;
    await expect(add()).rejects.toMatchObject({ source: 'server' });
    await expect(add()).rejects.toMatchObject({ source: 'local' });
    clock.now += 30_000;
    await add();
    await add();
    expect(emulator.requests).toHaveLength(4);
  });

  it('is asked by the next call when the first brings no answer', async () => {
    const { clock, emulator, client } = await start();
    const { keepalive } = new ImChatroomService(client);
    const add = () => keepalive.add({ chatroomId: 'c1' }, { retry: false });
    await emulator.primary.fail({ ...OFF, times: 1 });
    await expect(add()).rejects.toMatchObject({ source: 'server' });
    clock.now += 30_000;
    await emulator.primary.fail({ kind: 'reset-before', times: 1 });
    await expect(add()).rejects.toBeInstanceOf(ImNetworkError);
    await add();
  });

  it('holds back what needs the same switch, and nothing else', async () => {
    const { emulator, client } = await start();
    const users = new ImUserService(client);
    await users.register({ userId: 'ada', name: 'Ada' });
    await emulator.primary.fail({ ...OFF, times: 1 });
    await expect(new ImFriendService(client).query({ userId: 'ada' })).rejects.toMatchObject({
      consoleSwitch: 'profile hosting',
    });
    await expect(new ImHostedGroupService(client).query({})).rejects.toMatchObject({
      source: 'local',
      operation: 'hostedGroup.query',
    });
    await expect(users.get({ userId: 'ada' })).resolves.toMatchObject({ userName: 'Ada' });
  });

  it('is known by its quota where no switch is named, for other endpoints too', async () => {
    const { emulator, client } = await start();
    await emulator.primary.fail({ ...OFF, times: 1 });
    const request = () =>
      client.request({
        path: '/user/tag/set.json',
        encoding: 'json',
        body: { userId: 'ada', tags: [] },
      });
    await expect(request()).rejects.toMatchObject({ source: 'server', consoleSwitch: undefined });
    await expect(request()).rejects.toThrow(/the service is not enabled. Enable it in the console/);
    const { tags } = new ImUserService(client);
    await expect(tags.set({ userId: 'ada', tags: ['vip'] })).rejects.toMatchObject({
      source: 'local',
    });
  });

  it('is another one in another app, and remembered for code 1009 alone', async () => {
    const { emulator, client } = await start();
    const settings = resolveSettings(emulator.moduleOptions);
    const other = ending(new ImClient('other', settings), (it) => it.close());
    await emulator.primary.fail({ ...OFF, times: 1 });
    const add = (owner: ImClient) =>
      new ImChatroomService(owner).keepalive.add({ chatroomId: 'c1' });
    await expect(add(client)).rejects.toMatchObject({ source: 'server' });
    await add(other);

    const { whitelist } = new ImUserService(client);
    const query = () => whitelist.query({ userId: 'ada' });
    await emulator.primary.fail({ ...OFF, withCode: 1010, times: 1 });
    await expect(query()).rejects.toMatchObject({ source: 'server', code: 1010 });
    await query();
  });
});
