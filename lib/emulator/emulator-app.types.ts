import type { ImEmulatorDelivery } from './callbacks/callback-dispatcher.js';
import type { ImEmulatorBodyVariant } from './callbacks/encode-body.js';
import type { ImEmulatorEvent, ImEmulatorOverrides } from './callbacks/event-bodies.types.js';
import type { ImEmulatorSignatureNames } from './callbacks/sign-callback.js';
import type { ImEmulatorClient, ImEmulatorConnectOptions } from './emulator-client.types.js';
import type { ImEmulatorUser } from './state/emulated-user.js';
import type { ImEmulatorMessage } from './state/message.store.js';

/** One app of the emulator: an App Key with state of its own. */
export interface ImEmulatorApp {
  readonly appKey: string;
  /** What a module needs to talk to this app; spread it into `ImModule.forRoot`. */
  readonly moduleOptions: ImEmulatorModuleOptions;
  /** Messages that were delivered, oldest first, as they are now: recalled, with another content, expanded. */
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
   * Sends a callback of any event: the documented example with your fields merged in; `undefined` takes a
   * field away. For events that travel as a list, fields go into its first entry, and only that is
   * sent; give an array to replace the whole list.
   *
   * Each call is another event, with an id (`msgUID`, `messageId`, `sessionId`, `operateId`) and a time of its
   * own; give the same ids and the same time to play a repetition.
   *
   * `bot-event` goes to its address as the others do; what happens to a bot goes to the address of its
   * `webhook` integrations instead, unless you have set one for `bot-event`.
   * @throws Error when the event has no address; TypeError when no source has it in the form that
   * `options` ask for.
   */
  fire<Event extends ImEmulatorEvent>(
    event: Event,
    overrides?: ImEmulatorOverrides<Event> | readonly ImEmulatorOverrides<Event>[],
    options?: ImEmulatorFireOptions,
  ): Promise<ImEmulatorDelivery>;
  /**
   * Sets the base address: each event goes to the path `${url}/${event}`; a query is kept.
   * @throws TypeError when it is no http(s) URL.
   */
  setCallbackUrl(url: string | undefined): void;
  /**
   * Sets the address of one event. `false` switches the event off, as the service's console does;
   * undefined has it follow the base address again.
   * @throws TypeError when it is no http(s) URL.
   */
  setEventUrl(event: ImEmulatorEvent, url: string | false | undefined): void;
  /** Resolves when no callback is under way. */
  callbacksSettled(): Promise<void>;
}

/** Other forms of a callback that some source has. */
export interface ImEmulatorFireOptions extends ImEmulatorBodyVariant {
  /** Default: those of the emulator. */
  readonly signatureNames?: ImEmulatorSignatureNames | undefined;
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
