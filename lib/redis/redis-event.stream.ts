import { Logger, type LoggerService } from '@nestjs/common';
import { deadLetterLimit } from '../callback/durable/dead-letter.limit.js';
import type {
  ImConsumption,
  ImDeadLetter,
  ImDeadLetterPage,
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
  ImEventBacklog,
  ImEventStream,
} from '../callback/durable/event.stream.js';
import { within } from '../callback/time-limit.js';
import { ImConfigError } from '../errors/config.error.js';
import { ImError } from '../errors/im.error.js';
import { ImEventStreamError } from '../errors/event-stream.error.js';
import { positive, wholeNumber } from '../whole-number.option.js';
import { AppendBatch } from './append.batch.js';
import { DeadLetters } from './dead.letters.js';
import { type ImRedis, requireConnection } from './redis.connection.js';
import { RedisConsumption } from './redis.consumption.js';
import { listOf } from './redis.script.js';
import { formatEvent } from './stored.event.js';
import { StreamKeys } from './stream.keys.js';
import { BACKLOG } from './stream.scripts.js';

/** Settings of a `RedisEventStream`. */
export interface RedisEventStreamOptions {
  /**
   * A connection made with ioredis, to Redis 6.2 or newer that writes to disk before it answers
   * (`appendonly yes`, `appendfsync always`) and forgets nothing (`maxmemory-policy noeviction`); with
   * less, what is lost with Redis is lost. The stream does not close it, and makes one more for each
   * consumption.
   */
  readonly redis: ImRedis;
  /**
   * What the names of all keys begin with. Default `im`. Two applications that have the same one and the
   * same name of an app, which is `default` unless it is named, would handle each other's events.
   */
  readonly prefix?: string | undefined;
  /**
   * Parts that the events of an app are divided into by conversation, and so the most workers that
   * share them. Default 16. It cannot be changed under a prefix that was used.
   */
  readonly partitions?: number | undefined;
  /**
   * How long the partitions of a worker stay with it after it has died, in milliseconds. Default
   * 10000, at least 100.
   */
  readonly leaseMs?: number | undefined;
  /** How long Redis may take to answer, in milliseconds. Default 2000. */
  readonly timeoutMs?: number | undefined;
  /** Told when Redis is lost and found again. Default: Nest's logger. */
  readonly logger?: LoggerService | undefined;
}

interface AppStream {
  readonly keys: StreamKeys;
  readonly appends: AppendBatch;
  readonly deadLetters: DeadLetters;
}

/**
 * Keeps durable events in Redis Streams, for any number of processes that append and handle them.
 *
 * Each conversation belongs to one partition, and each partition to one worker at a time, which is
 * what keeps the order. Workers share the partitions evenly; those of a worker that stops are free
 * at once, those of one that dies after `leaseMs`.
 *
 * Of each partition a worker holds twice its `concurrency` of events in memory, each as large as its
 * callback, which `maxBodyBytes` bounds. Of more that wait behind slow conversations it holds the ids,
 * up to 10,000; a partition with more than that goes on when they get fewer.
 *
 * Dead letters stay in Redis until they are put back or removed.
 */
export class RedisEventStream implements ImEventStream {
  readonly #redis: ImRedis;
  readonly #prefix: string;
  readonly #partitions: number;
  readonly #leaseMs: number;
  readonly #timeoutMs: number;
  readonly #logger: LoggerService;
  readonly #apps = new Map<string, AppStream>();
  readonly #consumptions = new Set<ImConsumption>();
  #readiness: Promise<void> | undefined;
  #isFailing = false;
  #closed = false;

