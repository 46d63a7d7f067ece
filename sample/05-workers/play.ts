// Plays a short story of messages that survive a failing service and a worker that dies.
import { setTimeout } from 'node:timers/promises';
import type { ImEventBacklog } from 'nestjs-rongcloud-im';
import { callApp, idOf } from '../shared/app-client.js';
import { AppProcess } from '../shared/app-process.js';
import { AppStory } from '../shared/play-app.js';
import { play, type Stage } from '../shared/stage.js';
import { RedisProcess } from './redis-process.js';
import { TicketServer } from './ticket-server.js';

const LEASE_MS = 1_000;
const LOOK_EVERY_MS = 20;

/** Starts the HTTP process and two workers, with the Redis and the ticket system that they share. */
async function start({ emulator, ending }: Stage) {
  const redis = ending(await RedisProcess.start(), (it) => it.stop());
  const tickets = ending(await new TicketServer().start(), (it) => it.stop());
  const { appKey, appSecret, endpoints } = emulator.moduleOptions;
  const environment = {
    IM_APP_KEY: appKey,
    IM_APP_SECRET: appSecret,
    IM_ENDPOINTS: endpoints.join(','),
    IM_DATA_CENTER: '',
    REDIS_URL: redis.url,
    TICKETS_URL: tickets.url,
    LEASE_MS: String(LEASE_MS),
    PORT: '0',
  };
  const script = new URL('main.js', import.meta.url);
  const run = (...parameters: string[]) =>
    ending(new AppProcess(script, { environment, parameters, hidesErrors: true }), (it) =>
      it.stop(),
    );
  const app = run();
  const workers = [run('worker'), run('worker')];
  const appUrl = (await app.logged('http://')).trim();
  for (const worker of workers) await worker.logged('A worker handles events.');
  emulator.setCallbackUrl(`${appUrl}/im/callbacks`);
  const pids = workers.map(({ pid }) => pid).join(' and ');
  console.log(`The app listens at ${appUrl}; its workers are the processes ${pids}.`);
  return { appUrl, tickets, workers };
}

type Cast = Awaited<ReturnType<typeof start>>;

/** A story of users who write to the support desk, and of the tickets that come of it. */
class SupportStory extends AppStory {
  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
  ) {
    super(stage.emulator, callApp(cast.appUrl));
    cast.tickets.onAnswer = ({ from, text, worker }, status) => {
      this.detail(`worker ${worker} brings "${text}" of ${from} → ${status}`);
    };
  }

  async write(fromUserId: string, text: string): Promise<void> {
    const { attempts } = await this.stage.emulator.fire('message-routing', {
      fromUserId,
      toUserId: 'support',
      channelType: 'PERSON',
      objectName: 'RC:TxtMsg',
      content: JSON.stringify({ content: text }),
    });
    const status = String(attempts.at(-1)?.status);
    this.detail(`${fromUserId}: ${text} (callback → ${status})`);
    this.expect(status, '200');
  }

  /** Waits for a dead letter, and returns its id. */
  async deadLetter(): Promise<string> {
    await this.until(({ dead }) => dead === 1);
    const letters = await this.does('operator', 'GET /events/dead-letters');
    return idOf(Array.isArray(letters) ? letters[0] : undefined);
  }

  /** Waits until all events are handled. */
  async nothingWaits(): Promise<void> {
    await this.until(({ waiting }) => waiting === 0);
    await this.does('operator', 'GET /events/backlog');
  }

  /** @throws Error unless all that a user has written has become tickets in this order. */
  ticketsOf(userId: string, ...texts: string[]): void {
    this.expect(this.cast.tickets.textsOf(userId).join(' | '), texts.join(' | '));
  }

  /** A worker says that it is done a little after the ticket system has heard from it. */
  private async until(holds: (backlog: ImEventBacklog) => boolean): Promise<void> {
    const call = callApp(this.cast.appUrl);
    const backlog = async () => (await call('operator', 'GET /events/backlog')).body;
    while (!holds((await backlog()) as ImEventBacklog)) await setTimeout(LOOK_EVERY_MS);
  }
}

async function failing(story: SupportStory, { tickets }: Cast): Promise<void> {
  story.step('Ada and Bob write: RongCloud has its answer as soon as Redis has the message');
  await story.write('ada', 'Hello!');
  await story.write('bob', 'My parcel is late.');
  await tickets.reaches(2);

  story.step('The ticket system is away: Ada is tried again, and what comes after it waits');
  let failures = 2;
  tickets.decide = ({ text }) => (text.includes('key') && failures-- > 0 ? 503 : 200);
  await story.write('ada', 'I have lost my key.');
  await story.write('ada', 'It is a blue one.');
  await story.write('bob', 'Hello?');
  await tickets.reaches(5);
  story.ticketsOf('ada', 'Hello!', 'I have lost my key.', 'It is a blue one.');
}

async function givenUp(story: SupportStory, { tickets }: Cast): Promise<void> {
  story.step('One message it never takes: after three attempts that is a dead letter');
  tickets.decide = ({ text }) => (text.includes('☃') ? 422 : 200);
  await story.write('bob', 'It is snowing ☃');
  await story.write('bob', 'Anybody there?');
  await tickets.reaches(6);
  const id = await story.deadLetter();

  story.step('The ticket system is mended, and the message put back');
  tickets.decide = () => 200;
  await story.does('operator', `POST /events/dead-letters/${id}/requeue`);
  await tickets.reaches(7);
  story.ticketsOf('bob', 'My parcel is late.', 'Hello?', 'Anybody there?', 'It is snowing ☃');
}

async function killed(story: SupportStory, { tickets, workers }: Cast): Promise<void> {
  story.step('Four users write; the ticket system takes its time, and a worker dies meanwhile');
  let answer: (status: number) => void = () => undefined;
  const answered = new Promise<number>((resolve) => (answer = resolve));
  const begun = new Promise<number>((resolve) => {
    tickets.decide = ({ worker }) => {
      resolve(worker);
      return answered;
    };
  });
  const users = ['cy', 'dan', 'eve', 'fay'];
  for (const userId of users) await story.write(userId, 'one');
  const pid = await begun;
  await workers.find((worker) => worker.pid === pid)?.kill();
  story.detail(`worker ${pid} is killed with a message in its hands`);
  for (const userId of users) await story.write(userId, 'two');

  story.step('The other one takes over: nothing is lost, and nothing out of order');
  tickets.decide = () => 200;
  answer(200);
  await tickets.reaches(15);
  for (const userId of users) story.ticketsOf(userId, 'one', 'two');
  await story.nothingWaits();
  await story.does('operator', 'GET /activity');
}

if (RedisProcess.isInstalled()) {
  await play(async (stage) => {
    const cast = await start(stage);
    const story = new SupportStory(stage, cast);
    await failing(story, cast);
    await givenUp(story, cast);
    await killed(story, cast);
  });
} else {
  console.log(
    'This story needs Redis: install the Debian package redis-server, and play it again.',
  );
}
