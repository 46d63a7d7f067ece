// Plays a short story of what is let through, changed and kept back.
import { imageMessage, textMessage } from 'nestjs-rongcloud-im';
import { callApp } from '../shared/app-client.js';
import { AppStory } from '../shared/play-app.js';
import { play, type Stage } from '../shared/stage.js';
import { startModule } from '../shared/start-app.js';
import { ModerationModule, offerMessage } from './app.js';
import { PictureChecker } from './picture-checker.js';

const toBob = { toUserId: 'bob' };
const thumbnail = Buffer.from('a small JPG').toString('base64');

function say(content: string) {
  return { ...toBob, ...textMessage({ content }) };
}

function offer(title: string, price: number) {
  return { ...toBob, ...offerMessage({ title, price }) };
}

function show(picture: string) {
  const imageUri = `https://pictures.example/${picture}.jpg`;
  return { ...toBob, ...imageMessage({ content: thumbnail, imageUri }) };
}

/** Starts the app and the service that looks at its pictures. */
async function start({ emulator, ending }: Stage) {
  const pictures = ending(await new PictureChecker().start(), (it) => it.stop());
  const im = emulator.moduleOptions;
  const module = ModerationModule.forRoot({ im, pictureCheckUrl: pictures.url });
  const app = ending(await startModule(module), (it) => it.close());
  const appUrl = await app.getUrl();
  emulator.setCallbackUrl(`${appUrl}/im/callbacks`);
  emulator.setEventUrl('user-online-status', false);
  console.log(`The emulator plays RongCloud at ${emulator.url}, the app listens at ${appUrl}.`);
  const story = new AppStory(emulator, callApp(appUrl));
  return { emulator, pictures, story, ada: story.connect('ada'), bob: story.connect('bob') };
}

type Cast = Awaited<ReturnType<typeof start>>;

async function write({ ada, bob, pictures, story }: Cast): Promise<void> {
  story.step('A moderator keeps the words that the platform looks for itself');
  await story.does('moderator', 'POST /moderation/words', { word: 'casino' });
  await story.does('moderator', 'POST /moderation/words', { word: 'dice', replaceWord: '****' });
  await story.does('moderator', 'GET /moderation/words');
  await story.writes(ada, say('Dice, anybody?'), 'delivered');
  story.hears(bob, '****, anybody?');
  await story.writes(ada, say('At the casino!'), 'blocked');

  story.step('The app has rules of its own: an insult is kept back, a number hidden');
  await story.writes(ada, say('Good morning!'), 'delivered');
  await story.writes(ada, say('You idiot!'), 'blocked');
  await story.writes(ada, say('Call me at +49 170 1234567.'), 'delivered');
  story.hears(bob, 'Call me at ***.');

  story.step('Ada offers her bicycle, in a message of a type of this app');
  await story.writes(ada, offer('Bicycle', 250), 'delivered');
  await story.writes(ada, offer('Bicycle, golden', 250_000), 'blocked');

  story.step('Her pictures are looked at by a service that does not always answer');
  await story.writes(ada, show('bicycle'), 'delivered');
  await story.writes(ada, show('nude'), 'blocked');
  story.detail('(the next one takes the two seconds that an answer may take)');
  await story.writes(ada, show('blurred'), 'blocked');
  await pictures.hungUp;
  story.detail('the question to the service was given up');
}

async function lookBack({ emulator, story }: Cast): Promise<void> {
  story.step("Later, the platform's own moderation rejects the first message after all");
  await emulator.callbacksSettled();
  const [first] = emulator.messages;
  if (first === undefined) throw new Error('No message was delivered.');
  const { messageUID: msgUID, fromUserId, toUserId: targetId } = first;
  const content = { messageId: msgUID, fromUserId, targetId, conversationType: 'PERSON' };
  await emulator.fire('moderation-result', { result: 10001, msgUID, content });
  await story.does('moderator', `GET /moderation/messages/${msgUID}`);

  story.step('What the callbacks came to');
  await story.does('moderator', 'GET /moderation/counters');
}

await play(
  async (stage) => {
    const cast = await start(stage);
    await write(cast);
    await lookBack(cast);
  },
  { emulator: { routeBlockedMessages: true } },
);
