import type { ConversationQueue } from '../callback/durable/conversation.queue.js';
import type { ImDurableDelivery, ImDurableOutcome } from '../callback/durable/event.stream.js';
import type { PartitionLease, SettledEvent, StreamCommands } from './stream.commands.js';

/** A delivery, and the partition that it came from. */
export interface PartitionDelivery {
  readonly partition: OwnedPartition;
  readonly delivery: ImDurableDelivery;
}

/** What an `OwnedPartition` works with. */
export interface PartitionOptions {
  readonly commands: StreamCommands;
  readonly queue: ConversationQueue<PartitionDelivery>;
  /** Entries in memory at most. */
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

/** Entries fetched or acknowledged by one command at most. */
const ENTRIES_AT_ONCE = 500;

/**
 * A partition that this worker owns: fetches its entries, hands them to the queue, and acknowledges
 * those that are done with.
 *
 * A command that fails is repeated by the next heartbeat that succeeds; see `resume`.
 */
export class OwnedPartition {
  // Taken and not acknowledged yet.
  readonly #held = new Map<string, ImDurableDelivery>();
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

  constructor(
    readonly lease: PartitionLease,
    /** By `performance.now()`. */
    private leaseEndsAt: number,
    private readonly options: PartitionOptions,
  ) {}

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
    this.#settle();
    this.fetchNews();
    this.#releaseWhenDone();
  }

  /** There may be new entries. */
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

  /** Resolves when the event may be handled. Those that begin in one turn are told by one command. */
  begin(delivery: ImDurableDelivery): Promise<void> {
    this.#running.add(delivery.id);
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

  finish(delivery: ImDurableDelivery, outcome: ImDurableOutcome): void {
    const { id } = delivery;
    this.#running.delete(id);
    if (outcome.state === 'unfinished') this.#unfinished.push(delivery);
    else if (this.#state !== 'lost') {
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
    const { commands, queue, prefetch } = this.options;
    for (;;) {
      const room = prefetch - this.#held.size;
      if (!this.mayHandOut || !this.#mayHaveMore || room <= 0) return;
      this.#mayHaveMore = false;
      const count = Math.min(room, ENTRIES_AT_ONCE);
      const fetched = await commands.fetch(this.lease, count, this.#lastId);
      if (fetched === undefined) {
        this.lose();
        return;
      }
      if (fetched.length === count) this.#mayHaveMore = true;
      for (const delivery of fetched) {
        this.#lastId = delivery.id;
        this.#held.set(delivery.id, delivery);
        if (this.#state === 'owned') queue.push({ partition: this, delivery });
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
      const batch = this.#settled.slice(0, ENTRIES_AT_ONCE);
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
