import { describe, expect, it } from '@jest/globals';
import { imageMessage, ImModerationService, textMessage } from '../../../lib/index.js';
import { ImEmulator, type ImEmulatorOutgoingMessage } from '../../../lib/testing/index.js';
import { ModerationModule, offerMessage } from '../../../sample/02-moderation/app.js';
import { PictureChecker } from '../../../sample/02-moderation/picture-checker.js';
import { callApp } from '../../../sample/shared/app-client.js';
import { startModule } from '../../../sample/shared/start-app.js';
import { createAdapter, Observations, PLATFORMS } from '../../support/callback-app.js';
import { endAfterEach } from '../../support/resources.js';
import { contentsOf } from '../../support/sample-app.js';

const text = (content: string) => textMessage({ content });
const picture = (imageUri: string) => imageMessage({ content: 'dGh1bWI=', imageUri });
const reason = (why: string) => JSON.stringify({ reason: why });

describe.each(PLATFORMS)('the moderation sample on %s', (platform) => {
  const ending = endAfterEach();

  async function start() {
    const emulator = ending(await ImEmulator.start({ routeBlockedMessages: true }), (it) =>
      it.stop(),
    );
    const pictures = ending(await new PictureChecker().start(), (it) => it.stop());
    const im = { ...emulator.moduleOptions, logger: new Observations().logger };
    const module = ModerationModule.forRoot({ im, pictureCheckUrl: pictures.url });
    const app = ending(await startModule(module, createAdapter(platform)), (it) => it.close());
    const appUrl = await app.getUrl();
    const callbackUrl = `${appUrl}/im/callbacks`;
    emulator.setCallbackUrl(callbackUrl);
    emulator.setEventUrl('user-online-status', false);
    const [ada, bob] = ['ada', 'bob'].map((userId) =>
      emulator.connect(emulator.addUser({ userId })),
    );
    if (ada === undefined || bob === undefined) throw new Error('two have connected');
    const call = callApp(appUrl);
    return {
      app,
      bob,
      call,
      callbackUrl,
      emulator,
      pictures,
      /** Ada writes to Bob. */
      write: (message: Pick<ImEmulatorOutgoingMessage, 'objectName' | 'content'>) =>
        ada.send({ toUserId: 'bob', ...message }),
      /** What the app keeps of a message, once its callbacks are answered. */
      record: async ({ messageUID }: { readonly messageUID: string }) => {
        await emulator.callbacksSettled();
        return (await call('moderator', `GET /moderation/messages/${messageUID}`)).body;
      },
    };
  }

  it('lets texts through, keeps insults back and hides phone numbers', async () => {
    const { bob, record, write } = await start();
    const fine = await write(text('Call me in 2026, at 10:30.'));
    expect(fine).toMatchObject({ outcome: 'delivered', verdict: 'deliver' });
    const insult = await write(text('What an IDIOT!'));
    expect(insult).toMatchObject({ outcome: 'blocked', extra: reason('insult') });
    const extra = 'stays as it is';
    const number = await write(textMessage({ content: 'Call +49 170 1234567 now.', extra }));
    expect(number).toMatchObject({ outcome: 'delivered', verdict: 'replace' });
    expect(contentsOf(bob)).toEqual([
      { content: 'Call me in 2026, at 10:30.' },
      { content: 'Call *** now.', extra },
    ]);
    const delivered = { fromUserId: 'ada', isDelivered: true, words: 'none' };
    expect(await record(fine.message)).toEqual({ ...delivered, verdict: 'deliver' });
    expect(await record(number.message)).toEqual({ ...delivered, verdict: 'replace' });
    expect(await record(insult.message)).toEqual({
      fromUserId: 'ada',
      isDelivered: false,
      verdict: 'block',
    });
  });

  it('judges offers, and keeps back what only goes by their name', async () => {
    const { write } = await start();
    expect(await write(offerMessage({ title: 'Bicycle', price: 250 }))).toMatchObject({
      verdict: 'deliver',
    });
    expect(await write(offerMessage({ title: 'Castle', price: 10_001 }))).toMatchObject({
      outcome: 'blocked',
      extra: reason('price'),
    });
    const { objectName } = offerMessage;
    expect(await write({ objectName, content: { title: 'Bicycle' } })).toMatchObject({
      outcome: 'blocked',
      extra: reason('malformed'),
    });
    expect(await write({ objectName: 'app:wave', content: {} })).toMatchObject({
      verdict: 'deliver',
    });
  });

  it('has pictures looked at, and keeps back those that nobody has looked at in time', async () => {
    const { call, pictures, record, write } = await start();
    expect(await write(picture('https://a.example/bicycle.jpg'))).toMatchObject({
      verdict: 'deliver',
    });
    expect(await write(picture('https://a.example/nude.jpg'))).toMatchObject({
      outcome: 'blocked',
      extra: reason('picture'),
    });
    const late = await write(picture('https://a.example/blurred.jpg'));
    expect(late).toMatchObject({ outcome: 'blocked', extra: reason('unchecked') });
    await pictures.hungUp;
    expect(await record(late.message)).toEqual({ fromUserId: 'ada', isDelivered: false });
    expect((await call('moderator', 'GET /moderation/counters')).body).toContainEqual(
      expect.objectContaining({ event: 'pre-messaging', received: 3, failed: 1, lateVerdicts: 1 }),
    );
  });

  it('keeps pictures back and lets texts through while the check is away', async () => {
    const { pictures, write } = await start();
    await pictures.stop();
    expect(await write(picture('https://a.example/bicycle.jpg'))).toMatchObject({
      extra: reason('unchecked'),
    });
    expect(await write(text('Hello!'))).toMatchObject({ verdict: 'deliver' });
  });

  it('notes what the platform itself has decided', async () => {
    const { call, callbackUrl, emulator, record, write } = await start();
    const { message } = await write(text('Hello!'));
    const { messageUID: msgUID, fromUserId, toUserId: targetId } = message;
    const content = { messageId: msgUID, fromUserId, targetId, conversationType: 'PERSON' };
    const forged = await fetch(`${callbackUrl}/moderation-result`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ result: 10001, msgUID }),
    });
    expect(forged.status).toBe(401);
    expect(await record(message)).not.toHaveProperty('platform');
    await emulator.fire('moderation-result', { result: 10001, msgUID, content });
    expect(await record(message)).toMatchObject({ isDelivered: true, platform: 'rejected' });
    const counts = (await call('moderator', 'GET /moderation/counters')).body;
    const event = 'moderation-result';
    // Whose a callback without a signature is, nobody knows.
    expect(counts).toContainEqual(expect.objectContaining({ app: '', event, forged: 1 }));
    expect(counts).toContainEqual(expect.objectContaining({ app: 'default', event, verified: 1 }));
    expect(await call('moderator', 'GET /moderation/messages/other')).toMatchObject({
      status: 404,
    });
  });

  it('notes what the words of the platform have done', async () => {
    const { bob, call, record, write } = await start();
    for (const body of [{ word: 'casino' }, { word: 'dice', replaceWord: '****' }]) {
      await call('moderator', 'POST /moderation/words', body);
    }
    const blocked = await write(text('To the casino!'));
    const replaced = await write(text('dice, anybody?'));
    expect(contentsOf(bob)).toEqual([{ content: '****, anybody?' }]);
    const judged = { fromUserId: 'ada', verdict: 'deliver' };
    expect(await record(blocked.message)).toEqual({
      ...judged,
      isDelivered: false,
      words: 'blocked',
    });
    expect(await record(replaced.message)).toEqual({
      ...judged,
      isDelivered: true,
      words: 'replaced',
    });
  });

  it('keeps the words that the platform looks for', async () => {
    const { app, call } = await start();
    for (const body of [{ word: 'casino' }, { word: 'dice', replaceWord: '****' }]) {
      expect(await call('moderator', 'POST /moderation/words', body)).toMatchObject({
        status: 201,
      });
    }
    expect(await call('moderator', 'POST /moderation/words', { word: '' })).toMatchObject({
      status: 400,
    });
    expect(await call('moderator', 'GET /moderation/words')).toEqual({
      status: 200,
      body: [
        { word: 'casino', replaceWord: '' },
        { word: 'dice', replaceWord: '****' },
      ],
    });
    await call('moderator', 'DELETE /moderation/words/casino');
    const { words } = await app.get(ImModerationService).sensitiveWords.query({ type: 2 });
    expect(words.map(({ word }) => word)).toEqual(['dice']);
  });
});
