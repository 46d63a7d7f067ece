import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  IM_EVENTS,
  type ImEventName,
  type ImEventPayload,
} from '../../../lib/callback/events/event.map.js';
import { callbackCatalogue } from '../../../lib/catalogue/callbacks.catalogue.js';
import { PRE_MESSAGE, ROUTED_MESSAGE } from '../../support/callback-client.js';
import { EVENT_NAMES } from '../../support/event-controller.js';
import { EVENT_VARIANTS } from '../../support/event-variants.js';

/** What the catalogue does not say is taken from the callbacks that it resembles. */
const USUAL_WAIT_MS = 5_000;

describe('the events', () => {
  const events = Object.entries(IM_EVENTS);

  it('are those of the catalogue', () => {
    expect(events.map(([event]) => event)).toEqual(callbackCatalogue.map(({ event }) => event));
  });

  it.each(callbackCatalogue)('take $event as the catalogue has it', (callback) => {
    const definition = IM_EVENTS[callback.event as ImEventName];
    expect(definition.bodyKinds).toContain(callback.contentType);
    expect(definition.signedIn).toBe(callback.signedIn);
    expect(definition.platformWaitsMs).toBe(callback.timeoutMs ?? USUAL_WAIT_MS);
    expect(definition.wantsVerdict).toBe(callback.reply.body.length > 0);
    const payload = definition.parse(callback.example);
    if (callback.bodyIsArray === true) expect(payload).toHaveLength(lengthOf(callback.example));
    if (callback.bodyIsArray === 'unknown') expect(payload).toHaveLength(1);
    expect(Array.isArray(payload)).toBe(callback.bodyIsArray !== false);
  });

  it.each(callbackCatalogue)('ask for what the catalogue requires of $event', (callback) => {
    const definition = IM_EVENTS[callback.event as ImEventName];
    const [example] = [callback.example].flat();
    for (const name of requiredOf(callback.event, callback.body)) {
      const { [name]: _missing, ...others } = example as Record<string, unknown>;
      expect(() => definition.parse(others)).toThrow(`\`${ourNames[name] ?? name}\` is missing`);
    }
  });
});

const ourNames: Readonly<Record<string, string>> = {
  userid: 'userId',
  chatRoomId: 'chatroomId',
  msgType: 'objectName',
  msgTimeStamp: 'msgTimestamp',
  messageId: 'msgUID',
};

/** Fields that older senders leave out, or whose absence tells the same as an empty value. */
const TOLERATED: Partial<Record<string, readonly string[]>> = {
  'message-routing': ['source'],
  'pre-messaging': ['appKey', 'os'],
  'chatroom-status': ['userIds'],
  'moderation-result': ['resultDetail'],
  'message-operation': ['source'],
  'user-profile-sync': ['type'],
  'friendship-sync': ['source'],
};

function requiredOf(
  event: string,
  body: readonly { readonly name: string; readonly required: boolean }[],
): string[] {
  return body
    .filter(({ name, required }) => required && !/[.[]/.test(name) && name !== 'profiles')
    .map(({ name }) => name)
    .filter((name) => !TOLERATED[event]?.includes(name));
}

function lengthOf(example: unknown): number {
  return Array.isArray(example) ? example.length : 1;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- It ties the payload of `parse` to `conversation`.
function conversationOf<Event extends ImEventName>(event: Event, body: unknown): string {
  const { conversation, parse } = IM_EVENTS[event];
  const payload: ImEventPayload<Event> = parse(body);
  return conversation(payload);
}

const PRESENCE = { userid: 'alice', status: '0', time: 1 };
const ROOM = { chatRoomId: 'room-9', userIds: [], status: 0, type: 0, time: 1 };
const ATTRIBUTE = { chatroomId: 'room-9', optType: 3, userId: 'a', timestamp: 1, version: 1 };
const GROUP = { groupId: 'grp-7', groupName: 'Team', time: 1 };
const OPERATION = { groupId: 'grp-7', eventType: 5, time: 1 };
const FRIENDS = { eventType: 2, userId: 'bob', toUserId: 'alice', time: 1 };
const HOSTED = { eventType: 3, result: true, time: 1, contents: [] };
const RECALL = { eventType: 1, fromUserId: 'bob', optTime: 1 };
const MODERATED = { result: 10000, msgUID: 'm', serviceProvider: 'p' };
const MESSAGE = { fromUserId: 'bob', targetId: 'alice', objectName: 'RC:TxtMsg', message: '{}' };
const BOT = { type: 'message:private', timestamp: 1, bot: { userId: 'bot-1', name: 'Helper' } };

describe('whatever comes as a body', () => {
  it.each(EVENT_NAMES)('is an event with a conversation, or malformed: %s', (event) => {
    const known = EVENT_VARIANTS.filter((variant) => variant.event === event);
    const names = known.flatMap(({ body }) => fieldNames(body));
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...known.flatMap(({ body }) => fieldValues(body))),
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((json) => JSON.stringify(json)),
    );
    const fields = fc.dictionary(fc.constantFrom(...names, 'raw', 'constructor'), value);
    const changed = fc
      .tuple(fc.constantFrom(...known), fields)
      .map(([{ body }, changes]) =>
        Array.isArray(body) ? [changes] : { ...(body as object), ...changes },
      );
    const any = fc.oneof(changed, fields, fc.array(fields), fc.jsonValue());
    fc.assert(
      fc.property(any, (body) => {
        try {
          expect(conversationOf(event, body)).not.toBe('');
        } catch (error) {
          expect(error).toMatchObject({ reason: 'body-malformed' });
        }
      }),
      { seed: 20_260_601, numRuns: 500 },
    );
  });
});

