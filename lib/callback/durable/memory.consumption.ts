import { within } from '../time-limit.js';
import { ConversationQueue } from './conversation.queue.js';
import type {
  ImConsumption,
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
} from './event.stream.js';

/** An event in a `MemoryEventStream`. */
export interface StoredEvent {
  readonly id: string;
  readonly event: ImDurableEvent;
  /** Grows when a consumption ends that has not finished it. */
  deliveries: number;
}

/** What a `MemoryConsumption` works with. */
export interface MemoryConsumptionOptions {
  readonly concurrency: number;
  readonly handle: (delivery: ImDurableDelivery) => Promise<ImDurableOutcome>;
  readonly onOutcome: (stored: StoredEvent, outcome: ImDurableOutcome) => void;
}

/** Hands the events of an app in a `MemoryEventStream` over. */
export class MemoryConsumption implements ImConsumption {
  readonly #queue: ConversationQueue<StoredEvent>;
  #hasEnded = false;

  constructor(private readonly options: MemoryConsumptionOptions) {
    this.#queue = new ConversationQueue({
      concurrency: options.concurrency,
      conversationOf: ({ event }) => event.conversation,
      run: (stored) => this.#handle(stored),
    });
  }

  /** It is stopped, and what is still being handled is left to the next one. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  take(stored: StoredEvent): void {
    if (!this.#hasEnded) this.#queue.push(stored);
  }

  async stop(timeoutMs: number): Promise<void> {
    this.#queue.stop();
    await within(this.#queue.idle(), timeoutMs).catch(() => undefined);
    this.#hasEnded = true;
  }

  async #handle(stored: StoredEvent): Promise<boolean> {
    const { id, event } = stored;
    const deliveries = ++stored.deliveries;
    const outcome = await this.options.handle({ id, event, deliveries });
    if (this.#hasEnded) return false;
    if (outcome.state === 'unfinished') stored.deliveries--;
    this.options.onOutcome(stored, outcome);
    return outcome.state !== 'unfinished';
  }
}
