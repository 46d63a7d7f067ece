import { randomUUID } from 'node:crypto';
import {
  CallbackDispatcher,
  type CallbackAddresses,
  type CallbackBody,
  type ImEmulatorDelivery,
} from './callbacks/callback-dispatcher.js';
import type { CallbackSender } from './callbacks/callback-sender.js';
import { exampleBody } from './callbacks/event-bodies.js';
import type { ImEmulatorEvent } from './callbacks/events.js';
import { DeviceRegistry } from './device-registry.js';
import { EmulatedDevice } from './emulated-device.js';
import type {
  ImEmulatorApp,
  ImEmulatorModuleOptions,
  ImEmulatorNewUser,
} from './emulator-app.types.js';
import type { ImEmulatorClient, ImEmulatorConnectOptions } from './emulator-client.types.js';
import { MessageFlow } from './message-flow.js';
import { createOperateId } from './operate-id.js';
import { AppState } from './state/app.state.js';
import { describeUser } from './state/describe-user.js';
import type { ImEmulatorUser, RegisteredUser } from './state/emulated-user.js';
import type { ImEmulatorMessage } from './state/message.store.js';

/** What an app of the emulator is made of. */
export interface EmulatedAppOptions {
  readonly appKey: string;
  readonly appSecret: string;
  readonly endpoints: ImEmulatorModuleOptions['endpoints'];
  readonly addresses: CallbackAddresses;
  readonly sender: CallbackSender;
  readonly clock: () => number;
  readonly callbackTimeoutMs: number | undefined;
  readonly routeServerMessages: boolean;
  readonly developmentUserLimit: number;
  readonly onDelivery: (delivery: ImEmulatorDelivery) => void;
}

/** One app: its state, its devices and its callbacks. */
export class EmulatedApp implements ImEmulatorApp {
  readonly appKey: string;
  readonly appSecret: string;
  readonly moduleOptions: ImEmulatorModuleOptions;
  readonly clock: () => number;
  readonly routeServerMessages: boolean;
  readonly developmentUserLimit: number;
  readonly state: AppState;
  readonly devices = new DeviceRegistry();
  readonly callbacks: CallbackDispatcher;
  readonly flow: MessageFlow;
  private stopped = false;

  constructor(options: EmulatedAppOptions) {
    const { appKey, appSecret, endpoints, clock, sender, addresses, onDelivery } = options;
    this.appKey = appKey;
    this.appSecret = appSecret;
    this.moduleOptions = { appKey, appSecret, endpoints };
    this.clock = clock;
    this.state = new AppState(clock);
    this.routeServerMessages = options.routeServerMessages;
    this.developmentUserLimit = options.developmentUserLimit;
    const timeoutMs = options.callbackTimeoutMs;
    this.callbacks = new CallbackDispatcher({
      app: this,
      addresses,
      sender,
      clock,
      timeoutMs,
      onDelivery,
    });
    this.flow = new MessageFlow(appKey, this.state, this.devices, this.callbacks);
  }

  get messages(): readonly ImEmulatorMessage[] {
    return this.state.messages.list();
  }

  get users(): readonly ImEmulatorUser[] {
    return [...this.state.users.values()].map((user) => this.describe(user));
  }

  user(userId: string): ImEmulatorUser | undefined {
    const user = this.state.users.get(userId);
    return user === undefined ? undefined : this.describe(user);
  }

  addUser({ userId, name = userId, portraitUri }: ImEmulatorNewUser): string {
    return this.state.register({ userId, name, portraitUri }, this.clock());
  }

  connect(tokenOrUserId: string, options: ImEmulatorConnectOptions = {}): ImEmulatorClient {
    if (this.stopped) throw new Error('The emulator has stopped; nobody can connect.');
    const { tokens, users } = this.state;
    const userId = tokens.userOf(tokenOrUserId) ?? tokenOrUserId;
    if (!users.has(userId)) {
      throw new Error(
        'connect() takes a valid token or the id of a registered user; register the user first.',
      );
    }
    const blockedUntil = this.state.blockedUntil(userId, this.clock());
    if (blockedUntil !== undefined) {
      throw new Error(`${userId} is blocked until ${new Date(blockedUntil).toISOString()}.`);
    }
    return new EmulatedDevice(this, userId, options);
  }

  async fire(event: ImEmulatorEvent, overrides?: CallbackBody): Promise<ImEmulatorDelivery> {
    const time = this.clock();
    const messageUID = this.state.messages.createUid(time);
    const identity = { messageUID, sessionId: randomUUID(), operateId: createOperateId(), time };
    const body = exampleBody(event, this.appKey, identity, overrides);
    const delivery = await this.callbacks.deliver(event, body);
    if (delivery !== undefined) return delivery;
    throw new Error(`The event ${event} has no address: set callbackUrl or callbackUrls.`);
  }

  setCallbackUrl(url: string | undefined): void {
    this.callbacks.setCallbackUrl(url);
  }

  callbacksSettled(): Promise<void> {
    return this.callbacks.settled();
  }

  /** Starts no further callback, and ends the connections of all devices. */
  stop(): void {
    this.stopped = true;
    this.callbacks.stop();
    this.devices.close();
  }

  private describe(user: RegisteredUser): ImEmulatorUser {
    const online = this.devices.isOnline(user.userId);
    return describeUser(this.state, user, { online, now: this.clock() });
  }
}
