import type { Type } from '@nestjs/common';
import type {
  ImEmulator,
  ImEmulatorClient,
  ImEmulatorOutgoingMessage,
} from 'nestjs-rongcloud-im/testing';
import { type AppCall, type AppReply, callApp, idOf } from './app-client.js';
import { play } from './stage.js';
import { startApp } from './start-app.js';
import { Story } from './story.js';

const FIRST_FAILURE = 400;
const FIRST_SERVER_FAILURE = 500;

/** Plays a story with the module of a sample; see {@link play}. */
export function playApp(module: Type, tell: (story: AppStory) => Promise<void>): Promise<void> {
  return play(async ({ emulator, ending }) => {
    const app = ending(await startApp(module, emulator.moduleOptions), (it) => it.close());
    const appUrl = await app.getUrl();
    console.log(`The emulator plays RongCloud at ${emulator.url}, the app listens at ${appUrl}.`);
    await tell(new AppStory(emulator, callApp(appUrl)));
  });
}

/** A story about the users of an app and their devices. */
export class AppStory extends Story {
  constructor(
    private readonly emulator: ImEmulator,
    private readonly call: AppCall,
  ) {
    super();
  }

  /** Connects a device of a new user. */
  connect(userId: string): ImEmulatorClient {
    return this.emulator.connect(this.emulator.addUser({ userId }));
  }

  /**
   * Calls the app, which does what it is asked to, and returns what it answers.
   * @throws Error when it does not.
   */
  async does(caller: string, route: string, body?: object): Promise<unknown> {
    const reply = await this.ask(caller, route, body);
    if (reply.status >= FIRST_FAILURE) throw new Error('The app should have done this.');
    return reply.body;
  }

  /**
   * Calls the app, which creates something, and returns its id.
   * @throws Error when it does not.
   */
  async creates(caller: string, route: string, body: object): Promise<string> {
    return idOf(await this.does(caller, route, body));
  }

  /**
   * Calls the app, which refuses.
   * @throws Error when it does not, or fails.
   */
  async isRefused(caller: string, route: string, body?: object): Promise<void> {
    const { status } = await this.ask(caller, route, body);
    const isRefusal = status >= FIRST_FAILURE && status < FIRST_SERVER_FAILURE;
    if (!isRefusal) throw new Error('The app should have refused this.');
  }

  /**
   * Tells what a device got last.
   * @throws Error when it is not what it should be.
   */
  hears({ userId, received }: ImEmulatorClient, text: string): void {
    const content = received.at(-1)?.content ?? 'nothing';
    this.detail(`${userId} ← ${content}`);
    if (!content.includes(text)) throw new Error(`${userId} should have heard "${text}".`);
  }

  /**
   * A device writes, and is told why its message goes nowhere, or nothing.
   * @throws Error when it is told otherwise than expected.
   */
  async writes(
    device: ImEmulatorClient,
    message: ImEmulatorOutgoingMessage,
    expected: 'delivered' | 'blocked',
  ): Promise<void> {
    const { outcome, reason, extra } = await device.send(message);
    const told = extra ?? reason;
    const why = told === undefined ? '' : `: ${told}`;
    this.detail(`${device.userId} writes on the phone → ${outcome}${why}`);
    this.expect(outcome, expected);
  }

  private async ask(caller: string, route: string, body?: object): Promise<AppReply> {
    const reply = await this.call(caller, route, body);
    const answer = reply.body === undefined ? '' : ` ${JSON.stringify(reply.body)}`;
    this.detail(`${caller || 'a stranger'}: ${route} → ${reply.status}${answer}`);
    return reply;
  }
}
