import { setImmediate } from 'node:timers/promises';
import type { Signer } from '../http/authenticate.js';
import { warn } from '../listeners.js';
import { CallbackAddressBook, shownAddress, type CallbackAddresses } from './callback-address.js';
import {
  TIMED_OUT,
  type CallbackSender,
  type ImEmulatorAttempt,
  type SentCallback,
} from './callback-sender.js';
import { DeliveryPause } from './delivery-pause.js';
import {
  encodeBody,
  type CallbackBody,
  type EncodedBody,
  type ImEmulatorBodyVariant,
} from './encode-body.js';
import type { EntriesOf, ImEmulatorEvent } from './event-bodies.types.js';
import { rulesOf } from './events.js';
import {
  CALLBACK_CONTENT_TYPES,
  signCallback,
  type ImEmulatorSignatureNames,
} from './sign-callback.js';

/** What became of one callback. */
export interface ImEmulatorDelivery {
  /** When it was due, in Unix milliseconds. */
  readonly at: number;
  /** Key of the app. */
  readonly app: string;
  readonly event: ImEmulatorEvent;
  /** Address it went to, without query and credentials. */
  readonly url: string;
  /** What it says, as it travelled: fields of a form, or JSON. */
  readonly body: CallbackBody;
  /** Empty when it was not tried at all. */
  readonly attempts: readonly ImEmulatorAttempt[];
  /** Whether the app server answered, with whatever status. */
  readonly answered: boolean;
  /** Body of the answer. */
  readonly reply?: string;
  /** Why it was not tried: delivery is paused after many time-outs, or the emulator has stopped. */
  readonly skipped?: 'paused' | 'stopped';
}

/** How one callback departs from the others of its event. */
export interface DeliveryOptions {
  readonly variant?: ImEmulatorBodyVariant | undefined;
  readonly signatureNames?: ImEmulatorSignatureNames | undefined;
  /** An address that the event brings; one that the developer has set for the event counts for more. */
  readonly ownAddress?: string | undefined;
}

/** What a dispatcher needs. */
export interface DispatcherOptions {
  readonly app: Signer;
  readonly addresses: CallbackAddresses;
  readonly sender: CallbackSender;
  readonly clock: () => number;
  /** Overrides the documented time-outs. */
  readonly timeoutMs?: number | undefined;
  readonly signatureNames?: ImEmulatorSignatureNames | undefined;
  readonly onDelivery: (delivery: ImEmulatorDelivery) => void;
}

/** One callback on its way. */
interface Dispatch {
  readonly event: ImEmulatorEvent;
  readonly address: URL;
  readonly body: EncodedBody;
  readonly signatureNames: ImEmulatorSignatureNames | undefined;
}

/** Codes of the system (`ECONNREFUSED`), not those of Node.js (`ERR_…`) or of its HTTP parser (`HPE_…`). */
const CONNECTION_FAILURE = /^E(?!RR_)[A-Z0-9_]+$/;

/** Delivers the callbacks of one app by the rules of the service. */
export class CallbackDispatcher {
  readonly addresses: CallbackAddressBook;
  private readonly pauses = new Map<string, DeliveryPause>();
  private readonly underWay = new Set<Promise<unknown>>();
  private stopped = false;

  constructor(private readonly options: DispatcherOptions) {
    this.addresses = new CallbackAddressBook(options.addresses);
  }

  /** Delivers an event that nobody waits for. */
  start<Event extends ImEmulatorEvent>(
    event: Event,
    body: EntriesOf<Event>,
    options?: DeliveryOptions,
  ): void {
    this.deliver(event, body, options).catch((error: unknown) => {
      warn(`The callback ${event} was not delivered`, error);
    });
  }

  /**
   * Delivers an event; undefined when it has no address.
   * @throws TypeError when no source has the event in the form that is asked for.
   */
  async deliver(
    event: ImEmulatorEvent,
    body: CallbackBody | EntriesOf<ImEmulatorEvent>,
    { variant, signatureNames = this.options.signatureNames, ownAddress }: DeliveryOptions = {},
  ): Promise<ImEmulatorDelivery | undefined> {
    const { addresses } = this;
    const address =
      ownAddress === undefined ? addresses.of(event) : addresses.ofOwn(event, ownAddress);
    if (address === undefined) return undefined;
    const encoded = encodeBody(event, body, variant);
    const dispatch = { event, address, body: encoded, signatureNames };
    const delivery = await this.track(this.run(dispatch));
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

  /** Resolves when nothing is being delivered, nor told of to those who deliver it. */
  async settled(): Promise<void> {
    await setImmediate();
    while (this.underWay.size > 0) await Promise.allSettled([...this.underWay]);
  }

  /** Starts no further attempt. */
  stop(): void {
    this.stopped = true;
  }

  private async run(dispatch: Dispatch): Promise<ImEmulatorDelivery> {
    const { event, address, body } = dispatch;
    const rules = rulesOf(event);
    const url = shownAddress(address);
    const { app, clock } = this.options;
    const callback = { at: clock(), app: app.appKey, event, url, body: body.value };
    // An event that is tried once has somebody who waits for the answer.
    const pause = rules.attempts > 1 ? this.pauseOf(event, url) : undefined;
    // Whether the service keeps events back during a pause or drops them is not documented: the
    // emulator takes the worse case.
    if (pause?.active === true) {
      return { ...callback, attempts: [], answered: false, skipped: 'paused' };
    }

    const attempts: ImEmulatorAttempt[] = [];
    while (attempts.length < rules.attempts && !this.stopped) {
      const { attempt, reply } = await this.post(dispatch, rules.timeoutMs);
      attempts.push(attempt);
      if (attempt.error === TIMED_OUT) pause?.countTimeout();
      if (reply !== undefined) return { ...callback, attempts, answered: true, reply };
      if (!isTriedAgain(attempt)) break;
    }
    const skipped = attempts.length === 0 ? { skipped: 'stopped' as const } : {};
    return { ...callback, attempts, answered: false, ...skipped };
  }

  /** One attempt, signed anew; by the real time, which an app server checks the signature against. */
  private post(
    { event, address, body, signatureNames }: Dispatch,
    documentedTimeoutMs: number,
  ): Promise<SentCallback> {
    const { app, sender, timeoutMs = documentedTimeoutMs } = this.options;
    const { appKey, appSecret } = app;
    const { url, headers } = signCallback({
      event,
      appKey,
      appSecret,
      url: address.href,
      signatureNames,
    });
    const contentType = { 'Content-Type': CALLBACK_CONTENT_TYPES[body.contentType] };
    return sender.post({
      url,
      headers: { ...headers, ...contentType },
      body: body.text,
      timeoutMs,
    });
  }

  private pauseOf(event: ImEmulatorEvent, url: string): DeliveryPause {
    const key = `${event} ${url}`;
    const known = this.pauses.get(key);
    if (known !== undefined) return known;
    const pause = new DeliveryPause(this.options.clock);
    this.pauses.set(key, pause);
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
