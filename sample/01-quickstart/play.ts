// Plays a short story with the quickstart app: the emulator stands in for RongCloud, and every
// request and every callback is real HTTP on loopback. `--stay` keeps both running afterwards.
import { textMessage } from 'nestjs-rongcloud-im';
import { ImEmulator } from 'nestjs-rongcloud-im/testing';
import { AppProcess } from './app-process.js';

const PATIENCE_MS = 60_000;
const stay = process.argv.includes('--stay');

const emulator = await ImEmulator.start({ port: stay ? 7700 : 0, routeServerMessages: true });
const { appKey, appSecret, endpoints } = emulator.moduleOptions;
const app = new AppProcess({
  IM_APP_KEY: appKey,
  IM_APP_SECRET: appSecret,
  IM_ENDPOINTS: endpoints.join(','),
  IM_DATA_CENTER: '',
  PORT: stay ? '3000' : '0',
});

let steps = 0;

function step(line: string): void {
  steps += 1;
  console.log(`\n${steps}. ${line}`);
}

function detail(line: string): void {
  console.log(`   ${line}`);
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  if (text.includes(appSecret)) throw new Error(`${url} gave the App Secret away.`);
  return JSON.parse(text) as Record<string, unknown>;
}

async function login(appUrl: string, userId: string, name: string): Promise<string> {
  const { token } = await post(`${appUrl}/login`, { userId, name });
  if (typeof token !== 'string' || token === '') throw new Error('The login gave no token.');
  return token;
}

async function tellStory(appUrl: string): Promise<void> {
  step('Ada and Bob log in: POST /login');
  const adaToken = await login(appUrl, 'ada', 'Ada');
  const bobToken = await login(appUrl, 'bob', 'Bob');
  detail(`each got a token to connect with (${bobToken.length} characters), never the App Secret`);

  step('The app sends a message in the name of Ada: POST /messages');
  const greeting = { from: 'ada', to: 'bob', text: 'Hello Bob, 你好!' };
  const { messageUIDs } = await post(`${appUrl}/messages`, greeting);
  detail(`sent as ${JSON.stringify(messageUIDs)}`);
  detail(`callback ← ${await app.logged('message-routing:')}`);

  step("Bob's phone connects with its token");
  const bob = emulator.connect(bobToken);
  detail(`callback ← ${await app.logged('user-online-status: bob')}`);
  const ada = emulator.connect(adaToken);
  detail(`callback ← ${await app.logged('user-online-status: ada')}`);

  step('Ada types something rude, then something almost polite; the app decides on both');
  const rude = await ada.send({ toUserId: 'bob', ...textMessage({ content: 'You idiot!' }) });
  detail(`callback ← ${await app.logged('pre-messaging:')}`);
  expectOutcome(rude.verdict, 'block');
  detail(`verdict  → blocked; Ada is told "${rude.extra ?? ''}"`);
  const rough = await ada.send({
    toUserId: 'bob',
    ...textMessage({ content: 'Where the darn are you?' }),
  });
  detail(`callback ← ${await app.logged('pre-messaging:')}`);
  expectOutcome(rough.verdict, 'replace');
  detail(`verdict  → rewritten; Bob reads ${bob.received.at(-1)?.content ?? 'nothing'}`);

  step('The primary host goes away, and the app sends once more');
  await emulator.primary.fail({ kind: 'refuse' });
  await post(`${appUrl}/messages`, { ...greeting, text: 'Still there?' });
  const host = emulator.requests.at(-1)?.host ?? 'nobody';
  expectOutcome(host, 'backup');
  detail(`connection refused by the primary, sent through the ${host} within the same call`);
  await emulator.primary.recover();
}

function expectOutcome(actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`Expected ${expected}, but it was ${actual}.`);
}

async function stopAll(): Promise<void> {
  await app.stop();
  await emulator.stop();
}

async function play(): Promise<void> {
  const appUrl = (await app.logged('http://')).trim();
  emulator.setCallbackUrl(`${appUrl}/im/callbacks`);
  console.log(`The emulator plays RongCloud at ${emulator.url}, the app listens at ${appUrl}.`);
  await tellStory(appUrl);
  if (!stay) {
    console.log('\nAll of it worked. `npm start -- --stay` keeps everything running to play with.');
    return;
  }
  console.log(`\nBoth stay up until Ctrl-C. Try:\n
  curl ${appUrl}/login -d userId=eve -d name=Eve
  curl ${appUrl}/messages -d from=eve -d to=bob -d text=Hi`);
  emulator.onRequest(({ method, path, host, status }) => {
    detail(`${method} ${path} → ${status ?? 'no answer'} (${host})`);
  });
  emulator.onDelivery(({ event, attempts }) => {
    detail(`callback ${event} → ${attempts.at(-1)?.status ?? 'no answer'}`);
  });
  await app.ended();
}

const interrupted = new Promise<'interrupted'>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      resolve('interrupted');
    });
  }
});
const patience = setTimeout(() => {
  if (stay) return;
  console.error(`The story did not end within ${PATIENCE_MS / 1000} s.`);
  process.exitCode = 1;
  void stopAll();
}, PATIENCE_MS);

try {
  const end = await Promise.race([play(), interrupted]);
  if (end === 'interrupted') console.log('\nStopped.');
} catch (error) {
  console.error('\nThe story broke off:', error);
  process.exitCode = 1;
} finally {
  clearTimeout(patience);
  await stopAll();
}
