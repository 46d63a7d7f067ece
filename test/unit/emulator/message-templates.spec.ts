import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { postForm, postJson } from '../../support/signed-request.js';

const TEMPLATE = {
  fromUserId: 'alice',
  toUserId: ['bob', 'carol'],
  objectName: 'RC:TxtMsg',
  content: '{"content":"Dear {name}, you are {age}. {unknown}"}',
  values: [
    { '{name}': 'Bob "the {age}"', '{age}': '7' },
    { '{name}': 'Carol', '{age}': '8' },
  ],
  pushContent: ['News for {name}', 'For you, {name}'],
};

let emulator: ImEmulator;
let bob: ImEmulatorClient;
let carol: ImEmulatorClient;

beforeEach(async () => {
  emulator = await ImEmulator.start();
  for (const userId of ['alice', 'bob', 'carol']) emulator.addUser({ userId });
  [bob, carol] = [emulator.connect('bob'), emulator.connect('carol')];
});

afterEach(() => emulator.stop());

const send = (kind: string, changes: object = {}) =>
  postJson(emulator.moduleOptions, `${emulator.url}/message/${kind}/publish_template.json`, {
    ...TEMPLATE,
    ...changes,
  });
const textOf = ({ received }: ImEmulatorClient) =>
  received.map(({ content }) => (JSON.parse(content) as { content: string }).content);

describe('a template', () => {
  it('is filled for each recipient, and stays JSON', async () => {
    const { body } = await send('private');
    expect(body['messageUIDs']).toEqual([
      { userId: 'bob', messageUID: bob.received[0]?.messageUID },
      { userId: 'carol', messageUID: carol.received[0]?.messageUID },
    ]);
    expect(textOf(bob)).toEqual(['Dear Bob "the {age}", you are 7. {unknown}']);
    expect(textOf(carol)).toEqual(['Dear Carol, you are 8. {unknown}']);
    expect(bob.received[0]).toMatchObject({
      channelType: 'PERSON',
      pushContent: 'News for Bob "the {age}"',
    });
    expect(carol.received[0]?.pushContent).toBe('For you, Carol');
  });

  it('makes system messages, too, and pushes by recipient', async () => {
    await send('system', { pushExt: ['{"title":"one"}', '{"title":"two"}'] });
    expect(bob.received[0]).toMatchObject({ channelType: 'NOTIFY', pushExt: '{"title":"one"}' });
    expect(carol.received[0]?.pushExt).toBe('{"title":"two"}');
  });

  it('of a type of the app is plain text', async () => {
    await send('private', { objectName: 'app:Note', content: 'Hi {name}', pushContent: [] });
    expect(bob.received[0]?.content).toBe('Hi Bob "the {age}"');
    expect(bob.received[0]?.pushContent).toBeUndefined();
  });

  it('leaves out who has blocked the sender, and no one else loses a place', async () => {
    await postForm(emulator.moduleOptions, `${emulator.url}/user/blacklist/add.json`, {
      userId: 'bob',
      blackUserId: ['alice'],
    });
    await send('private', { verifyBlacklist: 1 });
    expect(bob.received).toEqual([]);
    expect(textOf(carol)).toEqual(['Dear Carol, you are 8. {unknown}']);
  });

  it.each(['values', 'pushContent', 'pushData'])('needs %s for each recipient', async (name) => {
    const one = name === 'values' ? [{ '{name}': 'Bob' }] : ['only one'];
    const { status, body, reason } = await send('private', { [name]: one });
    expect([status, body['code']]).toEqual([400, 1002]);
    expect(reason).toBe(`${name} has 1 entries, one for each recipient is needed`);
    expect(bob.received).toEqual([]);
  });
});
