// Plays a short story with the quickstart app: the emulator stands in for RongCloud, and every
// request and every callback is real HTTP on loopback. `--stay` keeps both running afterwards.
import { textMessage } from 'nestjs-rongcloud-im';
import { AppProcess } from '../shared/app-process.js';
import { play, type Stage } from '../shared/stage.js';

const stay = process.argv.includes('--stay');

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** What the story is about. */
interface Cast extends Pick<Stage, 'emulator' | 'story'> {
  readonly app: AppProcess;
  readonly appUrl: string;
}

async function login({ appUrl, emulator }: Cast, userId: string, name: string): Promise<string> {
  const answer = await post(`${appUrl}/login`, { userId, name });
  if (JSON.stringify(answer).includes(emulator.moduleOptions.appSecret)) {
    throw new Error('The login gave the App Secret away.');
  }
  const { token } = answer;
  if (typeof token !== 'string' || token === '') throw new Error('The login gave no token.');
  return token;
}

async function tellStory(cast: Cast): Promise<void> {
  const { emulator, story, app, appUrl } = cast;
  story.step('Ada and Bob log in: POST /login');
  const adaToken = await login(cast, 'ada', 'Ada');
  const bobToken = await login(cast, 'bob', 'Bob');
  story.detail(`each got a token of ${bobToken.length} characters, never the App Secret`);

  story.step('The app sends a message in the name of Ada: POST /messages');
  const greeting = { from: 'ada', to: 'bob', text: 'Hello Bob, 你好!' };
  const { messageUIDs } = await post(`${appUrl}/messages`, greeting);
  story.detail(`sent as ${JSON.stringify(messageUIDs)}`);
  story.detail(`callback ← ${await app.logged('message-routing:')}`);

  story.step("Bob's phone connects with its token");
  const bob = emulator.connect(bobToken);
  story.detail(`callback ← ${await app.logged('user-online-status: bob')}`);
  const ada = emulator.connect(adaToken);
  story.detail(`callback ← ${await app.logged('user-online-status: ada')}`);

  story.step('Ada types something rude, then something almost polite; the app decides on both');
  const rude = await ada.send({ toUserId: 'bob', ...textMessage({ content: 'You idiot!' }) });
  story.detail(`callback ← ${await app.logged('pre-messaging:')}`);
  story.expect(rude.verdict, 'block');
  story.detail(`verdict  → blocked; Ada is told "${rude.extra ?? ''}"`);
  const rough = await ada.send({
    toUserId: 'bob',
    ...textMessage({ content: 'Where the darn are you?' }),
  });
  story.detail(`callback ← ${await app.logged('pre-messaging:')}`);
  story.expect(rough.verdict, 'replace');
  story.detail(`verdict  → rewritten; Bob reads ${bob.received.at(-1)?.content ?? 'nothing'}`);

  story.step('The primary host goes away, and the app sends once more');
  await emulator.primary.fail({ kind: 'refuse' });
  await post(`${appUrl}/messages`, { ...greeting, text: 'Still there?' });
  const host = emulator.requests.at(-1)?.host ?? 'nobody';
  story.expect(host, 'backup');
  story.detail(`connection refused by the primary, sent through the ${host} within the same call`);
  await emulator.primary.recover();
}

/** Keeps both up until Ctrl-C and tells what happens. */
async function stayUp({ emulator, story, app, appUrl }: Cast): Promise<void> {
  console.log(`\nBoth stay up until Ctrl-C. Try:\n
  curl ${appUrl}/login -d userId=eve -d name=Eve
  curl ${appUrl}/messages -d from=eve -d to=bob -d text=Hi`);
  emulator.onRequest(({ method, path, host, status }) => {
    story.detail(`${method} ${path} → ${status ?? 'no answer'} (${host})`);
  });
  emulator.onDelivery(({ event, attempts }) => {
    story.detail(`callback ${event} → ${attempts.at(-1)?.status ?? 'no answer'}`);
  });
  await app.ended();
}

await play(
  async ({ emulator, story, ending }) => {
    const { appKey, appSecret, endpoints } = emulator.moduleOptions;
    const environment = {
      IM_APP_KEY: appKey,
      IM_APP_SECRET: appSecret,
      IM_ENDPOINTS: endpoints.join(','),
      IM_DATA_CENTER: '',
      PORT: stay ? '3000' : '0',
    };
    const script = new URL('app.js', import.meta.url);
    const app = ending(new AppProcess(script, { environment }), (it) => it.stop());
    const appUrl = (await app.logged('http://')).trim();
    emulator.setCallbackUrl(`${appUrl}/im/callbacks`);
    console.log(`The emulator plays RongCloud at ${emulator.url}, the app listens at ${appUrl}.`);
    await tellStory({ emulator, story, app, appUrl });
    if (stay) return stayUp({ emulator, story, app, appUrl });
    console.log('\n`npm start -- --stay` keeps everything running to play with.');
  },
  { emulator: { port: stay ? 7700 : 0, routeServerMessages: true }, stays: stay },
);
