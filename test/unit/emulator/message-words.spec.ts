import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ImEmulator,
  type ImEmulatorClient,
  type ImEmulatorOptions,
} from '../../../lib/testing/index.js';
import { startReceiver, type CallbackReceiver } from '../../support/callback-receiver.js';
import { postForm, type FormFields } from '../../support/signed-request.js';

let receiver: CallbackReceiver;
let emulator: ImEmulator;
let alice: ImEmulatorClient;
let bob: ImEmulatorClient;

async function start(options: ImEmulatorOptions = {}) {
  emulator = await ImEmulator.start({
    callbackUrls: { 'message-routing': `${receiver.url}/routing` },
    ...options,
  });
  for (const userId of ['alice', 'bob']) emulator.addUser({ userId });
  [alice, bob] = [emulator.connect('alice'), emulator.connect('bob')];
  await form('sensitiveword/add', { word: 'casino' });
  await form('sensitiveword/add', { word: 'darn', replaceWord: '***' });
}

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/${path}.json`, fields);
const say = (content: string, objectName = 'RC:TxtMsg') =>
  alice.send({ toUserId: 'bob', objectName, content: { content, extra: 'x' } });
const publish = (content: string) =>
  form('message/private/publish', {
    fromUserId: 'alice',
    toUserId: ['bob'],
    objectName: 'RC:TxtMsg',
    content: JSON.stringify({ content }),
  });
const received = () => bob.received.map(({ content }) => JSON.parse(content) as unknown);
const routed = async () => {
  await emulator.callbacksSettled();
  return receiver.received
    .filter(({ path }) => path === '/routing')
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
    .map(({ content, sensitiveType }) => [content, sensitiveType]);
};

describe('a text message of a device', () => {
  it('is kept back when a word blocks it, and not routed', async () => {
    await start();
    const result = await say('the Casino is open');
    expect(result).toMatchObject({
      outcome: 'blocked',
      verdict: 'none',
      reason: 'The sensitive word "casino" blocks it',
    });
    expect(bob.received).toEqual([]);
    expect(emulator.messages).toEqual([]);
    expect(await routed()).toEqual([]);
  });

  it('is routed all the same where that is switched on', async () => {
    await start({ routeBlockedMessages: true });
    await say('casino');
    expect(bob.received).toEqual([]);
    expect(await routed()).toEqual([['{"content":"casino","extra":"x"}', '1']]);
  });

  it('has words replaced, for its recipient and in the routing', async () => {
    await start();
    const result = await say('darn it, DARN');
    expect(result.message).toMatchObject({ sensitiveWord: 'replaced' });
    expect(received()).toEqual([{ content: '*** it, ***', extra: 'x' }]);
    expect(await routed()).toEqual([['{"content":"*** it, ***","extra":"x"}', '2']]);
  });

  it('is as it was without such words, and so is any of another type', async () => {
    await start();
    await say('hello');
    await say('casino darn', 'RC:InfoNtf');
    await alice.send({ toUserId: 'bob', objectName: 'RC:TxtMsg', content: 'casino, not JSON' });
    expect(await routed()).toEqual([
      ['{"content":"hello","extra":"x"}', '0'],
      ['{"content":"casino darn","extra":"x"}', '0'],
      ['casino, not JSON', '0'],
    ]);
    expect(bob.received).toHaveLength(3);
  });
});

describe('a verdict', () => {
  const decide = async (answer: object) => {
    await start({ callbackUrls: { 'pre-messaging': `${receiver.url}/verdict` } });
    receiver.answer = () => ({ body: JSON.stringify(answer) });
  };

  it('comes before the words, which hold for what it puts in', async () => {
    await decide({ pass: 1, replaceContent: '{"content":"casino"}' });
    const result = await say('hello');
    expect(result).toMatchObject({ outcome: 'blocked', verdict: 'replace' });
    expect(result.delivery?.answered).toBe(true);
    expect(bob.received).toEqual([]);
  });

  it('of 2 skips the words', async () => {
    await decide({ pass: 2 });
    expect(await say('casino darn')).toMatchObject({ outcome: 'delivered', verdict: 'deliver' });
    expect(received()).toEqual([{ content: 'casino darn', extra: 'x' }]);
  });
});

describe('a text message of the Server API', () => {
  it('is not looked at by default', async () => {
    await start();
    await publish('casino darn');
    expect(received()).toEqual([{ content: 'casino darn' }]);
  });

  it('is looked at where that is switched on', async () => {
    await start({ filterServerMessages: true });
    expect((await publish('casino')).status).toBe(200);
    await publish('darn');
    expect(received()).toEqual([{ content: '***' }]);
    expect(await routed()).toEqual([]);
  });

  it('is routed with what became of it where all of that is switched on', async () => {
    await start({
      filterServerMessages: true,
      routeServerMessages: true,
      routeBlockedMessages: true,
    });
    await publish('casino');
    await emulator.callbacksSettled();
    await publish('darn');
    expect(await routed()).toEqual([
      ['{"content":"casino"}', '1'],
      ['{"content":"***"}', '2'],
    ]);
    expect(received()).toEqual([{ content: '***' }]);
  });
});
