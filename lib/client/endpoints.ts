const HOLD_MS = 30_000;
const LONGEST_PROBE_INTERVAL_MS = 300_000;
const FAILURES_BEFORE_MOVE = 2;

/** Where an attempt goes. */
export interface ChosenEndpoint {
  readonly endpoint: string;
  /** The attempt asks whether the primary is back. */
  readonly probe: boolean;
}

/** How an attempt went, as far as the host is concerned. */
export type EndpointOutcome =
  /** It answered, whatever it answered, but for a 5xx. */
  | 'answered'
  /** No connection could be made. */
  | 'unreachable'
  /** It did not answer in time, broke the connection or answered 5xx. */
  | 'failing';

/**
 * Chooses the host of each attempt of an app.
 *
 * One failed connection, or two other failures in a row, move the app to the next host; at most one
 * move in 30 s, so that a storm of errors makes one. The way back to the primary is a probe: one
 * call that is safe to repeat, not before 30 s, then after twice the time, up to 5 minutes. When the
 * backup fails as well, the app moves on to the primary too, unless a probe has just found it down.
 */
export class Endpoints {
  readonly #endpoints: readonly [primary: string, ...backups: string[]];
  readonly #now: () => number;
  #current = 0;
  #failures = 0;
  #movedAt = Number.NEGATIVE_INFINITY;
  #probing = false;
  #probeAt = 0;
  #probeIntervalMs = HOLD_MS;

  /** @param now The clock, in milliseconds. */
  constructor(endpoints: readonly [primary: string, ...backups: string[]], now: () => number) {
    this.#endpoints = endpoints;
    this.#now = now;
  }

  /** The host for the next attempt; only an attempt that is safe to repeat may be a probe. */
  choose(idempotent: boolean): ChosenEndpoint {
    const [primary] = this.#endpoints;
    if (this.#current !== 0 && idempotent && !this.#probing && this.#now() >= this.#probeAt) {
      this.#probing = true;
      return { endpoint: primary, probe: true };
    }
    return { endpoint: this.#endpoints[this.#current] ?? primary, probe: false };
  }

  /** Notes how an attempt went. Every chosen endpoint is reported on or abandoned. */
  report({ endpoint, probe }: ChosenEndpoint, outcome: EndpointOutcome): void {
    if (probe) {
      this.#probed(outcome);
    } else if (endpoint === this.#endpoints[this.#current]) {
      this.#failures = outcome === 'answered' ? 0 : this.#failures + 1;
      if (outcome === 'unreachable' || this.#failures >= FAILURES_BEFORE_MOVE) this.#moveOn();
    }
  }

  /** The attempt ended without saying anything about the host: the caller gave up. */
  abandon({ probe }: ChosenEndpoint): void {
    if (probe) this.#probing = false;
  }

  #probed(outcome: EndpointOutcome): void {
    this.#probing = false;
    if (outcome === 'answered') {
      this.#moveTo(0);
    } else {
      this.#probeIntervalMs = Math.min(this.#probeIntervalMs * 2, LONGEST_PROBE_INTERVAL_MS);
      this.#probeAt = this.#now() + this.#probeIntervalMs;
    }
  }

  #moveOn(): void {
    const now = this.#now();
    if (this.#endpoints.length === 1 || now - this.#movedAt < HOLD_MS) return;
    const next = (this.#current + 1) % this.#endpoints.length;
    const isKnownDown = next === 0 && this.#probeIntervalMs > HOLD_MS && now < this.#probeAt;
    if (!isKnownDown) this.#moveTo(next);
  }

  #moveTo(index: number): void {
    this.#current = index;
    this.#failures = 0;
    this.#movedAt = this.#now();
    this.#probeIntervalMs = HOLD_MS;
    this.#probeAt = this.#movedAt + HOLD_MS;
  }
}
