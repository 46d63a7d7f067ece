import { Logger } from '@nestjs/common';
import { ImConfigError } from '../../errors/config.error.js';
import { ImEventStreamError } from '../../errors/event-stream.error.js';
import { positive } from '../../whole-number.option.js';
import { ExpiringMap } from '../claims/expiring.map.js';
import { deadLetterLimit } from './dead-letter.limit.js';
import type {
  ImConsumption,
  ImDeadLetter,
  ImDeadLetterPage,
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
  ImEventBacklog,
  ImEventStream,
} from './event.stream.js';
import { MemoryConsumption, type StoredEvent } from './memory.consumption.js';

/** Settings of a `MemoryEventStream`. */
export interface MemoryEventStreamOptions {
  /** Events of an app that wait or are handled, at most; more are refused. Default 10000. */
  readonly maxEvents?: number | undefined;
  /** Dead letters of an app, at most; the oldest is dropped for a new one. Default 1000. */
  readonly maxDeadLetters?: number | undefined;
  /** Says what time it is, in milliseconds. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

interface AppEvents {
  readonly stored: Map<string, StoredEvent>;
  readonly dead: Map<string, ImDeadLetter>;
  readonly seen: ExpiringMap<true>;
  consumption: MemoryConsumption | undefined;
}

/** Keys remembered for each app, at most: as many callbacks as a `MemoryClaimStore` remembers. */
const MAX_KEYS = 1_000_000;

/**
 * Keeps durable events in this process; they are lost when it ends. For development and tests, and
 * for events that may be lost.
 *
 * An app has one consumption at a time; a second one is an `ImConfigError`.
 */
export class MemoryEventStream implements ImEventStream {
  readonly #maxEvents: number;
  readonly #maxDeadLetters: number;
  readonly #clock: () => number;
  readonly #apps = new Map<string, AppEvents>();
  #lastId = 0;
  #closed = false;

  /** @throws ImConfigError for a number that is not whole or less than 1. */
  constructor({ maxEvents, maxDeadLetters, clock = Date.now }: MemoryEventStreamOptions = {}) {
    this.#maxEvents = positive('maxEvents', maxEvents, 10_000);
    this.#maxDeadLetters = positive('maxDeadLetters', maxDeadLetters, 1_000);
    this.#clock = clock;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a refusal is a rejection.
  async append(event: ImDurableEvent, rememberMs: number): Promise<boolean> {
    const app = this.#appOf(event.app);
    this.#requireRoom(app);
    if (app.seen.getOrAdd(event.key, true, rememberMs) !== undefined) return false;
    this.#store(app, event);
    return true;
  }

  consume(
    appName: string,
    handle: (delivery: ImDurableDelivery) => Promise<ImDurableOutcome>,
    { concurrency }: { readonly concurrency: number },
  ): ImConsumption {
    this.#requireOpen();
    const app = this.#appOf(appName);
    if (app.consumption?.hasEnded === false) {
      throw new ImConfigError(
        `The events of the app \`${appName}\` are consumed already: a MemoryEventStream hands them to one.`,
      );
    }
    app.consumption = new MemoryConsumption({
      concurrency: positive('concurrency', concurrency, 1),
      handle,
      onOutcome: ({ id }, outcome) => {
        this.#settle(app, id, outcome);
      },
    });
    for (const stored of app.stored.values()) app.consumption.take(stored);
    return app.consumption;
  }

  backlog(appName: string): Promise<ImEventBacklog> {
    const { stored, dead } = this.#appOf(appName);
    let oldestReceivedAt: number | undefined;
    for (const { event } of stored.values()) {
      oldestReceivedAt = Math.min(oldestReceivedAt ?? Infinity, event.receivedAt);
    }
    return Promise.resolve({ waiting: stored.size, oldestReceivedAt, dead: dead.size });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a wrong limit is a rejection.
  async queryDeadLetters(
    appName: string,
    { after, limit }: ImDeadLetterPage = {},
  ): Promise<readonly ImDeadLetter[]> {
    const letters = [...this.#appOf(appName).dead.values()];
    const from =
      after === undefined ? 0 : letters.findIndex(({ id }) => Number(id) > Number(after));
    return from < 0 ? [] : letters.slice(from, from + deadLetterLimit(limit));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a refusal is a rejection.
  async requeueDeadLetter(appName: string, id: string): Promise<boolean> {
    const app = this.#appOf(appName);
    const letter = app.dead.get(id);
    if (letter === undefined) return false;
    this.#requireRoom(app);
    app.dead.delete(id);
    this.#store(app, letter.event);
    return true;
  }

  removeDeadLetter(appName: string, id: string): Promise<boolean> {
    return Promise.resolve(this.#appOf(appName).dead.delete(id));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { consumption } of this.#apps.values()) await consumption?.stop(0);
  }

  #store(app: AppEvents, event: ImDurableEvent): void {
    const stored: StoredEvent = { id: this.#nextId(), event, deliveries: 0 };
    app.stored.set(stored.id, stored);
    app.consumption?.take(stored);
  }

  #settle(app: AppEvents, id: string, outcome: ImDurableOutcome): void {
    const stored = app.stored.get(id);
    if (stored === undefined || outcome.state === 'unfinished') return;
    app.stored.delete(id);
    if (outcome.state === 'handled') return;
    const { reason, attempts } = outcome;
    const letter = { id: this.#nextId(), event: stored.event, reason, attempts };
    app.dead.set(letter.id, { ...letter, diedAt: this.#clock() });
    if (app.dead.size <= this.#maxDeadLetters) return;
    const [oldest] = app.dead.keys();
    if (oldest !== undefined) app.dead.delete(oldest);
  }

  #nextId(): string {
    return String(++this.#lastId);
  }

  #appOf(name: string): AppEvents {
    let app = this.#apps.get(name);
    if (app === undefined) {
      const seen = new ExpiringMap<true>(MAX_KEYS, this.#clock, warnOfEviction);
      app = { stored: new Map(), dead: new Map(), seen, consumption: undefined };
      this.#apps.set(name, app);
    }
    return app;
  }

  #requireOpen(): void {
    if (this.#closed) throw new ImEventStreamError('The event stream is closed.');
  }

  #requireRoom({ stored }: AppEvents): void {
    this.#requireOpen();
    if (stored.size < this.#maxEvents) return;
    throw new ImEventStreamError(
      `The memory event stream is full: ${this.#maxEvents} events wait. Handle them faster, or keep them in Redis.`,
    );
  }
}

function warnOfEviction(): void {
  new Logger('RongCloudIm').warn(
    `The memory event stream remembers no more than ${MAX_KEYS} events of an app, so that a repetition may be handled again.`,
  );
}