  /** @throws ImConfigError for a number that is not whole or too small. */
  constructor({ redis, prefix = 'im', ...options }: RedisEventStreamOptions) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#partitions = positive('partitions', options.partitions, 16);
    this.#leaseMs = wholeNumber('leaseMs', options.leaseMs, 10_000, 100);
    this.#timeoutMs = positive('timeoutMs', options.timeoutMs, 2_000);
    this.#logger = options.logger ?? new Logger('RongCloudIm');
  }

  /**
   * Checks that Redis is there and that the number of partitions is the one that the prefix was
   * first used with. The other methods do so by themselves.
   * @throws ImConfigError by rejection, when the number differs.
   * @throws ImEventStreamError by rejection, when Redis cannot be asked.
   */
  ready(): Promise<void> {
    return this.#inTime('be opened', () => this.#ready());
  }

  append(event: ImDurableEvent, rememberMs: number): Promise<boolean> {
    return this.#inTime('store the event', async () => {
      const { key, conversation, receivedAt } = event;
      const text = formatEvent(event);
      await this.#ready();
      const { appends } = this.#appOf(event.app);
      return appends.append({ key, conversation, receivedAt, rememberMs, text });
    });
  }

  consume(
    app: string,
    handle: (delivery: ImDurableDelivery) => Promise<ImDurableOutcome>,
    { concurrency }: { readonly concurrency: number },
  ): ImConsumption {
    if (this.#closed) throw new ImEventStreamError('The event stream is closed.');
    const consumption = new RedisConsumption({
      redis: this.#redis,
      keys: this.#appOf(app).keys,
      leaseMs: this.#leaseMs,
      timeoutMs: this.#timeoutMs,
      concurrency: positive('concurrency', concurrency, 1),
      handle,
      ready: () => this.#ready(),
      onFailure: (error) => {
        this.#fail(error);
      },
      onSuccess: () => {
        this.#recover();
      },
    });
    this.#consumptions.add(consumption);
    return consumption;
  }

  backlog(app: string): Promise<ImEventBacklog> {
    return this.#inTime('tell its backlog', async () => {
      await this.#ready();
      const { deadLetters, partitions } = this.#appOf(app).keys;
      const figures = await BACKLOG.run(this.#redis, [deadLetters, ...partitions], []);
      const [waiting, dead, oldest] = listOf(figures);
      return {
        waiting: Number(waiting),
        oldestReceivedAt: typeof oldest === 'string' ? Number(oldest) : undefined,
        dead: Number(dead),
      };
    });
  }

  queryDeadLetters(
    app: string,
    { after, limit }: ImDeadLetterPage = {},
  ): Promise<readonly ImDeadLetter[]> {
    return this.#inTime('list dead letters', () => {
      return this.#appOf(app).deadLetters.query(after, deadLetterLimit(limit));
    });
  }

  requeueDeadLetter(app: string, id: string): Promise<boolean> {
    return this.#inTime('put a dead letter back', async () => {
      await this.#ready();
      return this.#appOf(app).deadLetters.requeue(id);
    });
  }

  removeDeadLetter(app: string, id: string): Promise<boolean> {
    return this.#inTime('remove a dead letter', () => this.#appOf(app).deadLetters.remove(id));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#consumptions].map((consumption) => consumption.stop(0)));
  }

  #appOf(name: string): AppStream {
    let app = this.#apps.get(name);
    if (app === undefined) {
      const keys = new StreamKeys(this.#prefix, name, this.#partitions);
      const appends = new AppendBatch(this.#redis, keys);
      app = { keys, appends, deadLetters: new DeadLetters(this.#redis, keys) };
      this.#apps.set(name, app);
    }
    return app;
  }

  #ready(): Promise<void> {
    this.#readiness ??= this.#checkPartitions().catch((error: unknown) => {
      this.#readiness = undefined;
      throw error;
    });
    return this.#readiness;
  }

  async #checkPartitions(): Promise<void> {
    requireConnection(this.#redis);
    const key = `${this.#prefix}:partitions`;
    await this.#redis.setnx(key, this.#partitions);
    const stored = Number(await this.#redis.get(key));
    if (stored === this.#partitions) return;
    throw new ImConfigError(
      `The event stream with the prefix \`${this.#prefix}\` has ${stored} partitions, not ${this.#partitions}. ` +
        'Set `partitions` to that number, or take another prefix.',
    );
  }

  /** @throws ImEventStreamError by rejection, when Redis fails or does not answer in time. */
  async #inTime<Value>(what: string, run: () => Promise<Value>): Promise<Value> {
    if (this.#closed) throw new ImEventStreamError('The event stream is closed.');
    try {
      requireConnection(this.#redis);
      return await within(run(), this.#timeoutMs);
    } catch (error) {
      if (error instanceof ImError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ImEventStreamError(`The event stream could not ${what}: ${reason}.`, {
        cause: error,
      });
    }
  }

  #fail(error: unknown): void {
    if (this.#isFailing) return;
    this.#isFailing = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#logger.error(`Events cannot be taken from Redis now, but are kept there: ${reason}`);
  }

  #recover(): void {
    if (!this.#isFailing) return;
    this.#isFailing = false;
    this.#logger.log('Events are taken from Redis again.');
  }
}
