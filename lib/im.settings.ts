import { Logger, type LoggerService } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import type { ImClaimStore } from './callback/claims/claim.store.js';
import type { ImEventStream } from './callback/durable/event.stream.js';
import { MemoryEventStream } from './callback/durable/memory-event.stream.js';
import { MemoryClaimStore } from './callback/claims/memory-claim.store.js';
import { DATA_CENTERS } from './client/data-centers.js';
import { LocalRateLimiter } from './client/local-rate-limiter.js';
import type { ImRateLimiter } from './client/rate-limiter.js';
import { ImConfigError } from './errors/config.error.js';
import type { ImHooks } from './im.hooks.js';
import { positive, wholeNumber } from './whole-number.option.js';
import { allowedIps, checkedSecret, oneOf, previousSecrets } from './im.safe-options.js';
import type {
  ImDurableOptions,
  ImKeepAliveOptions,
  ImModuleOptions,
  ImRetryOptions,
} from './im.options.js';

/** The options of an app, checked and with every default filled in. */
export interface ImSettings {
  readonly appKey: string;
  /** @throws ImConfigError when it brings no text; by rejection when it is asynchronous. */
  readonly appSecret: () => string | Promise<string>;
  readonly endpoints: readonly [primary: string, ...backups: string[]];
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly retry: ImRetryOptions;
  readonly dedupeSends: boolean;
  readonly limiter: ImRateLimiter | undefined;
  readonly keepAlive: ImKeepAliveOptions;
  readonly validate: boolean;
  readonly shutdownTimeoutMs: number;
  readonly dispatcher: Dispatcher | undefined;
  readonly callbacks: ImCallbackSettings;
  readonly hooks: ImHooks;
  readonly logger: LoggerService;
}

/** The callback options of an app, with every default filled in. */
export interface ImCallbackSettings {
  /** A function, so that inspection and serialisation do not show them. */
  readonly previousSecrets: () => readonly string[];
  readonly toleranceMs: number;
  readonly replay: 'reject' | 'count';
  readonly claims: ImClaimStore;
  readonly onClaimsFailure: 'accept' | 'refuse';
  readonly durable: ImDurableSettings;
  readonly allowedIps: readonly string[] | undefined;
  readonly maxBodyBytes: number;
}

/** The options of durable events, with every default filled in. */
export interface ImDurableSettings {
  readonly stream: ImEventStream;
  readonly consume: boolean;
  readonly concurrency: number;
  readonly retry: ImRetryOptions;
}

const OPTION_KEYS = {
  options: [
    'appKey',
    'appSecret',
    'dataCenter',
    'endpoints',
    'timeoutMs',
    'deadlineMs',
    'retry',
    'dedupeSends',
    'rateLimit',
    'keepAlive',
    'validate',
    'allowHttp',
    'shutdownTimeoutMs',
    'dispatcher',
    'callbacks',
    'hooks',
    'logger',
  ],
  retry: ['attempts', 'baseDelayMs', 'maxDelayMs'],
  keepAlive: ['maxConnections', 'idleMs', 'maxUses'],
  callbacks: [
    'previousSecrets',
    'toleranceMs',
    'replay',
    'claims',
    'onClaimsFailure',
    'durable',
    'allowedIps',
    'maxBodyBytes',
  ],
  durable: ['stream', 'consume', 'concurrency', 'retry'],
  hooks: [
    'onRequest',
    'onResponse',
    'onError',
    'onRetry',
    'onWait',
    'onCallback',
    'onVerdict',
    'onDurableEvent',
  ],
} as const;

/** Largest callback body where the app says nothing, in bytes. */
export const DEFAULT_MAX_BODY_BYTES = 524_288;

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks the options of an app and fills in the defaults.
 * @throws ImConfigError that names the option and what it may be.
 */
export function resolveSettings(options: ImModuleOptions): ImSettings {
  refuseUnknownKeys('options', options);
  const { appKey, appSecret, callbacks = {}, rateLimit = 'local', hooks = {} } = options;
  const { logger = new Logger('RongCloudIm') } = options;
  requireText('appKey', appKey);
  if (typeof appSecret !== 'function') requireText('appSecret', appSecret);
  refuseUnknownKeys('callbacks', callbacks);
  refuseUnknownKeys('hooks', hooks);

  return {
    appKey,
    appSecret: typeof appSecret === 'function' ? checkedSecret(appSecret) : () => appSecret,
    endpoints: resolveEndpoints(options),
    timeoutMs: positive('timeoutMs', options.timeoutMs, 5_000),
    deadlineMs: positive('deadlineMs', options.deadlineMs, 15_000),
    retry: resolveRetry(options.retry),
    dedupeSends: options.dedupeSends ?? false,
    limiter: resolveLimiter(rateLimit),
    keepAlive: resolveKeepAlive(options.keepAlive ?? {}),
    validate: options.validate ?? true,
    shutdownTimeoutMs: positive('shutdownTimeoutMs', options.shutdownTimeoutMs, 5_000),
    dispatcher: options.dispatcher,
    callbacks: {
      previousSecrets: previousSecrets(callbacks.previousSecrets ?? []),
      toleranceMs: positive('callbacks.toleranceMs', callbacks.toleranceMs, 900_000),
      replay: oneOf('callbacks.replay', callbacks.replay ?? 'reject', ['reject', 'count']),
      claims: callbacks.claims ?? memoryClaims(logger),
      onClaimsFailure: oneOf('callbacks.onClaimsFailure', callbacks.onClaimsFailure ?? 'accept', [
        'accept',
        'refuse',
      ]),
      durable: resolveDurable(callbacks.durable ?? {}),
      allowedIps: callbacks.allowedIps && allowedIps(callbacks.allowedIps),
      maxBodyBytes: positive(
        'callbacks.maxBodyBytes',
        callbacks.maxBodyBytes,
        DEFAULT_MAX_BODY_BYTES,
      ),
    },
    hooks,
    logger,
  };
}

