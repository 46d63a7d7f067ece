import type { ImEmulatorEvent } from './event-bodies.types.js';
import { rulesOf } from './events.js';

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const PROTOCOLS = new Set(['http:', 'https:']);

/** Where callbacks go, and which. The service's console has them switched on one by one. */
export interface CallbackAddresses {
  /** Base address: each event goes to the path `${callbackUrl}/${event}`; a query is kept. */
  readonly callbackUrl?: string | undefined;
  /**
   * Addresses of single events; `false` switches an event off. Without one for `bot-event`, what happens
   * to a bot goes to the addresses of its own `webhook` integrations that are on this machine, or on the host
   * of `callbackUrl`.
   */
  readonly callbackUrls?:
    Readonly<Partial<Record<ImEmulatorEvent, string | false | undefined>>> | undefined;
}

/**
 * Reads the address of callbacks.
 * @throws TypeError when it is no http(s) URL; the message leaves the address out, as it may hold
 * credentials.
 */
export function parseCallbackAddress(address: string, option: string): URL {
  const url = readAddress(address);
  if (url !== undefined) return url;
  throw new TypeError(
    `${option} is an absolute http(s) URL, such as http://127.0.0.1:3000/im/callbacks.`,
  );
}

/** An address as it may be shown: credentials and query can be secrets. */
export function shownAddress({ origin, pathname }: URL): string {
  return origin + pathname;
}

/** The addresses of one app's callbacks. */
export class CallbackAddressBook {
  private base: URL | undefined;
  private readonly single = new Map<ImEmulatorEvent, URL | false>();

  /** @throws TypeError when one is no http(s) URL; Error when there is no such event. */
  constructor({ callbackUrl, callbackUrls = {} }: CallbackAddresses) {
    this.setBase(callbackUrl);
    for (const [event, url] of Object.entries(callbackUrls)) {
      this.set(event as ImEmulatorEvent, url);
    }
  }

  /** Replaces the base address; addresses of single events stay. */
  setBase(url: string | undefined): void {
    this.base = url === undefined ? undefined : parseCallbackAddress(url, 'callbackUrl');
  }

  /** Replaces the address of one event: `false` switches it off, undefined has it follow the base. */
  set(event: ImEmulatorEvent, url: string | false | undefined): void {
    // Only the type keeps a misspelt event out; one would never be sent.
    rulesOf(event);
    if (url === undefined) this.single.delete(event);
    else if (url === false) this.single.set(event, false);
    else this.single.set(event, parseCallbackAddress(url, `callbackUrls['${event}']`));
  }

  /** The address of an event, when it has one. */
  of(event: ImEmulatorEvent): URL | undefined {
    const { base } = this;
    const single = this.single.get(event);
    if (single !== undefined) return single === false ? undefined : single;
    return base === undefined ? undefined : addressBelow(base, event);
  }

  /**
   * The address of an event that brings one of its own, unless its address is set here, or it is off. It
   * comes with a call, so only this machine and the host of the base address are trusted: whoever tries
   * a call must not post to strangers.
   */
  ofOwn(event: ImEmulatorEvent, own: string): URL | undefined {
    if (this.single.has(event)) return this.of(event);
    const url = readAddress(own);
    if (url === undefined || LOOPBACK_HOST.test(url.hostname)) return url;
    return url.host === this.base?.host ? url : undefined;
  }
}

function readAddress(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && PROTOCOLS.has(url.protocol) ? url : undefined;
}

/** The address of one event below a base address; the query of the base address is kept. */
function addressBelow(base: URL, event: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${event}`;
  return url;
}
