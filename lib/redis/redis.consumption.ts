import { randomUUID } from 'node:crypto';
import { ConversationQueue } from '../callback/durable/conversation.queue.js';
import type {
  ImConsumption,
  ImDurableDelivery,
  ImDurableOutcome,
} from '../callback/durable/event.stream.js';
import { within } from '../callback/time-limit.js';
import { OwnedPartition, type QueuedEvent } from './owned.partition.js';
import { type ImRedis, requireConnection, subscriberOf } from './redis.connection.js';
import { StreamCommands, type PartitionLease } from './stream.commands.js';
import type { StreamKeys } from './stream.keys.js';

/** What a `RedisConsumption` works with. */
export interface RedisConsumptionOptions {
  readonly redis: ImRedis;
  readonly keys: StreamKeys;
  readonly leaseMs: number;
  /** How long commands may take while it stops, in milliseconds. */
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly handle: (delivery: ImDurableDelivery) => Promise<ImDurableOutcome>;
  /** Resolves when the stream may be used, once for all consumptions. */
  readonly ready: () => Promise<void>;
  /** Told of everything that fails; it goes on by itself. */
  readonly onFailure: (error: unknown) => void;
  /** Told when a heartbeat has succeeded. */
  readonly onSuccess: () => void;
}

/** Heartbeats in the life of a lease, and the longest time between two of them in milliseconds. */
const BEATS_PER_LEASE = 5;
const LONGEST_BEAT_MS = 1_000;

/**
 * A worker: owns its share of an app's partitions and handles what they bring.
 *
 * Its heartbeat renews its leases, takes free partitions, and is the clock by which everything that
 * failed is repeated. A subscription brings news at once; a message that is lost costs one beat.
 */
export class RedisConsumption implements ImConsumption {
  readonly #commands: StreamCommands;
  readonly #queue: ConversationQueue<QueuedEvent>;
  readonly #partitions = new Map<number, OwnedPartition>();
  readonly #subscriber: ImRedis;
  readonly #timer: NodeJS.Timeout;
  #beating: Promise<void> | undefined;
  #mustBeat = false;
  #hasStopped = false;
  #stopping: Promise<void> | undefined;
  #onEmpty: (() => void) | undefined;
  #suspectRuns = false;

