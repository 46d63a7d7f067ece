// Plays a short story of what is let through, changed and kept back.
import { imageMessage, textMessage } from 'nestjs-rongcloud-im';
import { callApp } from '../shared/app-client.js';
import { AppStory } from '../shared/play-app.js';
import { play } from '../shared/stage.js';
import { startModule } from '../shared/start-app.js';
import { ModerationModule, offerMessage } from './app.js';
import { tellResult } from './moderation-result.js';
import { PictureChecker } from './picture-checker.js';

await play(async ({ emulator, ending }) => {
  const pictures = ending(await PictureChecker.start(), (it) => it.stop());
  const im = emulator.moduleOptions;
  const module = ModerationModule.forRoot({ im, pictureCheckUrl: pictures.url });
  const app = ending(await startModule(module), (it) => it.close());
  const appUrl = await app.getUrl();
  console.log(`The emulator plays RongCloud at ${emulator.url}, the app listens at ${appUrl}.`);
  const story = new AppStory(emulator, callApp(appUrl));
  const [ada, bob] = [story.connect('ada'), story.connect('bob')];
  // Not before: this app wants no user-online-status.
  emulator.setCallbackUrl(`${appUrl}/im/callbacks`);
  const toBob = { toUserId: 'bob' };
  const say = (content: string) => ({ ...toBob, ...textMessage({ content }) });
  const thumbnail = Buffer.from('a small JPG').toString('base64');
  const show = (name: string) => {
    const imageUri = `https://pictures.example/${name}.jpg`;
    return { ...toBob, ...imageMessage({ content: thumbnail, imageUri }) };
  };
  const offer = (title: string, price: number) => ({ ...toBob, ...offerMessage({ title, price }) });

  story.step('A moderator keeps the words that the platform looks for itself');
  await story.does('moderator', 'POST /moderation/words', { word: 'casino' });
  await story.does('moderator', 'POST /moderation/words', { word: 'dice', replaceWord: '****' });
  await story.does('moderator', 'GET /moderation/words');

  story.step('Ada writes: her insult is kept back, her number hidden');
  await story.writes(ada, say('Good morning!'), 'delivered');
  await story.writes(ada, say('You idiot!'), 'blocked');
  await story.writes(ada, say('Call me at +49 170 1234567.'), 'delivered');
  story.hears(bob, 'Call me at ***.');

  story.step('She offers her bicycle, in a message of a type of this app');
  await story.writes(ada, offer('Bicycle', 250), 'delivered');
  await story.writes(ada, offer('Bicycle, golden', 250_000), 'blocked');

  story.step('Her pictures are looked at by a service that does not always answer');
  await story.writes(ada, show('bicycle'), 'delivered');
  await story.writes(ada, show('nude'), 'blocked');
  story.detail('(the next one takes the two seconds that an answer may take)');
  await story.writes(ada, show('blurred'), 'blocked');
  await pictures.hungUp;
  story.detail('the question to the service was given up');

  story.step("Later, the platform's own moderation rejects the first message after all");
  await emulator.callbacksSettled();
  const [first] = emulator.messages;
  if (first === undefined) throw new Error('No message was delivered.');
  await tellResult(`${appUrl}/im/callbacks`, im, first, 10001);
  await story.does('moderator', `GET /moderation/messages/${first.messageUID}`);

  story.step('What the callbacks came to');
  await story.does('moderator', 'GET /moderation/counters');
});
