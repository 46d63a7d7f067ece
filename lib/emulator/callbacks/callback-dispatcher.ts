import type { Signer } from '../http/authenticate.js';
import { warn } from '../listeners.js';
import { addressBelow, parseCallbackAddress, shownAddress } from './callback-address.js';
import {
  TIMED_OUT,
  type CallbackSender,
  type ImEmulatorAttempt,
  type SentCallback,
} from './callback-sender.js';
import { DeliveryPause } from './delivery-pause.js';
import { rulesOf, type EventRules, type ImEmulatorEvent } from './events.js';
import { signCallback } from './sign-callback.js';

/** What became of one callback. */
export interface ImEmulatorDelivery {
  readonly event: ImEmulatorEvent;
  /** Address it went to, without query and credentials. */
  readonly url: string;
  /** Empty when it was not tried at all. */
  readonly attempts: readonly ImEmulatorAttempt[];
  /** Whether the app server answered, with whatever status. */
  readonly answered: boolean;
  /** Body of the answer. */
  readonly reply?: string;
  /** Why it was not tried: delivery is paused after many time-outs, or the emulator has stopped. */
  readonly skipped?: 'paused' | 'stopped';
}

/** The content of a callback, before it is encoded. */
export type CallbackBody =
  Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];

/** Where callbacks go: a base address, and addresses of single events. */
export interface CallbackAddresses {
  readonly callbackUrl?: string | undefined;
  readonly callbackUrls?:
    Readonly<Partial<Record<ImEmulatorEvent, string | undefined>>> | undefined;
}

/** What a dispatcher needs. */
export interface DispatcherOptions {
  readonly app: Signer;
  readonly addresses: CallbackAddresses;
  readonly sender: CallbackSender;
  readonly clock: () => number;
  /** Overrides the documented time-outs. */
  readonly timeoutMs?: number | undefined;
  readonly onDelivery: (delivery: ImEmulatorDelivery) => void;
}

/** Codes of the system (`ECONNREFUSED`), not those of Node.js (`ERR_…`) or of its HTTP parser (`HPE_…`). */
const CONNECTION_FAILURE = /^E(?!RR_)[A-Z0-9_]+$/;

/** Delivers the callbacks of one app by the rules of the service. */
export class CallbackDispatcher {
  private base: URL | undefined;
  private readonly single = new Map<string, URL>();
  private readonly pauses = new Map<ImEmulatorEvent, DeliveryPause>();
  private readonly underWay = new Set<Promise<unknown>>();
  private stopped = false;

  constructor(private readonly options: DispatcherOptions) {
    const { callbackUrl, callbackUrls = {} } = options.addresses;
    this.setCallbackUrl(callbackUrl);
    for (const [event, url] of Object.entries(callbackUrls)) {
      if (url === undefined) continue;
      this.single.set(event, parseCallbackAddress(url, `callbackUrls['${event}']`));
    }
  }

  /**
   * Replaces the base address; addresses of single events stay.
   * @throws TypeError when it is no http(s) URL.
   */
  setCallbackUrl(callbackUrl: string | undefined): void {
    this.base =
      callbackUrl === undefined ? undefined : parseCallbackAddress(callbackUrl, 'callbackUrl');
  }

  /** The address of an event, when it has one. */
  urlOf(event: ImEmulatorEvent): URL | undefined {
    const { base } = this;
    return this.single.get(event) ?? (base === undefined ? undefined : addressBelow(base, event));
  }

  /** Delivers an event that nobody waits for. */
  start(event: ImEmulatorEvent, body: CallbackBody): void {
    this.deliver(event, body).catch((error: unknown) => {
      warn(`The callback ${event} was not delivered`, error);
    });
  }

  /** Delivers an event; undefined when it has no address. */
  async deliver(
    event: ImEmulatorEvent,
    body: CallbackBody,
  ): Promise<ImEmulatorDelivery | undefined> {
    const url = this.urlOf(event);
    if (url === undefined) return undefined;
    const delivery = await this.track(this.run(event, url, body));
    this.options.onDelivery(delivery);
    return delivery;
  }

  /** Counts work that leads to further callbacks as under way. */
  async track<Result>(work: Promise<Result>): Promise<Result> {
    this.underWay.add(work);
    try {
      return await work;
    } finally {
      this.underWay.delete(work);
    }
  }

  /** Resolves when nothing is being delivered. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled([...this.underWay]);
  }

  /** Starts no further attempt. */
  stop(): void {
    this.stopped = true;
  }

  private async run(
    event: ImEmulatorEvent,
    address: URL,
    body: CallbackBody,
  ): Promise<ImEmulatorDelivery> {
    const rules = rulesOf(event);
    const url = shownAddress(address);
    const pause = rules.attempts > 1 ? this.pauseOf(event) : undefined;
    // Whether the service keeps events back during a pause or drops them is not documented: the
    // emulator takes the worse case.
    if (pause?.active === true) {
      return { event, url, attempts: [], answered: false, skipped: 'paused' };
    }

    const attempts: ImEmulatorAttempt[] = [];
    while (attempts.length < rules.attempts && !this.stopped) {
      const { attempt, reply } = await this.post(event, address, body, rules);
      attempts.push(attempt);
      if (attempt.error === TIMED_OUT) pause?.countTimeout();
      if (reply !== undefined) return { event, url, attempts, answered: true, reply };
      if (!isTriedAgain(attempt)) break;
    }
    const skipped = attempts.length === 0 ? { skipped: 'stopped' as const } : {};
    return { event, url, attempts, answered: false, ...skipped };
  }

  /** One attempt, signed anew; by the real time, which an app server checks the signature against. */
  private post(
    event: ImEmulatorEvent,
    address: URL,
    body: CallbackBody,
    rules: EventRules,
  ): Promise<SentCallback> {
    const { app, sender, timeoutMs = rules.timeoutMs } = this.options;
    const { url, headers } = signCallback({
      event,
      appKey: app.appKey,
      appSecret: app.appSecret,
      url: address.href,
    });
    const text = rules.contentType === 'json' ? JSON.stringify(body) : encodeForm(body);
    return sender.post({ url, headers, body: text, timeoutMs });
  }

  private pauseOf(event: ImEmulatorEvent): DeliveryPause {
    const known = this.pauses.get(event);
    if (known !== undefined) return known;
    const pause = new DeliveryPause(this.options.clock);
    this.pauses.set(event, pause);
    return pause;
  }
}

/**
 * Time-outs are documented to be tried again; that a connection that fails (a refused one, say) is as
 * well is our reading. Another status than 200 is an answer, and ends the delivery.
 */
function isTriedAgain({ error = '' }: ImEmulatorAttempt): boolean {
  return error === TIMED_OUT || CONNECTION_FAILURE.test(error);
}

function encodeForm(body: CallbackBody): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, textOf(item));
  }
  return form.toString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
