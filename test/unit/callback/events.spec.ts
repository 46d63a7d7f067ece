import { describe, expect, it } from '@jest/globals';
import { IM_EVENTS } from '../../../lib/callback/events/event.map.js';
import { parseModerationResult } from '../../../lib/callback/events/moderation-result.event.js';
import { parseRoutedMessage } from '../../../lib/callback/events/message-routing.event.js';
import { parsePreMessage } from '../../../lib/callback/events/pre-messaging.event.js';
import { parseUserOnlineStatus } from '../../../lib/callback/events/user-online-status.event.js';
import { ImCallbackError } from '../../../lib/errors/callback.error.js';
import { PRE_MESSAGE, ROUTED_MESSAGE } from '../../support/callback-client.js';
import { EVENT_VARIANTS } from '../../support/event-variants.js';

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

describe('every event', () => {
  const unwrapped = EVENT_VARIANTS.filter(({ body }) => !('profiles' in (body as object)));

  it.each(unwrapped)('has the body of $event, $variant, at hand', ({ body, event, expected }) => {
    const events = [IM_EVENTS[event].parse(body)].flat();
    expect(events.map(({ raw }) => raw)).toEqual([body].flat());
    expect(events[0]?.raw).toBe([body].flat()[0]);
    const copies: unknown = JSON.parse(JSON.stringify(events));
    expect(copies).toEqual(JSON.parse(JSON.stringify([expected].flat())));
  });

  it('has the change at hand that was wrapped', () => {
    const profiles = [{ groupId: 'grp-7', groupName: 'Team', time: 1 }];
    expect(IM_EVENTS['group-profile-sync'].parse({ profiles })[0]?.raw).toBe(profiles[0]);
  });

  it.each(unwrapped)('keeps unknown fields of $event, $variant', ({ body, event }) => {
    const more = { raw: 'theirs', more: { deep: [1] } };
    const extended = [body].flat().map((each) => ({ ...(each as object), ...more }));
    const events = [IM_EVENTS[event].parse(Array.isArray(body) ? extended : extended[0])].flat();
    for (const each of events) {
      expect(each).toMatchObject({ more: more.more });
      expect(each.raw).toMatchObject(more);
      expect(Object.keys(each)).not.toContain('raw');
    }
  });
});

describe('a list by names', () => {
  it('is malformed when a value is, and the name is not told', () => {
    const change = { userId: 'alice', time: 1, userExtProfile: { 'app-secret': {} } };
    const problem = '`userExtProfile` is not one text';
    const { message } = refusal(() => IM_EVENTS['user-profile-sync'].parse(change));
    expect(message).toBe(`The body is malformed: ${problem}.`);
  });
});

describe('JSON text inside a body', () => {
  it.each([
    ['__proto__', '{"__proto__":{"admin":true},"content":"hi"}'],
    ['an escaped one', '{"\\u005f_proto__":{"admin":true},"content":"hi"}'],
    ['a constructor', '{"constructor":{"prototype":{}},"content":"hi"}'],
    ['blanks in front', ' \n{"content":"hi"}'],
  ])('is read without prototypes: %s', (_, content) => {
    const message = parseRoutedMessage({ ...ROUTED_MESSAGE, content });
    expect(JSON.stringify(message.content)).toBe('{"content":"hi"}');
    expect(message.raw['content']).toBe(content);
  });

  it('is left as text where a client made it and it is none', () => {
    const fields = { pushExt: '{"title":', extraContent: 'free', content: '{' };
    expect(parsePreMessage({ ...PRE_MESSAGE, ...fields })).toMatchObject(fields);
  });

  it.each([
    [{ content: '{"fromUserId":' }, '`content` is not JSON'],
    [{ content: '[]' }, '`content` is not an object'],
    [{ content: '' }, '`content` is missing'],
    [{ content: 7 }, '`content` is not an object'],
    [{ content: '{"fromUserId":"alice"}' }, '`targetId` is missing'],
    [{ content: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` }, '`fromUserId` is missing'],
  ])('is malformed where the platform made it (%#)', (fields, problem) => {
    const body = { result: 10000, msgUID: 'm', serviceProvider: 'p', ...fields };
    expect(refusal(() => parseModerationResult(body)).message).toContain(problem);
  });
});
