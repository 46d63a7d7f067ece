import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BotReports } from '../../../lib/emulator/callbacks/bot-reports.js';
import { CallbackDispatcher } from '../../../lib/emulator/callbacks/callback-dispatcher.js';
import { CallbackSender } from '../../../lib/emulator/callbacks/callback-sender.js';
import { MessageReports } from '../../../lib/emulator/callbacks/message-reports.js';
import { DEMO_APP } from '../../../lib/emulator/emulator.options.js';
import { AppState } from '../../../lib/emulator/state/app.state.js';
import type { ImEmulatorMessage } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { bodyOf, eventOf, isSignedBy, problemsOf } from '../../support/received-callback.js';

const SENT = Date.UTC(2026, 0, 2);
const NOW = SENT + 60_000;
const MESSAGE: ImEmulatorMessage = {
  messageUID: 'CD01-AAAA-BBBB-0001',
  fromUserId: 'alice',
  toUserId: 'bot',
  channelType: 'PERSON',
  objectName: 'RC:TxtMsg',
  content: '{"content":"hi","mentionedInfo":{"type":2,"userIdList":["bot"]}}',
  timestamp: SENT,
  source: 'iOS',
};
const RECALL = {
  userId: 'alice',
  source: 'Server',
  time: NOW,
  isDelete: true,
  isAdmin: false,
} as const;

let receiver: CallbackReceiver;
let sender: CallbackSender;
let callbacks: CallbackDispatcher;
let reports: MessageReports;

beforeEach(async () => {
  receiver = await startReceiver();
  sender = new CallbackSender();
  const state = new AppState(() => NOW);
  callbacks = new CallbackDispatcher({
    app: DEMO_APP,
    addresses: { callbackUrl: receiver.url },
    sender,
    clock: () => NOW,
    onDelivery: () => undefined,
  });
  reports = new MessageReports(callbacks, new BotReports(state, callbacks));
  state.groups.enter('club', { users: ['alice', 'bot'] });
  const callbackUrl = `${receiver.url}/bot-event`;
  state.bots.put({
    userId: 'bot',
    name: 'Helper',
    type: 'faq',
    profileUrl: '',
    metadata: {},
    integrations: [{ type: 'webhook', enabled: true, events: RECALLS, callbackUrl }],
    createdAt: SENT,
    updatedAt: SENT,
  });
});

afterEach(async () => {
  sender.stop();
  await receiver.stop();
});

const RECALLS = ['message:private_recall', 'message:group_mentioned_recall'];

/** What has arrived, by event, signed and as documented. */
async function told(): Promise<Record<string, unknown>> {
  await callbacks.settled();
  const { received } = receiver;
  expect(received.flatMap((callback) => problemsOf(callback))).toEqual([]);
  expect(received.every((callback) => isSignedBy(DEMO_APP, callback))).toBe(true);
  return Object.fromEntries(received.map((callback) => [eventOf(callback), bodyOf(callback)]));
}

describe('message-operation', () => {
  it('tells of a recall, and of the message that it takes back', async () => {
    reports.recalled({ ...MESSAGE, toUserId: 'bob' }, { ...RECALL, extra: 'typo' });
    expect(await told()).toEqual({
      'message-operation': {
        eventType: 1,
        fromUserId: 'alice',
        optTime: NOW,
        source: 'Server',
        conversationInfo: { conversationType: 1, targetId: 'bob' },
        originalMsgInfo: { messageId: MESSAGE.messageUID, messageTime: SENT },
        recallMsgInfo: { isDelete: 1, isAdmin: 0, extra: 'typo' },
      },
    });
  });

  it('tells of a deletion, and up to when', async () => {
    const conversation = {
      channelType: 'ULTRAGROUP',
      toUserId: 'guild',
      busChannel: 'c1',
    } as const;
    reports.deleted({ userId: 'alice', source: 'Server', time: NOW, conversation }, SENT);
    expect(await told()).toEqual({
      'message-operation': {
        eventType: 2,
        fromUserId: 'alice',
        optTime: NOW,
        source: 'Server',
        conversationInfo: { conversationType: 10, targetId: 'guild', busChannel: 'c1' },
        deleteMsgInfo: { deleteType: 2, msgTimestamp: SENT },
      },
    });
  });
});

describe('bot-event', () => {
  it.each([
    ['message:private_recall', {}],
    ['message:group_mentioned_recall', { channelType: 'GROUP', toUserId: 'club' }],
  ] as const)('tells of a recall as %s', async (type, place) => {
    reports.recalled({ ...MESSAGE, ...place }, RECALL);
    expect(await told()).toMatchObject({
      'bot-event': { type, timestamp: NOW, data: { msgUID: MESSAGE.messageUID } },
    });
  });

  it('tells nothing of a recall that does not concern the bot', async () => {
    reports.recalled({ ...MESSAGE, fromUserId: 'bot', toUserId: 'alice' }, RECALL);
    const other = { channelType: 'GROUP', toUserId: 'club', content: '{}' } as const;
    reports.recalled({ ...MESSAGE, ...other }, RECALL);
    expect(Object.keys(await told())).toEqual(['message-operation']);
  });
});
