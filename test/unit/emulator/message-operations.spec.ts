import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorMessage } from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { bodyOf, watchCallbacks } from '../../support/received-callback.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

const TEXT = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let watch: ReturnType<typeof watchCallbacks>;
let now: number;
let sent: ImEmulatorMessage;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2);
  receiver = await startReceiver();
  emulator = await ImEmulator.start({ clock: () => now, callbackUrl: receiver.url });
  for (const userId of ['alice', 'bob']) emulator.addUser({ userId });
  const { message } = await emulator.connect('alice').send({ toUserId: 'bob', ...TEXT });
  sent = message;
  now += 60_000;
  watch = watchCallbacks(emulator, receiver);
  await watch();
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const told = async () => (await watch('message-operation')).map(bodyOf);

describe('the app server', () => {
  it('hears of a recall', async () => {
    await form('message/recall', {
      fromUserId: 'alice',
      conversationType: 1,
      targetId: 'bob',
      messageUID: sent.messageUID,
      isDelete: 1,
      extra: 'typo',
    });
    expect(await told()).toEqual([
      {
        eventType: 1,
        fromUserId: 'alice',
        optTime: now,
        source: 'Server',
        conversationInfo: { conversationType: 1, targetId: 'bob' },
        originalMsgInfo: { messageId: sent.messageUID, messageTime: sent.timestamp },
        recallMsgInfo: { isDelete: 1, isAdmin: 0, extra: 'typo' },
      },
    ]);
  });

  it('hears nothing of a recall that does not happen, and nothing of a broadcast', async () => {
    const { body } = await form('message/broadcast', { fromUserId: 'alice', ...TEXT });
    const messageUID = String(body['messageUID']);
    await form('message/broadcast/recall', { fromUserId: 'alice', messageUID });
    await form('message/recall', {
      fromUserId: 'alice',
      conversationType: 3,
      targetId: 'bob',
      messageUID: sent.messageUID,
    });
    expect(emulator.messages).toMatchObject([sent, { recalled: true }, { objectName: 'RC:RcCmd' }]);
    expect(await watch()).toEqual([]);
  });

  it.each([
    ['up to a time', Date.UTC(2026, 0, 1)],
    ['up to now', undefined],
  ])('hears of a history that is cleared %s', async (_what, msgTimestamp) => {
    await form('conversation/message/history/clean', {
      conversationType: 1,
      fromUserId: 'bob',
      targetId: 'alice',
      ...(msgTimestamp === undefined ? {} : { msgTimestamp }),
    });
    expect(await told()).toEqual([
      {
        eventType: 2,
        fromUserId: 'bob',
        optTime: now,
        source: 'Server',
        conversationInfo: { conversationType: 1, targetId: 'alice' },
        deleteMsgInfo: { deleteType: 2, msgTimestamp: msgTimestamp ?? now },
      },
    ]);
  });
});
