import type { Redis } from 'ioredis';
import type {
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
} from '../callback/durable/event.stream.js';
import type { ImRedis } from './redis.connection.js';
import { listOf } from './redis.script.js';
import { parseEvent } from './stored.event.js';
import type { StreamKeys } from './stream.keys.js';
import { BEAT, FETCH, RELEASE, SETTLE } from './stream.scripts.js';

/** A partition as its owner holds it. */
export interface PartitionLease {
  readonly partition: number;
  /** Changes with every owner: the commands of an earlier one do nothing. */
  readonly fence: string;
}

/** What a worker learns from its heartbeat. */
export interface Heartbeat {
  /** How many partitions are its share. */
  readonly share: number;
  readonly lost: readonly number[];
  readonly taken: readonly PartitionLease[];
}

/** What a worker tells with its heartbeat. */
export interface WorkerState {
  readonly isTaking: boolean;
  readonly held: readonly PartitionLease[];
  /** Partitions that it must not take now. */
  readonly excluded: readonly number[];
}

/** An event that is done with. */
export interface SettledEvent {
  readonly id: string;
  readonly outcome: Exclude<ImDurableOutcome, { readonly state: 'unfinished' }>;
}

/** The commands of one worker on the events of one app. */
export class StreamCommands {
  constructor(
    private readonly redis: ImRedis,
    private readonly keys: StreamKeys,
    private readonly worker: string,
    private readonly leaseMs: number,
  ) {}

  async beat({ isTaking, held, excluded }: WorkerState): Promise<Heartbeat> {
    const { leases, workers, partitions, channel } = this.keys;
    const [share, lost, taken] = listOf(
      await BEAT.run(
        this.redis,
        [leases, workers],
        [
          ...[this.worker, this.leaseMs, channel, isTaking ? 1 : 0, partitions.length, held.length],
          ...held.flatMap(({ partition, fence }) => [partition, fence]),
          ...excluded,
        ],
      ),
    );
    return {
      share: Number(share),
      lost: listOf(lost).map(Number),
      taken: inGroups(listOf(taken), 2).map(([partition, fence]) => {
        return { partition: Number(partition), fence: String(fence) };
      }),
    };
  }

  /** Undefined when the partition is lost. */
  async fetch(
    lease: PartitionLease,
    count: number,
    after: string,
  ): Promise<readonly ImDurableDelivery[] | undefined> {
    const fetched = await FETCH.run(this.redis, this.#keysOf(lease), [
      ...[lease.partition, lease.fence, count, after],
    ]);
    if (fetched === null) return undefined;
    return listOf(fetched).map((entry) => {
      const [id, text, deliveries] = listOf(entry);
      return { id: String(id), event: parseEvent(text), deliveries: Number(deliveries) };
    });
  }

  /** An event that waits in a partition; undefined when it is gone. */
  async load({ partition }: PartitionLease, id: string): Promise<ImDurableEvent | undefined> {
    const [entry] = await this.redis.xrange(this.keys.partitions[partition] ?? '', id, id);
    return entry && parseEvent(entry[1][1]);
  }

  /**
   * Counts deliveries that begin. It is no script: one that Redis does not know yet would be sent a
   * second time, and this process may die before. The fence is not missed, for another owner counts
   * the same.
   */
  async begin({ partition }: PartitionLease, begun: readonly ImDurableDelivery[]): Promise<void> {
    const key = this.keys.partitions[partition] ?? '';
    // The compiler finds no overload in a union.
    const redis: Pick<Redis, 'xclaim'> = this.redis;
    const counts = new Set(begun.map(({ deliveries }) => deliveries));
    await Promise.all(
      [...counts].map((count) => {
        const ids = begun.filter(({ deliveries }) => deliveries === count).map(({ id }) => id);
        return redis.xclaim(key, 'im', 'owner', 0, ...ids, 'RETRYCOUNT', count, 'JUSTID');
      }),
    );
  }

  /** False when the partition is lost. */
  async settle(lease: PartitionLease, settled: readonly SettledEvent[]): Promise<boolean> {
    const parameters = settled.flatMap(({ id, outcome }) => {
      return outcome.state === 'dead' ? [id, outcome.attempts, outcome.reason] : [id, '', ''];
    });
    const result = await SETTLE.run(
      this.redis,
      [...this.#keysOf(lease), this.keys.deadLetters],
      [lease.partition, lease.fence, Date.now(), ...parameters],
    );
    return result !== null;
  }

  /**
   * Gives a partition back.
   * @param unfinished What its owner has begun and leaves to others: that delivery is not counted.
   */
  async release(lease: PartitionLease, unfinished: readonly ImDurableDelivery[]): Promise<void> {
    await RELEASE.run(this.redis, this.#keysOf(lease), [
      ...[lease.partition, lease.fence, this.keys.channel],
      ...unfinished.flatMap(({ id, deliveries }) => [id, deliveries - 1]),
    ]);
  }

  #keysOf({ partition }: PartitionLease): string[] {
    return [this.keys.leases, this.keys.partitions[partition] ?? ''];
  }
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
