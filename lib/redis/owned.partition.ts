import type { ConversationQueue } from '../callback/durable/conversation.queue.js';
import type {
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
} from '../callback/durable/event.stream.js';
import { EVENTS_AT_ONCE, type HeldEvent, HeldEvents } from './held.events.js';
import type { PartitionLease, SettledEvent, StreamCommands } from './stream.commands.js';

/** An event in the queue, and the partition that it came from. */
export interface QueuedEvent {
  readonly partition: OwnedPartition;
  readonly held: HeldEvent;
}

/** What an `OwnedPartition` works with. */
export interface PartitionOptions {
  readonly commands: StreamCommands;
  readonly queue: ConversationQueue<QueuedEvent>;
  /** Events in memory with their bodies, at most. */
  readonly prefetch: number;
  /** Called when it was given back, or was lost and nothing of it runs any more. */
  readonly onEnd: (partition: OwnedPartition) => void;
  readonly onFailure: (error: unknown) => void;
}

type State =
  | 'owned'
  /** Hands out nothing more and is given back when nothing runs. */
  | 'leaving'
  /** Another worker has it. */
  | 'lost';

/**
 * A partition that this worker owns: fetches its events, hands them to the queue, and acknowledges
 * those that are done with.
 *
 * A command that fails is repeated by the next heartbeat that succeeds; see `resume`.
 */
export class OwnedPartition {
  readonly #held: HeldEvents;
  readonly #running = new Set<string>();
  readonly #begun: ImDurableDelivery[] = [];
  readonly #settled: SettledEvent[] = [];
  readonly #unfinished: ImDurableDelivery[] = [];
  #beginning: Promise<void> | undefined;
  #state: State = 'owned';
  #lastId = '';
  #mayHaveMore = true;
  #isFetching = false;
  #isSettling = false;
  #isReleasing = false;
  #hasEnded = false;
  #onResume: (() => void)[] = [];

  constructor(
    readonly lease: PartitionLease,
    /** By `performance.now()`. */
    private leaseEndsAt: number,
    private readonly options: PartitionOptions,
  ) {
    this.#held = new HeldEvents(options.prefetch);
  }

  get isOwned(): boolean {
    return this.#state === 'owned';
  }

  /** Whether its lease is to be renewed. */
  get isKept(): boolean {
    return this.#state !== 'lost' && !this.#isReleasing;
  }

  /** Events being handled. */
  get running(): number {
    return this.#running.size;
  }

  /** Whether events may be handed out: nobody else may have taken the partition meanwhile. */
  get mayHandOut(): boolean {
    return this.#state === 'owned' && performance.now() < this.leaseEndsAt;
  }

  /** The lease was renewed: goes on with what could not be done before. */
  resume(leaseEndsAt: number): void {
    if (!this.isKept) return;
    this.leaseEndsAt = leaseEndsAt;
    for (const resolve of this.#onResume.splice(0)) resolve();
    this.#settle();
    this.fetchNews();
    this.#releaseWhenDone();
  }

  /** There may be new events. */
  fetchNews(): void {
    this.#mayHaveMore = true;
    this.#fetch();
  }

  /** Another worker has taken it. */
  lose(): void {
    if (this.#state === 'lost') return;
    this.#state = 'lost';
    this.#settled.length = 0;
    this.#forgetWaiting();
    for (const resolve of this.#onResume.splice(0)) resolve();
    this.#releaseWhenDone();
  }

  /** Gives it back as soon as nothing of it runs. */
  leave(): void {
    if (this.#state !== 'owned') return;
    this.#state = 'leaving';
    this.#forgetWaiting();
    this.#releaseWhenDone();
  }

  /** Gives it back now; what runs will be handled again by another worker. */
  async abandon(): Promise<void> {
    this.#running.clear();
    this.lose();
    await this.options.commands.release(this.lease, this.#unfinished);
  }

  /** What is to be handled; undefined when it is gone, or another worker's meanwhile. */
  async begin(held: HeldEvent): Promise<ImDurableDelivery | undefined> {
    this.#running.add(held.id);
    const event = held.event ?? (await this.#load(held.id));
    if (event === undefined) {
      this.#finish(held.id, { state: 'handled' });
      return undefined;
    }
    const delivery = { id: held.id, event, deliveries: held.deliveries };
    await this.#tellOfBeginning(delivery);
    return delivery;
  }

  finish(delivery: ImDurableDelivery, outcome: ImDurableOutcome): void {
    if (outcome.state === 'unfinished') this.#unfinished.push(delivery);
    this.#finish(delivery.id, outcome);
  }

  #finish(id: string, outcome: ImDurableOutcome): void {
    this.#running.delete(id);
    if (outcome.state !== 'unfinished' && this.#state !== 'lost') {
      this.#settled.push({ id, outcome });
      // What ends in the same turn is acknowledged by one command.
      if (this.#settled.length === 1) {
        setImmediate(() => {
          this.#settle();
        });
      }
    }
    this.#releaseWhenDone();
  }

  /** Those that begin in one turn are told by one command, which has left when this resolves. */
  #tellOfBeginning(delivery: ImDurableDelivery): Promise<void> {
    this.#begun.push(delivery);
    this.#beginning ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#beginning = undefined;
        const begun = this.#begun.splice(0);
        // The count is for a process that dies: nobody waits for the answer, nor repeats what fails.
        this.options.commands.begin(this.lease, begun).catch(this.options.onFailure);
        resolve();
      });
    });
    return this.#beginning;
  }

