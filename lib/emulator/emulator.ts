import { catalogue } from '../catalogue/catalogue.js';
import { BoundedList } from './bounded-list.js';
import type { CallbackAddresses } from './callbacks/callback-address.js';
import type { ImEmulatorDelivery } from './callbacks/callback-dispatcher.js';
import { CallbackSender } from './callbacks/callback-sender.js';
import type { ImEmulatorEvent, ImEmulatorOverrides } from './callbacks/event-bodies.types.js';
import { EmulatedApp } from './emulated-app.js';
import type {
  ImEmulatorApp,
  ImEmulatorFireOptions,
  ImEmulatorModuleOptions,
  ImEmulatorNewUser,
} from './emulator-app.types.js';
import type { ImEmulatorClient, ImEmulatorConnectOptions } from './emulator-client.types.js';
import { DEMO_APP, DEVELOPMENT_USER_LIMIT, type ImEmulatorOptions } from './emulator.options.js';
import { ApiService } from './http/api-service.js';
import { EmulatorHost, type ImEmulatorHost } from './http/host.js';
import { RequestLog, type ImEmulatorRequest } from './http/request-log.js';
import { Listeners } from './listeners.js';
import { readSwitches } from './message-switches.js';
import type { ImEmulatorUser } from './state/emulated-user.js';
import type { ImEmulatorMessage } from './state/message.store.js';

/** An App Key and App Secret pair, with the addresses of its callbacks. */
export interface ImEmulatorAppOptions extends CallbackAddresses {
  readonly appKey: string;
  readonly appSecret: string;
}

const KEPT_DELIVERIES = 1_000;

/**
 * A local IM service: signed API in, signed callbacks out, state in between. It listens on loopback
 * only and forgets everything when it stops.
 *
 * @example
 * const emulator = await ImEmulator.start({ callbackUrl: 'http://127.0.0.1:3000/im/callbacks' });
 * // ImModule.forRoot(emulator.moduleOptions) …
 * await emulator.stop();
 */
export class ImEmulator implements ImEmulatorApp {
  private readonly apps = new Map<string, EmulatedApp>();
  private readonly sender = new CallbackSender();
  private readonly log = new RequestLog();
  private readonly delivered = new BoundedList<ImEmulatorDelivery>(KEPT_DELIVERIES);
  private readonly deliveryListeners = new Listeners<ImEmulatorDelivery>();
  private readonly clock: () => number;
  private readonly primaryHost: EmulatorHost;
  private readonly backupHost: EmulatorHost;

  private constructor(private readonly options: ImEmulatorOptions) {
    this.clock = options.clock ?? Date.now;
    const { apps, log, clock } = this;
    const { rateLimits = true, strict = false } = options;
    const service = new ApiService({ operations: catalogue, apps, clock, rateLimits, strict });
    this.primaryHost = new EmulatorHost({ name: 'primary', service, log, clock });
    this.backupHost = new EmulatorHost({ name: 'backup', service, log, clock });
  }

  /**
   * Starts an emulator with one app and two hosts.
   * @throws Error when `port` is taken; TypeError when a callback address is no http(s) URL.
   */
  static async start(options: ImEmulatorOptions = {}): Promise<ImEmulator> {
    const emulator = new ImEmulator(options);
    const { port = 0 } = options;
    const { appKey = DEMO_APP.appKey, appSecret = DEMO_APP.appSecret } = options;
    const { callbackUrl, callbackUrls } = options;
    try {
      await emulator.primaryHost.start(port);
      await startBackup(emulator.backupHost, port);
      emulator.addApp({ appKey, appSecret, callbackUrl, callbackUrls });
    } catch (error) {
      await emulator.stop();
      throw error;
    }
    return emulator;
  }

  /** The host that clients try first. */
  get primary(): ImEmulatorHost {
    return this.primaryHost;
  }

  /** The host that clients move to when the primary fails. */
  get backup(): ImEmulatorHost {
    return this.backupHost;
  }

  /** Address of the primary host. */
  get url(): string {
    return this.primaryHost.url;
  }

  /** Addresses of both hosts, the primary first. */
  get endpoints(): readonly [primary: string, backup: string] {
    return [this.primaryHost.url, this.backupHost.url];
  }

