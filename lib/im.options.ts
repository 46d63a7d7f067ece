import type { LoggerService } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import type { ImClaimStore } from './callback/claims/claim.store.js';
import type { ImEventStream } from './callback/durable/event.stream.js';
import type { DataCenter } from './client/data-centers.js';
import type { ImHooks } from './im.hooks.js';
import type { ImRateLimiter } from './client/rate-limiter.js';

/** Settings of one app: an App Key and App Secret pair in one data centre. */
export type ImModuleOptions = ImAppOptions & ImHostOptions;

/** Where the app lives: a data centre of the vendor, or addresses of your own. Exactly one of both. */
export type ImHostOptions =
  | {
      /** The data centre the app was created in. */
      readonly dataCenter: DataCenter;
      readonly endpoints?: undefined;
    }
  | {
      /**
       * Base addresses, the primary first (`['https://api.example.com', 'https://api-b.example.com']`).
       * Plain `http://` is refused unless the host is loopback or `allowHttp` is set.
       */
      readonly endpoints: readonly string[];
      readonly dataCenter?: undefined;
    };

/** Everything about an app but its hosts. */
export interface ImAppOptions {
  /** The App Key, from the console. */
  readonly appKey: string;
  /**
   * The App Secret, or a function that returns it. The function is asked before every attempt, so a
   * rotated secret needs no restart; cache inside it if asking is expensive.
   */
  readonly appSecret: string | (() => string | Promise<string>);
  /** Longest time for one attempt, waiting for a connection included, in milliseconds. Default 5000. */
  readonly timeoutMs?: number | undefined;
  /** Longest time for a call with its waits and retries, in milliseconds. Default 15000. */
  readonly deadlineMs?: number | undefined;
  /** Retries, or `false` for none. Default: 3 attempts, 100 ms base delay, 2000 ms at most. */
  readonly retry?: Partial<ImRetryOptions> | false | undefined;
  /**
   * The vendor's support has enabled `msgRandom` for the app: each send that has one and was given none
   * gets a number of its own, and is repeated after a lost reply within the minute in which the service
   * drops repetitions. Where it is not enabled, this sends messages twice. Default false.
   */
  readonly dedupeSends?: boolean | undefined;
  /**
   * `local` (default) keeps this process within the documented quotas; a `LocalRateLimiter` of your
   * own knows quotas that were raised, a limiter of your own shares them between processes; `off`
   * leaves it to the service to refuse.
   */
  readonly rateLimit?: 'local' | 'off' | ImRateLimiter | undefined;
  /** Connections to each host. Default: 64 at most, closed after 50 s idle or 80 uses. */
  readonly keepAlive?: Partial<ImKeepAliveOptions> | undefined;
  /** Check inputs before they are sent. Default true. */
  readonly validate?: boolean | undefined;
  /** Allow plain `http://` endpoints that are not loopback. Default false. */
  readonly allowHttp?: boolean | undefined;
  /** How long a shutdown waits for calls under way, in milliseconds. Default 5000. */
  readonly shutdownTimeoutMs?: number | undefined;
  /**
   * A dispatcher of undici 7 or later to send through, such as a `ProxyAgent`; it stays yours to
   * close. One that retries by itself would send messages twice.
   */
  readonly dispatcher?: Dispatcher | undefined;
  /** How callbacks of this app are received. */
  readonly callbacks?: ImCallbackOptions | undefined;
  /** Functions that are told what happens, for metrics and logs. */
  readonly hooks?: ImHooks | undefined;
  /** Where log lines go. Default: Nest's logger. */
  readonly logger?: LoggerService | undefined;
}

/** How failed attempts are repeated; waits grow from `baseDelayMs` with full jitter. */
export interface ImRetryOptions {
  /** Attempts in all, the first included. Default 3. */
  readonly attempts: number;
  /** Upper bound of the first wait, doubled for each later one, in milliseconds. Default 100. */
  readonly baseDelayMs: number;
  /** Upper bound of any wait, in milliseconds. Default 2000. */
  readonly maxDelayMs: number;
}

/** The connection policy; the vendor advises at most 55 s idle and 80 uses. */
export interface ImKeepAliveOptions {
  /** Connections to one host. Default 64. */
  readonly maxConnections: number;
  /** Idle time after which a connection is closed, in milliseconds. Default 50000. */
  readonly idleMs: number;
  /** Requests after which a connection is closed. Default 80. */
  readonly maxUses: number;
}

/** How callbacks of an app are checked and answered. */
export interface ImCallbackOptions {
  /** Secrets that are still accepted while the App Secret is being replaced. */
  readonly previousSecrets?: readonly string[] | undefined;
  /** How far a callback's timestamp may be from this machine's clock, in milliseconds. Default 900000. */
  readonly toleranceMs?: number | undefined;
  /**
   * What a signature is that comes again with another body or to another address: refused (default), or
   * only counted.
   */
  readonly replay?: 'reject' | 'count' | undefined;
  /** Where handled callbacks are remembered. Default: in this process, a million at most. */
  readonly claims?: ImClaimStore | undefined;
  /**
   * What becomes of callbacks while that memory fails: `accept` (default) handles them without it, so
   * that one may be handled twice; `refuse` answers 500, and a verdict event by its `onError`.
   */
  readonly onClaimsFailure?: 'accept' | 'refuse' | undefined;
  /** How durable handlers get their events. */
  readonly durable?: ImDurableOptions | undefined;
  /** Addresses that callbacks may come from; absent means any. */
  readonly allowedIps?: readonly string[] | undefined;
  /** Largest callback body in bytes. Default 524288. */
  readonly maxBodyBytes?: number | undefined;
}

/** How durable handlers (`@OnImEvent(event, { durable: true })`) get their events. */
export interface ImDurableOptions {
  /**
   * Where events wait. Default: in the memory of this process, which loses them when it ends. It is
   * closed with the application.
   */
  readonly stream?: ImEventStream | undefined;
  /** Whether this process handles events, besides receiving callbacks. Default true. */
  readonly consume?: boolean | undefined;
  /** Events that this process handles at once, each of another conversation. Default 64. */
  readonly concurrency?: number | undefined;
  /**
   * How a handler that fails is repeated before its event becomes a dead letter. Default: 8 attempts,
   * 500 ms base delay, 60000 ms at most. The other events of its conversation wait meanwhile.
   */
  readonly retry?: Partial<ImRetryOptions> | undefined;
}

/** Settings of a single call. */
export interface ImCallOptions {
  /** Ends the call with an `ImAbortedError`, waits included. */
  readonly signal?: AbortSignal | undefined;
  /** Overrides `timeoutMs` for this call. */
  readonly timeoutMs?: number | undefined;
  /** Overrides `deadlineMs` for this call. */
  readonly deadlineMs?: number | undefined;
  /** `false` makes one attempt and no more. */
  readonly retry?: false | undefined;
  /** Is told about the reply when the call has succeeded. */
  readonly onResponse?: ((meta: ImResponseMeta) => void) | undefined;
}

/** What a successful call was, besides its result. */
export interface ImResponseMeta {
  /** Id of the last attempt (`X-Request-ID`); quote it to the vendor's support. */
  readonly requestId: string;
  /** HTTP status. */
  readonly status: number;
  /** Base address that answered. */
  readonly endpoint: string;
  /** Attempts that the call took. */
  readonly attempts: number;
  /** Time from the call to its result, in milliseconds. */
  readonly durationMs: number;
  /** Reply headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