  constructor(private readonly options: RedisConsumptionOptions) {
    const { redis, keys, leaseMs, concurrency } = options;
    // In the order they came, so that the odd partitions stay where they are when others join.
    const worker = `${Date.now()}-${randomUUID()}`;
    this.#commands = new StreamCommands(redis, keys, worker, leaseMs);
    this.#queue = new ConversationQueue({
      concurrency,
      conversationOf: ({ held }) => held.conversation,
      run: (item) => this.#handle(item),
      mayStart: (item) => item.partition.mayHandOut && !(this.#suspectRuns && isSuspect(item)),
    });
    this.#subscriber = this.#subscribe();
    const beatMs = Math.min(LONGEST_BEAT_MS, Math.ceil(leaseMs / BEATS_PER_LEASE));
    this.#timer = setInterval(() => void this.#beat(), beatMs);
    void this.#beat();
  }

  stop(timeoutMs: number): Promise<void> {
    this.#stopping ??= this.#stop(timeoutMs);
    return this.#stopping;
  }

  async #stop(timeoutMs: number): Promise<void> {
    const { timeoutMs: commandMs } = this.options;
    this.#queue.stop();
    for (const partition of this.#partitions.values()) partition.leave();
    void this.#beat();
    await inTime(this.#queue.idle(), timeoutMs);
    const unfinished = [...this.#partitions.values()].filter(({ running }) => running > 0);
    await inTime(Promise.allSettled(unfinished.map((partition) => partition.abandon())), commandMs);
    await inTime(Promise.all([this.#empty(), this.#beat()]), commandMs);
    this.#hasStopped = true;
    clearInterval(this.#timer);
    this.#subscriber.disconnect();
  }

  async #handle(item: QueuedEvent): Promise<boolean> {
    if (!isSuspect(item)) return this.#handleOne(item);
    this.#suspectRuns = true;
    const goesOn = await this.#handleOne(item);
    this.#suspectRuns = false;
    return goesOn;
  }

  async #handleOne({ partition, held }: QueuedEvent): Promise<boolean> {
    const delivery = await partition.begin(held);
    if (delivery === undefined) return true;
    const outcome = await this.options.handle(delivery);
    partition.finish(delivery, outcome);
    return outcome.state !== 'unfinished';
  }

  #subscribe(): ImRedis {
    const { redis, keys } = this.options;
    const subscriber = subscriberOf(redis);
    const onFailure = (error: unknown): void => {
      if (!this.#hasStopped) this.options.onFailure(error);
    };
    subscriber.on('error', onFailure);
    // What was told while it was away is lost.
    const askForNews = (): void => void this.#beat();
    subscriber.on('ready', askForNews);
    subscriber.on('message', (_channel: string, news: string) => {
      if (news === 'share') void this.#beat();
      else for (const index of news.split(' ')) this.#partitions.get(Number(index))?.fetchNews();
    });
    subscriber.subscribe(keys.channel).then(askForNews, onFailure);
    return subscriber;
  }

  /** One at a time: whoever asks meanwhile gets one more. */
  #beat(): Promise<void> {
    if (this.#hasStopped) return Promise.resolve();
    this.#mustBeat = true;
    this.#beating ??= this.#beatAsAsked().finally(() => {
      this.#beating = undefined;
    });
    return this.#beating;
  }

  async #beatAsAsked(): Promise<void> {
    try {
      while (this.#mustBeat) {
        this.#mustBeat = false;
        await this.#beatOnce();
      }
      this.options.onSuccess();
    } catch (error) {
      this.options.onFailure(error);
    }
  }

  async #beatOnce(): Promise<void> {
    await this.options.ready();
    requireConnection(this.options.redis);
    const partitions = [...this.#partitions.values()];
    const held = partitions.filter(({ isKept }) => isKept);
    const leaseEndsAt = performance.now() + this.options.leaseMs;
    const { share, lost, taken } = await this.#commands.beat({
      isTaking: this.#stopping === undefined,
      held: held.map(({ lease }) => lease),
      excluded: partitions.filter(({ isKept }) => !isKept).map(({ lease }) => lease.partition),
    });
    for (const index of lost) this.#partitions.get(index)?.lose();
    for (const partition of held) partition.resume(leaseEndsAt);
    for (const lease of taken) this.#take(lease, leaseEndsAt);
    this.#giveBackOver(share);
    this.#queue.wake();
  }

  #take(lease: PartitionLease, leaseEndsAt: number): void {
    const { concurrency, onFailure } = this.options;
    const partition = new OwnedPartition(lease, leaseEndsAt, {
      commands: this.#commands,
      queue: this.#queue,
      // Enough to go on while the acknowledgement of the former is on its way.
      prefetch: 2 * concurrency,
      onEnd: () => {
        this.#end(partition);
      },
      onFailure,
    });
    this.#partitions.set(lease.partition, partition);
    if (this.#stopping === undefined) partition.fetchNews();
    else partition.leave();
  }

  #end(partition: OwnedPartition): void {
    this.#partitions.delete(partition.lease.partition);
    if (this.#partitions.size === 0) this.#onEmpty?.();
  }

  /** Those where least runs go first: they are free for another worker soonest. */
  #giveBackOver(share: number): void {
    const kept = [...this.#partitions.values()].filter(({ isOwned }) => isOwned);
    kept.sort((one, other) => one.running - other.running);
    for (const partition of kept.slice(0, Math.max(0, kept.length - share))) partition.leave();
  }

  #empty(): Promise<void> {
    if (this.#partitions.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onEmpty = resolve;
    });
  }
}

/**
 * Two processes have died while it ran. It may be what ended them, or have run beside that: one at a time
 * shows which, and the others are not given up with it.
 */
function isSuspect({ held }: QueuedEvent): boolean {
  return held.deliveries > 2;
}

async function inTime(promise: Promise<unknown>, limitMs: number): Promise<void> {
  await within(promise, limitMs).catch(() => undefined);
}