function resolveEndpoints(options: ImModuleOptions): ImSettings['endpoints'] {
  const { dataCenter, endpoints, allowHttp = false } = options;
  if ((dataCenter === undefined) === (endpoints === undefined)) {
    throw new ImConfigError(
      'Give either `dataCenter` (the data centre that the app was created in: ' +
        `${Object.keys(DATA_CENTERS).join(', ')}) or \`endpoints\`, not ${
          dataCenter === undefined ? 'none of them' : 'both'
        }.`,
    );
  }
  if (dataCenter !== undefined) {
    if (!Object.hasOwn(DATA_CENTERS, dataCenter)) {
      throw new ImConfigError(
        `Unknown data centre ${JSON.stringify(dataCenter)}; it is one of ${Object.keys(DATA_CENTERS).join(', ')}.`,
      );
    }
    return DATA_CENTERS[dataCenter];
  }
  const [primary, ...backups] = endpoints.map((endpoint) => checkEndpoint(endpoint, allowHttp));
  if (primary === undefined) throw new ImConfigError('`endpoints` holds no address.');
  return [primary, ...backups];
}

function checkEndpoint(endpoint: string, allowHttp: boolean): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ImConfigError(`The endpoint ${JSON.stringify(endpoint)} is not an http(s) address.`);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ImConfigError(
      `An endpoint is scheme, host and port only; ${url.origin} came with more.`,
    );
  }
  if (url.protocol === 'http:' && !allowHttp && !LOOPBACK_HOST.test(url.hostname)) {
    throw new ImConfigError(
      `The endpoint ${url.origin} is not encrypted, and the signature protects neither path nor body. ` +
        'Use https, or set `allowHttp: true` if the network between is yours.',
    );
  }
  return url.origin;
}

function memoryClaims(logger: LoggerService): MemoryClaimStore {
  const onEviction = (): void => {
    logger.warn(
      'The claim store is full: callbacks are forgotten early, so a repetition may be handled again.',
    );
  };
  return new MemoryClaimStore({ onEviction });
}

function resolveRetry(retry: ImModuleOptions['retry']): ImRetryOptions {
  if (retry === false) return { attempts: 1, baseDelayMs: 0, maxDelayMs: 0 };
  return retryOptions('retry', retry, { attempts: 3, baseDelayMs: 100, maxDelayMs: 2_000 });
}

function retryOptions(
  name: string,
  retry: Partial<ImRetryOptions> | undefined,
  defaults: ImRetryOptions,
): ImRetryOptions {
  refuseUnknownKeys('retry', retry ?? {}, name);
  return {
    attempts: positive(`${name}.attempts`, retry?.attempts, defaults.attempts),
    baseDelayMs: positive(`${name}.baseDelayMs`, retry?.baseDelayMs, defaults.baseDelayMs),
    maxDelayMs: positive(`${name}.maxDelayMs`, retry?.maxDelayMs, defaults.maxDelayMs),
  };
}

function resolveDurable(durable: ImDurableOptions): ImDurableSettings {
  refuseUnknownKeys('durable', durable, 'callbacks.durable');
  const { concurrency, consume = true, retry, stream } = durable;
  if (!consume && stream === undefined) {
    throw new ImConfigError(
      'With `callbacks.durable.consume: false`, durable events are handled by another process: give ' +
        '`callbacks.durable.stream` a stream that it shares, such as a RedisEventStream.',
    );
  }
  const defaults = { attempts: 8, baseDelayMs: 500, maxDelayMs: 60_000 };
  return {
    stream: stream ?? new MemoryEventStream(),
    consume,
    concurrency: positive('callbacks.durable.concurrency', concurrency, 64),
    retry: retryOptions('callbacks.durable.retry', retry, defaults),
  };
}

function resolveKeepAlive(keepAlive: Partial<ImKeepAliveOptions>): ImKeepAliveOptions {
  refuseUnknownKeys('keepAlive', keepAlive);
  return {
    maxConnections: positive('keepAlive.maxConnections', keepAlive.maxConnections, 64),
    idleMs: positive('keepAlive.idleMs', keepAlive.idleMs, 50_000),
    maxUses: wholeNumber('keepAlive.maxUses', keepAlive.maxUses, 80, 2),
  };
}

function resolveLimiter(rateLimit: 'local' | 'off' | ImRateLimiter): ImRateLimiter | undefined {
  if (rateLimit === 'off') return undefined;
  return rateLimit === 'local' ? new LocalRateLimiter() : rateLimit;
}

function refuseUnknownKeys(
  group: keyof typeof OPTION_KEYS,
  value: object,
  name: string = group,
): void {
  const allowed: readonly string[] = OPTION_KEYS[group];
  const unknown = Object.keys(value).filter((key) => !allowed.includes(key));
  if (unknown.length > 0) {
    const prefix = group === 'options' ? '' : `${name}.`;
    throw new ImConfigError(
      `Unknown option ${unknown.map((key) => `\`${prefix}${key}\``).join(', ')}; ` +
        `allowed here: ${allowed.join(', ')}.`,
    );
  }
}

function requireText(name: string, value: unknown): void {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new ImConfigError(`\`${name}\` is missing: copy it from the vendor's console.`);
  }
}
