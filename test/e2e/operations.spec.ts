import { describe, expect, it } from '@jest/globals';
import {
  ImClient,
  ImInvalidParameterError,
  ImMessageService,
  ImNotFoundError,
  ImProfileService,
  ImQuotaError,
  ImUserService,
  ImValidationError,
  messageOperations,
  textMessage,
  type ImModuleOptions,
} from '../../lib/index.js';
import { createApp } from '../../lib/im.app.js';
import { ImEmulator, type ImEmulatorOptions } from '../../lib/testing/index.js';
import { RecordingServer } from '../support/recording-server.js';
import { endAfterEach } from '../support/resources.js';

describe('operations', () => {
  const ending = endAfterEach();

  async function start(options: ImEmulatorOptions = {}, appOptions: Partial<ImModuleOptions> = {}) {
    const emulator = ending(await ImEmulator.start(options), (it) => it.stop());
    const settings = { ...emulator.moduleOptions, ...appOptions } as ImModuleOptions;
    const app = ending(createApp('test', settings), (it) => it.close());
    return {
      emulator,
      app,
      users: app.get(ImUserService),
      profiles: app.get(ImProfileService),
      messages: app.get(ImMessageService),
    };
  }

  it('sends the documented sample request byte for byte, with the four headers', async () => {
    const server = ending(
      await RecordingServer.start(() => ({ body: '{"code":200,"userId":"jlk456j5","token":"t"}' })),
      (it) => it.stop(),
    );
    const options = {
      appKey: 'uwd1c0sxdlx2',
      appSecret: 'Y1W2MeFwwwRxa0',
      endpoints: [server.url],
    };
    const app = ending(createApp('test', options), (it) => it.close());
    await app.get(ImUserService).register({
      userId: 'jlk456j5',
      name: 'Ironman',
      portraitUri: 'http://abc.com/myportrait.jpg',
    });
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/user/getToken.json',
      body: 'userId=jlk456j5&name=Ironman&portraitUri=http%3A%2F%2Fabc.com%2Fmyportrait.jpg',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': '78',
        'app-key': 'uwd1c0sxdlx2',
      },
    });
    expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
      'app-key',
      'connection',
      'content-length',
      'content-type',
      'host',
      'nonce',
      'signature',
      'timestamp',
      'x-request-id',
    ]);
    expect(request?.headers['nonce']).toMatch(/^\d{18}$/);
    expect(request?.headers['timestamp']).toMatch(/^\d{13}$/);
    expect(request?.headers['signature']).toMatch(/^[0-9a-f]{40}$/);
    expect(request?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('registers, reads, blocks and deactivates users', async () => {
    const { emulator, users } = await start();
    const { token, userId } = await users.register({ userId: 'ada', name: 'Ada' });
    expect(userId).toBe('ada');
    expect(emulator.connect(token).userId).toBe('ada');
    expect(await users.get({ userId: 'ada' })).toMatchObject({ code: 200, userName: 'Ada' });
    await users.register({ userId: 'bob', name: 'Bob' });
    await users.block({ userId: ['ada', 'bob'], minute: 5 });
    expect(() => emulator.connect('bob')).toThrow(/blocked|banned/);
    const { operateId } = await users.deactivate({ userId: ['ada', 'bob'] });
    expect(operateId).not.toBe('');
    await expect(users.get({ userId: 'ada' })).rejects.toThrow(ImNotFoundError);
  });

  it('reads a blacklist page by page, and all of it', async () => {
    const { app, users } = await start();
    for (const userId of ['ada', 'b1', 'b2', 'b3']) await users.register({ userId, name: userId });
    for (const blackUserId of ['b1', 'b2', 'b3']) {
      await app.client.request({
        path: '/user/blacklist/add.json',
        encoding: 'form',
        body: { userId: 'ada', blackUserId: [blackUserId] },
      });
    }
    const page = await users.blacklist.query({ userId: 'ada', size: 2 });
    expect(page.users).toEqual(['b3', 'b2']);
    expect(page.next).toEqual(expect.any(String));
    const all: string[] = [];
    for await (const id of users.blacklist.queryAll({ userId: 'ada', size: 2 })) all.push(id);
    expect(all).toEqual(['b3', 'b2', 'b1']);
  });

  it('sets tags by JSON and a hosted profile by JSON text in a form', async () => {
    const { emulator, users, profiles } = await start();
    await users.register({ userId: 'ada', name: 'Ada' });
    await users.tags.set({ userId: 'ada', tags: ['vip', 'north'] });
    await profiles.set({
      userId: 'ada',
      userProfile: { name: 'Ada L.', gender: 2 },
      userExtProfile: { ext_team: 'north' },
    });
    const user = emulator.user('ada');
    expect(user?.tags).toEqual(['vip', 'north']);
    expect(user?.profile).toMatchObject({
      userProfile: { name: 'Ada L.', gender: 2 },
      userExtProfile: { ext_team: 'north' },
    });
  });

  it('sends a text message', async () => {
    const { emulator, users, messages } = await start();
    for (const userId of ['ada', 'bob']) await users.register({ userId, name: userId });
    const { messageUIDs } = await messages.sendPrivate({
      fromUserId: 'ada',
      toUserId: ['bob'],
      ...textMessage({ content: 'Hello & 你好 😀' }),
      disablePush: true,
    });
    expect(messageUIDs).toEqual([{ userId: 'bob', messageUID: expect.any(String) }]);
    expect(emulator.messages).toMatchObject([
      { fromUserId: 'ada', objectName: 'RC:TxtMsg', content: '{"content":"Hello & 你好 😀"}' },
    ]);
  });

  it('sends to 2,500 recipients in parts of 1,000', async () => {
    const { emulator, app } = await start();
    const parts = app.client.inParts(messageOperations.sendPrivate, {
      fromUserId: 'ada',
      toUserId: Array.from({ length: 2500 }, (_, index) => `u${index}`),
      ...textMessage({ content: 'Hello' }),
    });
    const sent: number[] = [];
    for await (const part of parts) {
      if ('error' in part) throw part.error;
      sent.push(part.result.messageUIDs.length);
    }
    expect(sent).toEqual([1000, 1000, 500]);
    expect(emulator.requests.map(({ path }) => path)).toEqual(
      Array(3).fill('/message/private/publish.json'),
    );
  });

  it('refuses a bad input before anything is sent, and maps the refusal of the service', async () => {
    const { emulator, users } = await start();
    await expect(users.register({ userId: '', name: 'x' })).rejects.toThrow(ImValidationError);
    expect(emulator.requests).toHaveLength(0);
    const unchecked = await start({}, { validate: false });
    await expect(unchecked.users.register({ userId: '', name: 'x' })).rejects.toThrow(
      ImInvalidParameterError,
    );
  });

  it('says when the app has as many users as it may', async () => {
    const { users } = await start({ developmentUserLimit: 1 });
    await users.register({ userId: 'ada', name: 'Ada' });
    const refused = users.register({ userId: 'bob', name: 'Bob' });
    await expect(refused).rejects.toThrow(ImQuotaError);
    await expect(refused).rejects.toMatchObject({
      code: 2007,
      operation: 'user.register',
      attempts: 1,
    });
  });

  it('tells about the reply, and closes for good', async () => {
    const { app, users } = await start();
    const metas: unknown[] = [];
    await users.register(
      { userId: 'ada', name: 'Ada' },
      { onResponse: (meta) => metas.push(meta) },
    );
    expect(metas).toMatchObject([{ status: 200, attempts: 1, requestId: expect.any(String) }]);
    await app.close();
    await expect(users.get({ userId: 'ada' })).rejects.toThrow(/closed/);
    expect(app.client).toBeInstanceOf(ImClient);
  });
});
