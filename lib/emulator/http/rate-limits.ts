import type { CatalogueOperation, CatalogueRateLimit } from '../../catalogue/catalogue.types.js';
import { isRecord } from '../is-record.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import { SlidingWindow } from './sliding-window.js';

/** Return code of a call beyond the limit; the HTTP status is 429. */
export const RATE_LIMIT_EXCEEDED = 1008;

/** The documented limit of an operation, and what of a call counts towards it. */
export interface Quota {
  readonly bucket: string;
  readonly limit: number;
  readonly perSeconds: number;
  readonly unit: CatalogueRateLimit['unit'];
  /** The parameter whose values count; absent where each request counts 1. */
  readonly targets?: string;
}

const MILLISECONDS_PER_SECOND = 1_000;

/** The quota of an operation; undefined where none is documented. */
export function quotaOf(operation: CatalogueOperation): Quota | undefined {
  const { rateLimit, path } = operation;
  if (rateLimit === undefined) return undefined;
  const targets = rateLimit.unit === 'requests' ? undefined : targetsOf(operation);
  return { bucket: path, ...rateLimit, ...(targets === undefined ? {} : { targets }) };
}

/** The list of targets is the one that is limited, or else the one that must be there. */
function targetsOf({ batchLimit, parameters }: CatalogueOperation): string | undefined {
  return (
    batchLimit?.parameter ??
    parameters.find(({ list, required }) => list !== undefined && required)?.name
  );
}

/** What a call counts for: its targets, or 1. */
export function costOf({ targets }: Quota, { values }: OperationParameters): number {
  const value = targets === undefined ? undefined : values[targets];
  if (Array.isArray(value)) return value.length;
  return isRecord(value) ? Object.keys(value).length : 1;
}

/** How much of their quotas the apps have used, on both hosts together. */
export class RateLimits {
  private readonly windows = new WeakMap<object, Map<string, SlidingWindow>>();

  /** Takes `cost` from a quota of `app`, or says why the call is beyond it. */
  take(app: object, quota: Quota, cost: number, now: number): string | undefined {
    const window = this.windowOf(app, quota);
    return window.take(now, cost) ? undefined : describe(quota, window.used(now), cost);
  }

  /** Says why not even a call that counts 1 has room; takes nothing. */
  refusesAny(app: object, quota: Quota, now: number): string | undefined {
    const used = this.windowOf(app, quota).used(now);
    return used < quota.limit ? undefined : describe(quota, used, 1);
  }

  private windowOf(app: object, { bucket, limit, perSeconds }: Quota): SlidingWindow {
    const windows = this.windows.get(app) ?? new Map<string, SlidingWindow>();
    this.windows.set(app, windows);
    const window =
      windows.get(bucket) ?? new SlidingWindow(limit, perSeconds * MILLISECONDS_PER_SECOND);
    windows.set(bucket, window);
    return window;
  }
}

function describe(quota: Quota, used: number, cost: number): string {
  const { limit, perSeconds, unit, bucket } = quota;
  const ofCall = used < limit ? ` and this call has ${cost}` : '';
  return `At most ${limit} ${unit} within ${perSeconds} s are allowed at ${bucket}; ${used} are used${ofCall}`;
}
