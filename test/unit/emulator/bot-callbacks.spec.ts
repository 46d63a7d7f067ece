import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { bodyOf, watchCallbacks } from '../../support/received-callback.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let now: number;
let look: ReturnType<typeof watchCallbacks>;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  emulator = await ImEmulator.start({ clock: () => now });
  look = watchCallbacks(emulator, receiver);
  emulator.addUser({ userId: 'alice' });
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);
const webhook = (settings: object = {}, path = 'helper') => ({
  type: 'webhook',
  callbackUrl: `${receiver.url}/${path}/bot-event`,
  ...settings,
});
const createBot = (userId: string, integrations: object[]) =>
  postJson(emulator.moduleOptions, `${emulator.url}/v3/bot/create.json`, {
    userId,
    name: 'Helper',
    type: 'faq',
    profileUrl: 'https://img.example/b.png',
    metadata: { team: 'care' },
    integrations,
  });
const events = async () => (await look()).map((callback) => bodyOf(callback) as BotEvent);
const types = async () => (await events()).map(({ type }) => type).sort();

interface BotEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('bot-event', () => {
  it('tells the webhook of a bot of a message to it, at the address of the webhook', async () => {
    await createBot('bot', [webhook(), webhook({ type: 'dify_chat' }, 'dify')]);
    const { message } = await emulator.connect('alice').send({ toUserId: 'bot', ...TEXT });
    const [callback, ...others] = await look();
    expect(others).toEqual([]);
    expect(callback?.path).toBe('/helper/bot-event');
    expect(callback && bodyOf(callback)).toEqual({
      type: 'message:private',
      timestamp: now,
      bot: {
        userId: 'bot',
        name: 'Helper',
        type: 'faq',
        profileUrl: 'https://img.example/b.png',
        metadata: { team: 'care' },
      },
      data: {
        fromUserId: 'alice',
        toUserId: 'bot',
        ...TEXT,
        channelType: 'PERSON',
        msgUID: message.messageUID,
        msgTimestamp: String(now),
      },
    });
  });

  it("is not sent to strangers: an address of a call may be anybody's", async () => {
    await createBot('bot', [
      webhook({ callbackUrl: 'https://hooks.example/bot-event' }),
      webhook({ callbackUrl: 'http://127.0.0.1.hooks.example/bot-event' }),
    ]);
    await emulator.connect('alice').send({ toUserId: 'bot', ...TEXT });
    expect(await look()).toEqual([]);
    expect(emulator.deliveries).toEqual([]);
  });

  it('tells of messages of the app server, but not of those of the bot itself', async () => {
    await createBot('bot', [webhook()]);
    const publish = (fromUserId: string, toUserId: string) =>
      form('/message/private/publish', { fromUserId, toUserId, ...TEXT });
    await publish('alice', 'bot');
    expect(await types()).toEqual(['message:private']);
    await publish('bot', 'alice');
    await publish('bot', 'bot');
    expect(await types()).toEqual([]);
  });

  it('tells of group messages that mention the bot, by name or with all', async () => {
    await createBot('bot', [webhook()]);
    await form('/group/create', { groupId: 'club', groupName: 'C', userId: ['alice', 'bot'] });
    await look();
    const alice = emulator.connect('alice');
    const say = (mentionedInfo?: object) =>
      alice.send({
        toUserId: 'club',
        channelType: 'GROUP',
        objectName: 'RC:TxtMsg',
        content: { content: 'hi', mentionedInfo },
      });
    await say();
    await say({ type: 2, userIdList: ['carol'] });
    await alice.send({ toUserId: 'club', channelType: 'GROUP', ...TEXT, content: 'no JSON' });
    expect(await types()).toEqual([]);
    await say({ type: 2, userIdList: ['bot'] });
    await say({ type: 1 });
    const heard = await events();
    expect(heard.map(({ type }) => type)).toEqual(Array(2).fill('message:group_mentioned'));
    expect(heard[0]?.data).toMatchObject({ toUserId: 'club', channelType: 'GROUP' });
  });

  it('tells of a bot that enters and leaves groups, and of those who do where it is', async () => {
    await createBot('bot', [webhook()]);
    await form('/group/create', { groupId: 'club', groupName: 'C', userId: ['alice', 'bot'] });
    const userIds = ['alice', 'bot'];
    expect(await events()).toMatchObject([
      { type: 'group:bot_join', timestamp: now, data: { groupId: 'club', userIds } },
    ]);
    await form('/group/join', { groupId: 'club', groupName: 'C', userId: ['bob'] });
    await form('/group/quit', { groupId: 'club', userId: ['bob'] });
    const data = { groupId: 'club', userIds: ['bob'] };
    expect(
      (await events()).toSorted((one, other) => (one.type < other.type ? -1 : 1)),
    ).toMatchObject([
      { type: 'group:user_join', data },
      { type: 'group:user_left', data },
    ]);
    await form('/group/quit', { groupId: 'club', userId: ['bot'] });
    expect(await types()).toEqual(['group:bot_left']);
    await form('/group/join', { groupId: 'club', groupName: 'C', userId: ['bob'] });
    expect(await types()).toEqual([]);
    await form('/group/join', { groupId: 'club', groupName: 'C', userId: ['bot'] });
    await form('/group/dismiss', { groupId: 'club', userId: 'alice' });
    expect(await types()).toEqual(['group:bot_join', 'group:dismiss']);
  });

  it.each<[string, object, boolean]>([
    ['is off', { enabled: false }, false],
    ['listens to other types of messages', { objectNames: ['RC:ImgMsg'] }, false],
    ['listens to other events', { events: ['group:bot_join'] }, false],
    ['listens to both', { objectNames: ['RC:TxtMsg'], events: ['message:private'] }, true],
    ['has an address that is none', { callbackUrl: 'bot' }, false],
  ])('asks whether an integration %s', async (_name, settings, isTold) => {
    await createBot('bot', [webhook(settings)]);
    await emulator.connect('alice').send({ toUserId: 'bot', ...TEXT });
    expect(await types()).toEqual(isTold ? ['message:private'] : []);
  });

  it('tells of a recall in place of the command that it sends, and of no status message', async () => {
    await createBot('bot', [webhook()]);
    const alice = emulator.connect('alice');
    await alice.send({ toUserId: 'bot', objectName: 'RC:TypSts', content: '{}' });
    expect(await types()).toEqual([]);
    const { message } = await alice.send({ toUserId: 'bot', ...TEXT });
    await look();
    const { messageUID } = message;
    const place = { conversationType: 1, fromUserId: 'alice', targetId: 'bot', messageUID };
    await form('/message/recall', place);
    expect(await events()).toMatchObject([
      { type: 'message:private_recall', timestamp: now, data: { msgUID: messageUID, ...TEXT } },
    ]);
  });

  it('goes elsewhere, or nowhere, when an address is set for it', async () => {
    await createBot('bot', [webhook()]);
    const alice = emulator.connect('alice');
    emulator.setEventUrl('bot-event', `${receiver.url}/mine/bot-event`);
    await alice.send({ toUserId: 'bot', ...TEXT });
    expect((await look()).map(({ path }) => path)).toEqual(['/mine/bot-event']);
    emulator.setEventUrl('bot-event', false);
    await alice.send({ toUserId: 'bot', ...TEXT });
    expect(await look()).toEqual([]);
    emulator.setEventUrl('bot-event', undefined);
    await alice.send({ toUserId: 'bot', ...TEXT });
    expect((await look()).map(({ path }) => path)).toEqual(['/helper/bot-event']);
  });
});