  async #load(id: string): Promise<ImDurableEvent | undefined> {
    while (this.#state !== 'lost') {
      try {
        return await this.options.commands.load(this.lease, id);
      } catch (error) {
        this.options.onFailure(error);
        await new Promise<void>((resolve) => this.#onResume.push(resolve));
      }
    }
    return undefined;
  }

  #forgetWaiting(): void {
    this.options.queue.remove(({ partition }) => partition === this);
  }

  #fetch(): void {
    if (this.#isFetching) return;
    this.#isFetching = true;
    this.#fetchWhileThereIsRoom()
      .catch((error: unknown) => {
        this.#mayHaveMore = true;
        this.options.onFailure(error);
      })
      .finally(() => {
        this.#isFetching = false;
        this.#releaseWhenDone();
      });
  }

  async #fetchWhileThereIsRoom(): Promise<void> {
    const { commands, queue } = this.options;
    while (this.mayHandOut && this.#mayHaveMore) {
      // All that is here waits for slow conversations, and others may come behind.
      if (this.#held.room <= 0 && queue.isStarving) {
        this.#held.forgetBodies((id) => this.#running.has(id));
      }
      const count = this.#held.room;
      if (count <= 0) return;
      this.#mayHaveMore = false;
      const fetched = await commands.fetch(this.lease, count, this.#lastId);
      if (fetched === undefined) {
        this.lose();
        return;
      }
      if (fetched.length === count) this.#mayHaveMore = true;
      for (const delivery of fetched) {
        this.#lastId = delivery.id;
        const held = this.#held.add(delivery);
        if (this.#state === 'owned') queue.push({ partition: this, held });
      }
    }
  }

  #settle(): void {
    if (this.#isSettling || this.#settled.length === 0) return;
    this.#isSettling = true;
    this.#settleAll()
      .catch(this.options.onFailure)
      .finally(() => {
        this.#isSettling = false;
        this.#releaseWhenDone();
      });
  }

  async #settleAll(): Promise<void> {
    while (this.#settled.length > 0) {
      const batch = this.#settled.slice(0, EVENTS_AT_ONCE);
      if (!(await this.options.commands.settle(this.lease, batch))) {
        this.lose();
        return;
      }
      this.#settled.splice(0, batch.length);
      for (const { id } of batch) this.#held.delete(id);
      this.#fetch();
    }
  }

  #releaseWhenDone(): void {
    if (this.#state === 'owned' || this.#isReleasing || this.#isFetching) return;
    if (this.#running.size > 0 || this.#settled.length > 0) return;
    if (this.#state === 'lost') {
      this.#end();
      return;
    }
    this.#isReleasing = true;
    this.options.commands
      .release(this.lease, this.#unfinished)
      .then(() => {
        this.#state = 'lost';
        this.#end();
      }, this.options.onFailure)
      .finally(() => {
        this.#isReleasing = false;
      });
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.options.onEnd(this);
  }
}
