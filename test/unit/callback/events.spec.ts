import { describe, expect, it } from '@jest/globals';
import { parseRoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import { parsePreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { parseUserOnlineStatus } from '../../../lib/callback/events/user-online-status.event.js';
import { ImCallbackError } from '../../../lib/errors/callback.error.js';
import { PRE_MESSAGE, ROUTED_MESSAGE } from '../../support/callback-client.js';

function refusal(parse: () => unknown): ImCallbackError {
  try {
    parse();
  } catch (error) {
    if (error instanceof ImCallbackError) return error;
  }
  throw new Error('it was not refused');
}

describe('message-routing', () => {
  it('normalises numbers, flags, lists and empty text, and keeps unknown fields', () => {
    const message = parseRoutedMessage({
      ...ROUTED_MESSAGE,
      originalMsgUID: '',
      busChannel: '',
      sensitiveType: '2',
      groupUserIds: 'bob',
      aiGenerated: 'true',
      vendorField: ['kept'],
    });
    expect(message).toEqual({
      ...ROUTED_MESSAGE,
      content: { content: 'hi' },
      msgTimestamp: 1767225600123,
      originalMsgUID: undefined,
      busChannel: undefined,
      sensitiveType: 2,
      groupUserIds: ['bob'],
      aiGenerated: true,
      vendorField: ['kept'],
    });
  });

  it('keeps content that is no JSON object as it was sent', () => {
    for (const content of ['', 'free text', '{"content":', '["a"]', '7']) {
      expect(parseRoutedMessage({ ...ROUTED_MESSAGE, content }).content).toBe(content);
    }
  });

  it('parses content that is a JSON object', () => {
    const content = '{"content":"hi","user":{"id":"ada"}}';
    expect(parseRoutedMessage({ ...ROUTED_MESSAGE, content }).content).toEqual(JSON.parse(content));
  });

  it.each([
    ['3', 'GROUP'],
    ['10', 'ULTRAGROUP'],
    [1, 'PERSON'],
    ['PERSON', 'PERSON'],
    ['SOMETHING_NEW', 'SOMETHING_NEW'],
  ])('takes the channel type %s as %s', (channelType, name) => {
    expect(parseRoutedMessage({ ...ROUTED_MESSAGE, channelType }).channelType).toBe(name);
  });

  it.each([
    [{ ...ROUTED_MESSAGE, msgUID: undefined }, '`msgUID` is missing'],
    [{ ...ROUTED_MESSAGE, fromUserId: '' }, '`fromUserId` is empty'],
    [{ ...ROUTED_MESSAGE, fromUserId: ['a', 'b'] }, '`fromUserId` is not one text'],
    [{ ...ROUTED_MESSAGE, msgTimestamp: '12x' }, '`msgTimestamp` is not a whole number'],
    [{ ...ROUTED_MESSAGE, msgTimestamp: '' }, '`msgTimestamp` is not a whole number'],
    [{ ...ROUTED_MESSAGE, msgTimestamp: '1e999' }, '`msgTimestamp` is not a whole number'],
    [{ ...ROUTED_MESSAGE, sensitiveType: '1.5' }, '`sensitiveType` is not a whole number'],
    [{ ...ROUTED_MESSAGE, aiGenerated: 'perhaps' }, '`aiGenerated` is neither true nor false'],
    [{ ...ROUTED_MESSAGE, groupUserIds: [1] }, '`groupUserIds` holds what is not text'],
    [JSON.parse('{"__proto__":{}}') as unknown, '`__proto__` is no field'],
    [[ROUTED_MESSAGE], 'it is not an object'],
    [null, 'it is not an object'],
  ])('refuses what is malformed and names the field (%#)', (body, problem) => {
    const { message, reason } = refusal(() => parseRoutedMessage(body));
    expect(reason).toBe('body-malformed');
    expect(message).toBe(`The body is malformed: ${problem}.`);
  });
});

describe('pre-messaging', () => {
  it('normalises flags and the comma-separated receivers', () => {
    const fields = { toUserIds: 'bob,carol,', disablePush: 'false', expansion: '1' };
    expect(parsePreMessage({ ...PRE_MESSAGE, ...fields })).toMatchObject({
      toUserIds: ['bob', 'carol'],
      disablePush: false,
      expansion: true,
      msgTimestamp: 1767225600456,
    });
  });

  it('does without the fields that older documents do not have', () => {
    const { appKey, os, ...older } = PRE_MESSAGE;
    expect([appKey, os]).not.toContain(undefined);
    expect(parsePreMessage(older)).toMatchObject({ appKey: undefined, os: undefined });
  });
});

describe('user-online-status', () => {
  const CHANGE = { status: '0', os: 'iOS', time: 1767225600789 };

  it.each(['userid', 'userId'])('takes the user from %s', (name) => {
    const [change] = parseUserOnlineStatus([{ ...CHANGE, [name]: 'alice' }]);
    expect(change).toMatchObject({ ...CHANGE, userId: 'alice' });
    expect(change).not.toHaveProperty('userid');
  });

  it('makes a list of a lone change, and text of a numeric status', () => {
    const changes = parseUserOnlineStatus({ ...CHANGE, userid: 'alice', status: 2, time: '5' });
    expect(changes).toMatchObject([{ status: '2', time: 5 }]);
  });

  it('refuses the whole list when one change is malformed', () => {
    const list = [{ ...CHANGE, userid: 'alice' }, { ...CHANGE }];
    expect(refusal(() => parseUserOnlineStatus(list)).reason).toBe('body-malformed');
  });
});
