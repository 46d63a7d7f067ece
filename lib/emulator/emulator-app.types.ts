import type { CallbackBody, ImEmulatorDelivery } from './callbacks/callback-dispatcher.js';
import type { ImEmulatorEvent } from './callbacks/events.js';
import type { ImEmulatorClient, ImEmulatorConnectOptions } from './emulator-client.types.js';
import type { ImEmulatorUser } from './state/emulated-user.js';
import type { ImEmulatorMessage } from './state/message.store.js';

/** One app of the emulator: an App Key with state of its own. */
export interface ImEmulatorApp {
  readonly appKey: string;
  /** What a module needs to talk to this app; spread it into `ImModule.forRoot`. */
  readonly moduleOptions: ImEmulatorModuleOptions;
  /** Messages that were delivered, oldest first. */
  readonly messages: readonly ImEmulatorMessage[];
  /** Registered users. */
  readonly users: readonly ImEmulatorUser[];
  /** A registered user, or undefined. */
  user(userId: string): ImEmulatorUser | undefined;
  /** Registers a user without a request, and returns a token. */
  addUser(user: ImEmulatorNewUser): string;
  /**
   * Connects a device with a token, or with the id of a registered user.
   * @throws Error when the token or the user is unknown, the user is blocked, or the emulator has
   * stopped.
   */
  connect(tokenOrUserId: string, options?: ImEmulatorConnectOptions): ImEmulatorClient;
  /**
   * Sends a callback: the documented example of the event with your fields merged in. For events
   * that travel as an array, fields go into its element; give an array to replace it.
   *
   * Each call is another event, with an id (`msgUID`, `messageId`, `sessionId`, `operateId`) and a time of its
   * own; give the same ids and the same time to play a repetition.
   * @throws Error when the event has no address.
   */
  fire(event: ImEmulatorEvent, overrides?: CallbackBody): Promise<ImEmulatorDelivery>;
  /**
   * Sets the base address: each event goes to the path `${url}/${event}`; a query is kept.
   * @throws TypeError when it is no http(s) URL.
   */
  setCallbackUrl(url: string | undefined): void;
  /** Resolves when no callback is under way. */
  callbacksSettled(): Promise<void>;
}

/** Options that make `ImModule` talk to the emulator. */
export interface ImEmulatorModuleOptions {
  readonly appKey: string;
  readonly appSecret: string;
  readonly endpoints: readonly [primary: string, backup: string];
}

/** A user to register. */
export interface ImEmulatorNewUser {
  readonly userId: string;
  /** Default: the user id. */
  readonly name?: string | undefined;
  readonly portraitUri?: string | undefined;
}
