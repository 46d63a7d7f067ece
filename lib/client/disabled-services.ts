/** How long a service that is off is not asked again, in milliseconds. */
export const DISABLED_MS = 30_000;

/** Far more than there are services; calls of paths that this package does not know count as one each. */
const MOST_REMEMBERED = 1_000;

/** A service that was found to be off. */
export class DisabledService {
  readonly #now: () => number;
  #askAgainAt: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#askAgainAt = now() + DISABLED_MS;
  }

  /** How long a call is held back, in milliseconds; 0 for the one that asks whether the service is on. */
  heldBackMs(): number {
    const now = this.#now();
    if (now < this.#askAgainAt) return this.#askAgainAt - now;
    this.#askAgainAt = now + DISABLED_MS;
    return 0;
  }

  /** The call that asked has brought no answer: the next one asks. */
  askAgain(): void {
    this.#askAgainAt = this.#now();
  }
}

/**
 * Remembers which services the console has switched off for an app: a service that is off answers
 * repeated calls with refusals by quota, and other calls of the app may pay for it.
 *
 * Calls of such a service are held back for 30 s. The first one after that asks again; the others are
 * held back until it was answered.
 */
export class DisabledServices {
  readonly #services = new Map<string, DisabledService>();
  readonly #now: () => number;

  /** @param now The clock, in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What is known of a service that was found to be off. */
  get(service: string): DisabledService | undefined {
    return this.#services.get(service);
  }

  /** The service was found to be off. */
  add(service: string): void {
    this.#services.delete(service);
    const [oldest] = this.#services.keys();
    if (oldest !== undefined && this.#services.size >= MOST_REMEMBERED) {
      this.#services.delete(oldest);
    }
    this.#services.set(service, new DisabledService(this.#now));
  }

  /** The service was found to be on. */
  delete(service: string): void {
    this.#services.delete(service);
  }
}
