// Plays a short story of two markets behind one address, with what surrounds an app in production.
import { ConsoleLogger } from '@nestjs/common';
import { textMessage } from 'nestjs-rongcloud-im';
import { type ImEmulatorApp, signCallback } from 'nestjs-rongcloud-im/testing';
import { callApp } from '../shared/app-client.js';
import { AppStory } from '../shared/play-app.js';
import { play, type Stage } from '../shared/stage.js';
import { createApp, type MarketOptions } from './app.js';
import { ReverseProxy } from './reverse-proxy.js';

const PLATFORM_IP = '203.0.113.7';
const OLD_SECRET = 'secret-of-last-year';
const CALLBACKS = '/api/v1/im/callbacks';

function marketOf({ moduleOptions }: ImEmulatorApp): MarketOptions {
  const { appKey, appSecret, endpoints } = moduleOptions;
  const read = () => Promise.resolve(appSecret);
  return { appKey, appSecret: read, previousSecrets: [OLD_SECRET], endpoints };
}

/** Starts the app for two apps of the emulator, behind a proxy. */
async function start({ emulator: eu, ending }: Stage) {
  const asia = eu.addApp({ appKey: 'asia-app-key', appSecret: 'asia-app-secret' });
  const accesses: string[] = [];
  const app = await createApp({
    markets: { eu: marketOf(eu), asia: marketOf(asia) },
    proxies: ['127.0.0.1'],
    platformIps: [PLATFORM_IP],
    accessLog: { write: (line) => void accesses.push(line) },
    logger: new ConsoleLogger('Markets', { logLevels: ['error'] }),
  });
  ending(app, (it) => it.close());
  await app.listen(0, '127.0.0.1');
  /** The address of a proxy, to which callers seem to come from another one. */
  const proxyFor = async (clientIp: string) =>
    ending(await new ReverseProxy(await app.getUrl(), clientIp).start(), (it) => it.stop()).url;
  const proxyUrl = await proxyFor(PLATFORM_IP);
  for (const each of [eu, asia]) each.setCallbackUrl(proxyUrl + CALLBACKS);
  console.log(`Both apps have the address ${proxyUrl}${CALLBACKS} in their consoles.`);
  const call = callApp(`${proxyUrl}/api/v1`);
  const story = new AppStory(eu, call);
  return { accesses, apps: { eu, asia }, call, proxyFor, proxyUrl, story };
}

type Cast = Awaited<ReturnType<typeof start>>;

/** Posts a callback of somebody; returns the status of the answer. */
async function post(proxyUrl: string, { appKey }: ImEmulatorApp, appSecret: string) {
  const event = 'user-online-status';
  const { headers, url } = signCallback({
    event,
    appKey,
    appSecret,
    url: `${proxyUrl}${CALLBACKS}/${event}`,
  });
  const change = { userid: 'ada', status: '1', time: Date.now(), sessionId: 'one' };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify([change]) });
  return String(status);
}

/** Two users come, and do what the app lets them. */
async function come({ apps, call, story }: Cast): Promise<void> {
  story.step('Ada logs in at one market, Mei at the other; each is greeted by its own app');
  for (const [market, userId] of [
    ['eu', 'ada'],
    ['asia', 'mei'],
  ] as const) {
    const { status } = await call('', `POST /markets/${market}/login`, { userId, name: userId });
    story.detail(`${userId} gets a token of the app for ${market} → ${status}`);
    const device = apps[market].connect(userId);
    await apps[market].callbacksSettled();
    story.hears(device, `Welcome to ${market}!`);
  }

  story.step('All other routes want a login, and nothing but what they know');
  const message = { to: 'bob', text: 'Hello!' };
  await story.isRefused('', 'POST /markets/eu/messages', message);
  await story.isRefused('ada', 'POST /markets/eu/messages', { ...message, isUrgent: true });
  await story.does('ada', 'POST /markets/eu/messages', message);

  story.step('A verdict reaches RongCloud as it is, although all answers are wrapped');
  const bob = story.connect('bob');
  const spam = textMessage({ content: 'See http://spam.example' });
  await story.writes(bob, { toUserId: 'ada', ...spam }, 'blocked');
}

/** Callbacks come, of which not all are genuine. */
async function callBack({ accesses, apps, proxyFor, proxyUrl, story }: Cast): Promise<void> {
  const { eu, asia } = apps;
  story.step('While the secret is changed, callbacks may be signed with either; no others count');
  const { appSecret } = eu.moduleOptions;
  const elsewhere = await proxyFor('198.51.100.1');
  for (const [what, url, secret, expected] of [
    ['signed with the secret of today', proxyUrl, appSecret, '200'],
    ['signed with that of last year', proxyUrl, OLD_SECRET, '200'],
    ['signed with that of the other app', proxyUrl, asia.moduleOptions.appSecret, '401'],
    ['from the address of a stranger', elsewhere, appSecret, '401'],
  ] as const) {
    const status = await post(url, eu, secret);
    story.detail(`a callback ${what} → ${status}`);
    story.expect(status, expected);
  }

  story.step('The access log has all of them, and no signature');
  const last = accesses.findLast((line) => line.includes('signature='));
  story.detail(JSON.stringify((JSON.parse(last ?? '{}') as { req?: unknown }).req));
  if (accesses.some((line) => /signature=(?!\*\*\*)/.test(line))) throw new Error('A signature!');
}

await play(async (stage) => {
  const cast = await start(stage);
  await come(cast);
  await callBack(cast);
});
