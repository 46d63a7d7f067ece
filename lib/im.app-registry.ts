import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ImConfigError } from './errors/config.error.js';
import { createApp, type ImApp } from './im.app.js';
import type { ImModuleOptions } from './im.options.js';
import { DEFAULT_MAX_BODY_BYTES } from './im.settings.js';

/** All apps of a Nest application: those of its modules, and those created while it runs. */
@Injectable()
export class ImAppRegistry implements OnApplicationShutdown {
  readonly #apps = new Map<string, ImApp>();
  readonly #byAppKey = new Map<string, ImApp>();
  readonly #visitors: ((app: ImApp) => void)[] = [];
  #maxBodyBytes = 0;

  /**
   * Creates an app that is known only while the application runs, such as a tenant's.
   * @throws ImConfigError when the name is taken or an option is wrong.
   */
  create(name: string, options: ImModuleOptions): ImApp {
    if (this.#apps.has(name)) {
      throw new ImConfigError(
        `There is an app named '${name}' already. Give each app a name of its own: ` +
          "`ImModule.forRoot({ name: 'eu', … })`.",
      );
    }
    const app = createApp(name, options, (closed) => {
      this.#forget(closed);
    });
    this.#apps.set(name, app);
    if (!this.#byAppKey.has(app.appKey)) this.#byAppKey.set(app.appKey, app);
    this.#maxBodyBytes = Math.max(this.#maxBodyBytes, app.settings.callbacks.maxBodyBytes);
    for (const visit of this.#visitors) visit(app);
    return app;
  }

  /** The app of a name, if there is one. */
  get(name: string): ImApp | undefined {
    return this.#apps.get(name);
  }

  /** The app of an App Key, if there is one; the first of several. */
  withAppKey(appKey: string): ImApp | undefined {
    return this.#byAppKey.get(appKey);
  }

  /** The app, when there is just one. */
  only(): ImApp | undefined {
    if (this.#apps.size !== 1) return undefined;
    const [app] = this.#apps.values();
    return app;
  }

  /** @internal Visits every app, and those that are created later. */
  visit(visitor: (app: ImApp) => void): void {
    this.#visitors.push(visitor);
    for (const app of this.list()) visitor(app);
  }

  /** All apps. */
  list(): ImApp[] {
    return [...this.#apps.values()];
  }

  /**
   * @internal The largest body that some app takes, in bytes: whose callback it is shows only after
   * its body is parsed.
   */
  get maxBodyBytes(): number {
    return this.#maxBodyBytes || DEFAULT_MAX_BODY_BYTES;
  }

  /** Closes an app; the same as its own `close()`. */
  async close(name: string): Promise<void> {
    await this.#apps.get(name)?.close();
  }

  /** @internal Called by Nest after the HTTP server has closed, whose handlers may still call. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.#apps.keys()].map((name) => this.close(name)));
  }

  #forget(app: ImApp): void {
    // Closed a second time: the name may be another app's by now.
    if (this.#apps.get(app.name) !== app) return;
    this.#apps.delete(app.name);
    this.#maxBodyBytes = this.list().reduce(
      (most, { settings }) => Math.max(most, settings.callbacks.maxBodyBytes),
      0,
    );
    if (this.#byAppKey.get(app.appKey) !== app) return;
    const next = this.list().find(({ appKey }) => appKey === app.appKey);
    if (next) this.#byAppKey.set(next.appKey, next);
    else this.#byAppKey.delete(app.appKey);
  }
}
