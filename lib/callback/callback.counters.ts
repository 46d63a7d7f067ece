import type {
  ImCallbackEvent,
  ImDurableEventReport,
  ImHooks,
  ImVerdictEvent,
} from '../im.hooks.js';
import { IM_EVENTS } from './events/event.map.js';

/** What has become of the callbacks of one event of one app since the process began. */
export interface ImCallbackCount {
  /** Name of the app; empty for callbacks that could not be given to one. */
  readonly app: string;
  /** The event; `unknown` for all that have no handler. */
  readonly event: string;
  readonly received: number;
  /** Genuine, fresh and well-formed. */
  readonly verified: number;
  /** Repetitions that got the first answer again. */
  readonly duplicate: number;
  /** Not signed by the platform, or with a used signature. More than 0 means a wrong secret or an attack. */
  readonly forged: number;
  /** Signed too long ago, or ahead of this clock. */
  readonly stale: number;
  /** Refused for another reason: address, form, size or type of the body. */
  readonly refused: number;
  /** Answered 500, or with the verdict of `onError`. */
  readonly failed: number;
  /** Verdicts that the handler gave too late, or that were written after the platform's time. */
  readonly lateVerdicts: number;
  /** Durable events that were handled here. */
  readonly durablyHandled: number;
  /** Durable events that failed too often here. */
  readonly deadLettered: number;
  /** How far the last durable event was behind its callback when its handler ended, in milliseconds. */
  readonly lagMs: number;
}

/** The hooks that an `ImCallbackCounters` counts by. */
export type ImCallbackCounterHooks = {
  readonly [Hook in 'onCallback' | 'onVerdict' | 'onDurableEvent']: NonNullable<ImHooks[Hook]>;
};

type Count = { -readonly [Name in keyof ImCallbackCount]: ImCallbackCount[Name] };

const FORGED = new Set(['signature-missing', 'signature-invalid', 'replayed']);

/**
 * Counts callbacks by event, for metrics of any kind. Labels are app and event alone, so there are
 * never many.
 *
 * @example
 * ```ts
 * const counters = new ImCallbackCounters();
 * ImModule.forRoot({ ...options, hooks: counters.hooks });
 * for (const count of counters.list()) gauge.set({ event: count.event }, count.forged);
 * ```
 */
export class ImCallbackCounters {
  readonly #counts = new Map<string, Count>();

  /** To be given to the module, alone or together with hooks of your own. */
  readonly hooks: ImCallbackCounterHooks = {
    onCallback: (event) => {
      this.#countCallback(event);
    },
    onVerdict: (event) => {
      this.#countVerdict(event);
    },
    onDurableEvent: (event) => {
      this.#countDurable(event);
    },
  };

  /** The counts of all events that have come. */
  list(): ImCallbackCount[] {
    return [...this.#counts.values()].map((count) => ({ ...count }));
  }

  #countCallback({ app, event, outcome, reason = '' }: ImCallbackEvent): void {
    const count = this.#of(app, event);
    count.received++;
    if (outcome !== 'rejected') count.verified++;
    else if (FORGED.has(reason)) count.forged++;
    else if (reason === 'timestamp-stale') count.stale++;
    else count.refused++;
    if (outcome === 'duplicate') count.duplicate++;
    if (outcome === 'failed') count.failed++;
  }

  #countVerdict({ app, event, inTime, reason }: ImVerdictEvent): void {
    if (!inTime || reason === 'handler-late') this.#of(app, event).lateVerdicts++;
  }

  #countDurable({ app, event, lagMs, outcome }: ImDurableEventReport): void {
    const count = this.#of(app, event);
    count.lagMs = lagMs;
    if (outcome === 'handled') count.durablyHandled++;
    if (outcome === 'dead') count.deadLettered++;
  }

  #of(app: string | undefined, received: string): Count {
    // The name of an unknown event comes from an address that anybody can call.
    const event = Object.hasOwn(IM_EVENTS, received) ? received : 'unknown';
    const key = `${app ?? ''}:${event}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const count = emptyCount(app ?? '', event);
    this.#counts.set(key, count);
    return count;
  }
}

function emptyCount(app: string, event: string): Count {
  return {
    app,
    event,
    received: 0,
    verified: 0,
    duplicate: 0,
    forged: 0,
    stale: 0,
    refused: 0,
    failed: 0,
    lateVerdicts: 0,
    durablyHandled: 0,
    deadLettered: 0,
    lagMs: 0,
  };
}
