import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImEventName } from '../../../lib/callback/events/event.map.js';
import { ImModule } from '../../../lib/im.module.js';
import { ImEmulator, type ImEmulatorFireOptions } from '../../../lib/testing/index.js';
import {
  type CallbackApp,
  Observations,
  observedOptions,
  PLATFORMS,
  startCallbackApp,
} from '../../support/callback-app.js';
import { CALLBACK_PATH } from '../../support/callback-controller.js';
import { createEventCallbacks, EVENT_NAMES } from '../../support/event-controller.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const OTHER_FORMS: readonly [ImEventName, ImEmulatorFireOptions][] = [
  ['user-deactivation-result', { contentType: 'json' }],
  ['user-profile-sync', { contentType: 'form' }],
  ['user-profile-sync', { plainObjects: true }],
  ['group-profile-sync', { contentType: 'form' }],
  ['group-profile-sync', { array: true }],
  ['group-operation-sync', { array: false }],
  ['chatroom-attributes', { array: false }],
  ['moderation-result', { signatureNames: { plainHeaders: true } }],
  ...EVENT_NAMES.map((event): [ImEventName, ImEmulatorFireOptions] => [
    event,
    { signatureNames: { legacy: true } },
  ]),
];

describe.each(PLATFORMS)('an app on %s', (platform) => {
  let received: { event: ImEventName; payload: unknown }[] = [];
  let app: CallbackApp;
  let emulator: ImEmulator;

  beforeAll(async () => {
    emulator = await ImEmulator.start();
    const { appKey, appSecret } = emulator.moduleOptions;
    app = await startCallbackApp(platform, {
      imports: [ImModule.forRoot(observedOptions(new Observations(), { appKey, appSecret }))],
      controllers: [createEventCallbacks((event, payload) => received.push({ event, payload }))],
    });
    emulator.setCallbackUrl(`${app.url}/${CALLBACK_PATH}`);
  });
  beforeEach(() => {
    received = [];
    emulator.clearDeliveries();
  });
  afterAll(async () => {
    await app.stop();
    await emulator.stop();
  });

  it.each(EVENT_NAMES)('takes each %s that the emulator fires', async (event) => {
    for (let count = 0; count < 2; count += 1) await emulator.fire(event);
    expect(emulator.deliveries).toMatchObject([
      { event, attempts: [{ status: 200 }] },
      { event, attempts: [{ status: 200 }] },
    ]);
    expect(received.map((each) => each.event)).toEqual([event, event]);
  });

  it.each(OTHER_FORMS)('takes %s in the form of another source, %j', async (event, options) => {
    const { attempts } = await emulator.fire(event, {}, options);
    expect(attempts).toMatchObject([{ status: 200 }]);
    expect(received.map((each) => each.event)).toEqual([event]);
  });

  it('takes what a story brings about', async () => {
    const form = (path: string, fields: FormFields) =>
      postForm(emulator.moduleOptions, `${emulator.url}${path}.json`, fields);
    await postJson(emulator.moduleOptions, `${emulator.url}/v3/bot/create.json`, {
      userId: 'bot',
      name: 'Helper',
      type: 'faq',
      profileUrl: 'https://img.example/b.png',
      integrations: [{ type: 'webhook', callbackUrl: `${app.url}/${CALLBACK_PATH}/bot-event` }],
    });
    emulator.addUser({ userId: 'alice' });
    const alice = emulator.connect('alice');
    await alice.send({ toUserId: 'bot', objectName: 'RC:TxtMsg', content: { content: 'hi' } });
    alice.joinChatroom('room');
    const entry = { userId: 'alice', key: 'seat', value: '1' };
    await form('/chatroom/entry/set', { chatroomId: 'room', ...entry });
    const club = { groupId: 'club', name: 'Club', owner: 'alice' };
    await form('/entrust/group/create', { ...club, userIds: ['bob'] });
    await form('/entrust/group/profile/update', { ...club, groupProfile: '{"name":"Team"}' });
    await form('/user/profile/set', { userId: 'alice', userProfile: '{"name":"Alice"}' });
    await form('/friend/add', { userId: 'alice', targetId: 'bob', optType: 2 });
    await form('/user/deactivate', { userId: 'alice' });
    await emulator.callbacksSettled();
    const events = [
      'bot-event',
      'chatroom-attributes',
      'chatroom-status',
      'friendship-sync',
      'group-operation-sync',
      'group-profile-sync',
      'message-routing',
      'pre-messaging',
      'user-deactivation-result',
      'user-online-status',
      'user-profile-sync',
    ];
    expect([...new Set(received.map(({ event }) => event))].sort()).toEqual(events);
    const refused = emulator.deliveries.filter(({ attempts }) => attempts[0]?.status !== 200);
    expect(refused).toEqual([]);
  });
});
