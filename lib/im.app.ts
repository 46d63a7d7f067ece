import { ImDurableEvents } from './callback/durable/durable-events.js';
import { ImClient } from './client/im.client.js';
import type { ImModuleOptions } from './im.options.js';
import { resolveSettings, type ImSettings } from './im.settings.js';

/** A service of one API area; each is built on the client of its app. */
export type ImServiceType<Service> = new (client: ImClient) => Service;

/**
 * One app: an App Key and App Secret pair with its own connections, limiter and services.
 *
 * Apps share nothing, so that no header of one ever travels with a call of another.
 */
export class ImApp {
  /** Calls the Server API directly; the escape hatch for endpoints newer than this package. */
  readonly client: ImClient;
  /** Durable events that wait for their handlers, and dead letters. */
  readonly durableEvents: ImDurableEvents;
  readonly #onClose: (app: ImApp) => void;
  readonly #beforeClose: (() => Promise<void>)[] = [];
  readonly #services = new Map<ImServiceType<object>, object>();

  /** @internal Use `createApp`, the registry or the module. */
  constructor(
    /** Name the app is injected by. */
    readonly name: string,
    /** @internal */
    readonly settings: ImSettings,
    onClose: (app: ImApp) => void,
  ) {
    this.client = new ImClient(name, settings);
    this.durableEvents = new ImDurableEvents(name, settings.callbacks.durable.stream);
    this.#onClose = onClose;
  }

  /** The App Key. */
  get appKey(): string {
    return this.settings.appKey;
  }

  /** The app's instance of a service: `app.get(ImUserService)`. */
  get<Service extends object>(service: ImServiceType<Service>): Service {
    const existing = this.#services.get(service);
    if (existing instanceof service) return existing;
    const created = new service(this.client);
    this.#services.set(service, created);
    return created;
  }

  /** @internal Has something done while calls are still possible, when the app is closed. */
  beforeClose(task: () => Promise<void>): void {
    this.#beforeClose.push(task);
  }

  /**
   * Lets durable handlers end, refuses new calls, waits for those under way (at most `shutdownTimeoutMs`) and closes the
   * connections.
   */
  async close(): Promise<void> {
    this.#onClose(this);
    await Promise.all(this.#beforeClose.splice(0).map((task) => task()));
    await this.client.close();
  }
}

/**
 * Creates an app, for the module and the registry alike.
 * @param onClose Called when the app is closed.
 * @throws ImConfigError when an option is missing, unknown or wrong.
 */
export function createApp(
  name: string,
  options: ImModuleOptions,
  onClose: (app: ImApp) => void = () => undefined,
): ImApp {
  return new ImApp(name, resolveSettings(options), onClose);
}