  /** Requests that arrived, the newest 1,000, oldest first. */
  get requests(): readonly ImEmulatorRequest[] {
    return this.log.list();
  }

  /** Forgets the requests so far. */
  clearRequests(): void {
    this.log.clear();
  }

  /** Calls `listener` for each request, once it is answered; the result ends that. */
  onRequest(listener: (request: ImEmulatorRequest) => void): () => void {
    return this.log.listen(listener);
  }

  /** Callbacks that were delivered or given up, the newest 1,000, in the order in which they ended. */
  get deliveries(): readonly ImEmulatorDelivery[] {
    return this.delivered.list();
  }

  /** Forgets the callbacks so far. */
  clearDeliveries(): void {
    this.delivered.clear();
  }

  /** Calls `listener` for each callback that was delivered or given up; the result ends that. */
  onDelivery(listener: (delivery: ImEmulatorDelivery) => void): () => void {
    return this.deliveryListeners.add(listener);
  }

  /**
   * Adds a further app, with state of its own, on the same hosts.
   * @throws Error when the App Key is taken; TypeError when a callback address is no http(s) URL.
   */
  addApp({ appKey, appSecret, callbackUrl, callbackUrls }: ImEmulatorAppOptions): ImEmulatorApp {
    if (this.apps.has(appKey)) throw new Error(`There is an app with the key ${appKey} already.`);
    const { endpoints, clock, sender, options } = this;
    const app = new EmulatedApp({
      appKey,
      appSecret,
      endpoints,
      clock,
      sender,
      addresses: { callbackUrl, callbackUrls },
      callbackTimeoutMs: options.callbackTimeoutMs,
      signatureNames: options.signatureNames,
      switches: readSwitches(options),
      developmentUserLimit: options.developmentUserLimit ?? DEVELOPMENT_USER_LIMIT,
      onDelivery: (delivery) => {
        this.delivered.add(delivery);
        this.deliveryListeners.tell(delivery);
      },
    });
    this.apps.set(appKey, app);
    return app;
  }

  /** Stops both hosts, disconnects the devices without a callback, and ends what is under way. */
  async stop(): Promise<void> {
    for (const app of this.apps.values()) app.stop();
    this.sender.stop();
    await Promise.all([this.primaryHost.stop(), this.backupHost.stop()]);
    await Promise.all([...this.apps.values()].map((app) => app.callbacksSettled()));
  }

  // What follows is the first app, for the many tests that need no second one.

  get appKey(): string {
    return this.first.appKey;
  }

  get moduleOptions(): ImEmulatorModuleOptions {
    return this.first.moduleOptions;
  }

  get messages(): readonly ImEmulatorMessage[] {
    return this.first.messages;
  }

  get users(): readonly ImEmulatorUser[] {
    return this.first.users;
  }

  user(userId: string): ImEmulatorUser | undefined {
    return this.first.user(userId);
  }

  addUser(user: ImEmulatorNewUser): string {
    return this.first.addUser(user);
  }

  connect(tokenOrUserId: string, options?: ImEmulatorConnectOptions): ImEmulatorClient {
    return this.first.connect(tokenOrUserId, options);
  }

  fire<Event extends ImEmulatorEvent>(
    event: Event,
    overrides?: ImEmulatorOverrides<Event> | readonly ImEmulatorOverrides<Event>[],
    options?: ImEmulatorFireOptions,
  ): Promise<ImEmulatorDelivery> {
    return this.first.fire(event, overrides, options);
  }

  setCallbackUrl(url: string | undefined): void {
    this.first.setCallbackUrl(url);
  }

  setEventUrl(event: ImEmulatorEvent, url: string | false | undefined): void {
    this.first.setEventUrl(event, url);
  }

  async callbacksSettled(): Promise<void> {
    await Promise.all([...this.apps.values()].map((app) => app.callbacksSettled()));
  }

  private get first(): EmulatedApp {
    const [app] = this.apps.values();
    if (app === undefined) throw new Error('The emulator has no app.');
    return app;
  }
}

async function startBackup(host: EmulatorHost, primaryPort: number): Promise<void> {
  if (primaryPort === 0) return host.start(0);
  try {
    await host.start(primaryPort + 1);
  } catch {
    await host.start(0);
  }
}
