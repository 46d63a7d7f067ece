/** A way in which a host fails. */
export type ImEmulatorFault = ImEmulatorRefusal | ImEmulatorRequestFault;

/** The host accepts no connection; the ones it has are closed. */
export interface ImEmulatorRefusal {
  readonly kind: 'refuse';
}

/** Requests fail; without narrowing, all of them until `recover()`. */
export type ImEmulatorRequestFault = ImEmulatorFaultKind & {
  /** Only requests to this path. */
  readonly path?: string | undefined;
  /** How many requests fail; after that the host is well again. */
  readonly times?: number | undefined;
  /** Share of the requests that fail, 0 to 1; chosen by a seeded generator. */
  readonly share?: number | undefined;
  /** Seed of that choice. Default 1. */
  readonly seed?: number | undefined;
};

/** What happens to a request that fails. */
export type ImEmulatorFaultKind =
  | {
      /**
       * `hang` never answers; `reset-before` resets the connection and leaves the state as it was;
       * `reset-after` carries the operation out first; `malformed` answers 200 with something that
       * is not JSON.
       */
      readonly kind: 'hang' | 'reset-before' | 'reset-after' | 'malformed';
    }
  | {
      readonly kind: 'status';
      /** Default 500. */
      readonly status?: number | undefined;
      /**
       * A return code in a JSON body as the service has it; `true` chooses one that goes with the
       * status. Without, the body is a gateway's page.
       */
      readonly withCode?: boolean | number | undefined;
    };

const KINDS = ['refuse', 'hang', 'reset-before', 'reset-after', 'malformed', 'status'];

/**
 * Refuses a fault that means nothing.
 * @throws TypeError or RangeError
 */
export function checkFault(fault: ImEmulatorFault): void {
  if (!KINDS.includes(fault.kind)) {
    throw new TypeError(`kind is one of ${KINDS.join(', ')}, got ${fault.kind}.`);
  }
  if (fault.kind === 'refuse') return;
  const { share = 1, times = 1 } = fault;
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share is from 0 to 1, got ${share}.`);
  if (!(times >= 1)) throw new RangeError(`times is at least 1, got ${times}.`);
  const { status = 500 } = fault.kind === 'status' ? fault : {};
  if (!(Number.isInteger(status) && status >= 200 && status <= 599)) {
    throw new RangeError(`status is a whole number from 200 to 599, got ${status}.`);
  }
}

/** Decides which requests meet the fault. */
export class FaultPlan {
  private remaining: number;
  private readonly random: () => number;

  constructor(readonly fault: ImEmulatorRequestFault) {
    this.remaining = fault.times ?? Infinity;
    this.random = seededRandom(fault.seed ?? 1);
  }

  /** Whether a request to `path` fails; counts it when it does. */
  takes(path: string): boolean {
    const { path: only, share = 1 } = this.fault;
    if (this.remaining <= 0 || (only !== undefined && only !== path)) return false;
    if (share < 1 && this.random() >= share) return false;
    this.remaining -= 1;
    return true;
  }
}

/** Return codes that go with a status; 1000 is the service's "internal error". */
const CODES_OF_STATUS: Readonly<Record<number, number>> = {
  400: 1002,
  401: 1004,
  403: 1006,
  404: 404,
  429: 1008,
  430: 1009,
  504: 1050,
};
const INTERNAL_ERROR = 1000;

/** The return code of a `status` fault; undefined for a gateway's page. */
export function codeOfFault(status: number, withCode: boolean | number): number | undefined {
  if (typeof withCode === 'number') return withCode;
  return withCode ? (CODES_OF_STATUS[status] ?? INTERNAL_ERROR) : undefined;
}

/** Mulberry32: small, and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