function fieldNames(body: unknown): string[] {
  return [body].flat().flatMap((each) => Object.keys(each as object));
}

function fieldValues(body: unknown): unknown[] {
  return [body].flat().flatMap((each) => Object.values(each as object) as unknown[]);
}

describe('the conversation of', () => {
  it.each<[string, ImEventName, unknown, string]>([
    ['a group message', 'message-routing', ROUTED_MESSAGE, '["GROUP","grp-7"]'],
    ['a message to a room', 'pre-messaging', PRE_MESSAGE, '["TEMPGROUP","room-9"]'],
    [
      'a message to a user',
      'message-routing',
      { ...ROUTED_MESSAGE, channelType: 'PERSON', toUserId: 'bob' },
      '["PERSON","alice","bob"]',
    ],
    [
      'its answer',
      'pre-messaging',
      { ...PRE_MESSAGE, channelType: '1', fromUserId: 'bob', targetId: 'alice' },
      '["PERSON","alice","bob"]',
    ],
    [
      'what was decided about it',
      'moderation-result',
      { ...MODERATED, content: { ...MESSAGE, conversationType: 'PERSON' } },
      '["PERSON","alice","bob"]',
    ],
    [
      'its recall',
      'message-operation',
      { ...RECALL, conversationInfo: { conversationType: 1, targetId: 'alice' } },
      '["PERSON","alice","bob"]',
    ],
    ['presence', 'user-online-status', [PRESENCE, PRESENCE], '["USER","alice"]'],
    [
      'presence of several users',
      'user-online-status',
      [PRESENCE, { ...PRESENCE, userid: 'bob' }],
      'user-online-status',
    ],
    ['no presence at all', 'user-online-status', [], 'user-online-status'],
    [
      'a deactivation',
      'user-deactivation-result',
      { userId: 'alice', operateId: 'op', type: 0, code: '0', time: 1 },
      '["USER","alice"]',
    ],
    ['a user profile', 'user-profile-sync', { userId: 'alice', time: 1 }, '["USER","alice"]'],
    ['a room', 'chatroom-status', [ROOM, ROOM], '["TEMPGROUP","room-9"]'],
    [
      'several rooms',
      'chatroom-status',
      [ROOM, { ...ROOM, chatRoomId: 'room-8' }],
      'chatroom-status',
    ],
    ['an attribute', 'chatroom-attributes', ATTRIBUTE, '["TEMPGROUP","room-9"]'],
    [
      'attributes of several rooms',
      'chatroom-attributes',
      [ATTRIBUTE, { ...ATTRIBUTE, chatroomId: 'room-8' }],
      'chatroom-attributes',
    ],
    ['a group profile', 'group-profile-sync', { profiles: [GROUP] }, '["GROUP","grp-7"]'],
    [
      'several group profiles',
      'group-profile-sync',
      [GROUP, { ...GROUP, groupId: 'grp-8' }],
      'group-profile-sync',
    ],
    ['a group operation', 'group-operation-sync', OPERATION, '["GROUP","grp-7"]'],
    [
      'operations on several groups',
      'group-operation-sync',
      [OPERATION, { ...OPERATION, groupId: 'grp-8' }],
      'group-operation-sync',
    ],
    ['a friendship', 'friendship-sync', FRIENDS, '["FRIENDS","alice","bob"]'],
    [
      'a friendship, by the other one',
      'friendship-sync',
      { ...FRIENDS, userId: 'alice', toUserId: 'bob' },
      '["FRIENDS","alice","bob"]',
    ],
    [
      "a group's moderated profile",
      'hosted-profile-moderation-result',
      { ...HOSTED, optUserId: 'bob', targetGroupId: 'grp-7', targetUserId: 'alice' },
      '["GROUP","grp-7"]',
    ],
    [
      "a friend's moderated profile",
      'hosted-profile-moderation-result',
      { ...HOSTED, optUserId: 'bob', targetUserId: 'alice' },
      '["FRIENDS","alice","bob"]',
    ],
    [
      "a user's moderated profile",
      'hosted-profile-moderation-result',
      { ...HOSTED, optUserId: 'bob' },
      '["USER","bob"]',
    ],
    [
      "nobody's moderated profile",
      'hosted-profile-moderation-result',
      HOSTED,
      'hosted-profile-moderation-result',
    ],
    [
      'a message to a bot',
      'bot-event',
      { ...BOT, data: { fromUserId: 'alice' } },
      '["BOT","bot-1","alice"]',
    ],
    ['a bot that joins', 'bot-event', { ...BOT, data: {} }, '["BOT","bot-1",""]'],
  ])('%s', (_, event, body, expected) => {
    expect(conversationOf(event, body)).toBe(expected);
  });

  it('ids that hold what separates them', () => {
    const message = { ...ROUTED_MESSAGE, channelType: 'PERSON' };
    const one = { ...message, fromUserId: 'a","b', toUserId: 'c' };
    const other = { ...message, fromUserId: 'a', toUserId: 'b","c' };
    expect(conversationOf('message-routing', one)).not.toBe(
      conversationOf('message-routing', other),
    );
  });
});
