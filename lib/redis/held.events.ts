import type { ImDurableDelivery, ImDurableEvent } from '../callback/durable/event.stream.js';

/** An event that a worker has taken and not acknowledged yet. */
export interface HeldEvent {
  readonly id: string;
  readonly conversation: string;
  readonly deliveries: number;
  /** Undefined when it is in Redis only, until its turn comes. */
  event: ImDurableEvent | undefined;
}

/** Events fetched or acknowledged by one command at most. */
export const EVENTS_AT_ONCE = 500;

/** Events of a partition held at most, most of them by their ids. */
const MOST_EVENTS = 10_000;

/** What a worker holds of a partition. */
export class HeldEvents {
  readonly #events = new Map<string, HeldEvent>();
  #inMemory = 0;

  /** @param prefetch Events held with their bodies, at most. */
  constructor(private readonly prefetch: number) {}

  /** How many events may be fetched now. */
  get room(): number {
    return Math.min(
      this.prefetch - this.#inMemory,
      MOST_EVENTS - this.#events.size,
      EVENTS_AT_ONCE,
    );
  }

  add({ id, event, deliveries }: ImDurableDelivery): HeldEvent {
    const held = { id, event, deliveries, conversation: event.conversation };
    this.#events.set(id, held);
    this.#inMemory++;
    return held;
  }

  delete(id: string): void {
    if (this.#events.get(id)?.event !== undefined) this.#inMemory--;
    this.#events.delete(id);
  }

  /** Forgets the bodies of those that are not needed now, which makes room for others. */
  forgetBodies(isNeeded: (id: string) => boolean): void {
    for (const held of this.#events.values()) {
      if (held.event === undefined || isNeeded(held.id)) continue;
      held.event = undefined;
      this.#inMemory--;
    }
  }
}
