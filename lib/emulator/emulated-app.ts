import { randomUUID } from 'node:crypto';
import { BotReports } from './callbacks/bot-reports.js';
import type { CallbackAddresses } from './callbacks/callback-address.js';
import { CallbackDispatcher, type ImEmulatorDelivery } from './callbacks/callback-dispatcher.js';
import type { CallbackSender } from './callbacks/callback-sender.js';
import { ChangeBatch } from './callbacks/change-batch.js';
import { presenceBody, type PresenceChange } from './callbacks/event-bodies.js';
import { reportChatrooms } from './callbacks/chatroom-reports.js';
import type { ImEmulatorEvent, ImEmulatorOverrides } from './callbacks/event-bodies.types.js';
import { exampleBody } from './callbacks/example-body.js';
import { reportHostedGroups } from './callbacks/group-reports.js';
import { MessageReports } from './callbacks/message-reports.js';
import type { ImEmulatorSignatureNames } from './callbacks/sign-callback.js';
import { DeviceRegistry } from './device-registry.js';
import { EmulatedDevice } from './emulated-device.js';
import type {
  ImEmulatorApp,
  ImEmulatorFireOptions,
  ImEmulatorModuleOptions,
  ImEmulatorNewUser,
} from './emulator-app.types.js';
import type { ImEmulatorClient, ImEmulatorConnectOptions } from './emulator-client.types.js';
import { MessageFlow } from './message-flow.js';
import type { MessageSwitches } from './message-switches.js';
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
  readonly signatureNames: ImEmulatorSignatureNames | undefined;
  readonly switches: MessageSwitches;
  readonly developmentUserLimit: number;
  readonly onDelivery: (delivery: ImEmulatorDelivery) => void;
}

/** One app: its state, its devices and its callbacks. */
export class EmulatedApp implements ImEmulatorApp {
  readonly appKey: string;
  readonly appSecret: string;
  readonly moduleOptions: ImEmulatorModuleOptions;
  readonly clock: () => number;
  readonly switches: MessageSwitches;
  readonly developmentUserLimit: number;
  readonly state: AppState;
  readonly devices = new DeviceRegistry();
  readonly callbacks: CallbackDispatcher;
  readonly presence: ChangeBatch<PresenceChange>;
  readonly reports: MessageReports;
  readonly flow: MessageFlow;
  private firedAt = 0;
  private stopped = false;

  constructor(options: EmulatedAppOptions) {
    const { appKey, appSecret, endpoints, clock, sender, addresses, onDelivery } = options;
    this.appKey = appKey;
    this.appSecret = appSecret;
    this.moduleOptions = { appKey, appSecret, endpoints };
    this.clock = clock;
    this.state = new AppState(clock);
    this.switches = options.switches;
    this.developmentUserLimit = options.developmentUserLimit;
    const { signatureNames, callbackTimeoutMs: timeoutMs } = options;
    this.callbacks = new CallbackDispatcher({
      app: this,
      addresses,
      sender,
      clock,
      timeoutMs,
      signatureNames,
      onDelivery,
    });
    this.presence = new ChangeBatch(this.callbacks, (changes) => {
      this.callbacks.start('user-online-status', changes.map(presenceBody));
    });
    reportChatrooms(this.state.chatrooms, this.callbacks);
    reportHostedGroups(this.state.groups, this.callbacks);
    const bots = new BotReports(this.state, this.callbacks);
    this.reports = new MessageReports(this.callbacks, bots);
    this.flow = new MessageFlow(this);
  }

  get messages(): readonly ImEmulatorMessage[] {
    this.state.streams.stopOverdue(this.clock());
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
    const device = new EmulatedDevice(this, userId, options);
    for (const message of this.state.onlineBroadcasts.reach(userId, this.clock())) {
      device.take(message);
    }
    return device;
  }

  async fire<Event extends ImEmulatorEvent>(
    event: Event,
    overrides?: ImEmulatorOverrides<Event> | readonly ImEmulatorOverrides<Event>[],
    { signatureNames, ...variant }: ImEmulatorFireOptions = {},
  ): Promise<ImEmulatorDelivery> {
    // An event without an id is told from the one before by its time only.
    const time = Math.max(this.clock(), this.firedAt + 1);
    this.firedAt = time;
    const body = exampleBody(
      event,
      {
        appKey: this.appKey,
        messageUID: this.state.messages.createUid(time),
        sessionId: randomUUID(),
        operateId: createOperateId(),
        time,
      },
      overrides,
    );
    const delivery = await this.callbacks.deliver(event, body, { variant, signatureNames });
    if (delivery !== undefined) return delivery;
    throw new Error(`The event ${event} has no address: set callbackUrl or callbackUrls.`);
  }

  setCallbackUrl(url: string | undefined): void {
    this.callbacks.addresses.setBase(url);
  }

  setEventUrl(event: ImEmulatorEvent, url: string | false | undefined): void {
    this.callbacks.addresses.set(event, url);
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
