import { randomUUID } from 'node:crypto';
import type { ImRedis } from './redis.connection.js';
import { listOf } from './redis.script.js';
import type { StreamKeys } from './stream.keys.js';
import { APPEND } from './stream.scripts.js';

/** An event to append. */
export interface AppendedEvent {
  readonly key: string;
  readonly conversation: string;
  /** The event as JSON. */
  readonly text: string;
  readonly receivedAt: number;
  readonly rememberMs: number;
}

interface WaitingAppend {
  readonly event: AppendedEvent;
  readonly resolve: (isAdded: boolean) => void;
  readonly reject: (error: Error) => void;
}

const MAX_EVENTS = 200;
const MAX_WAIT_MS = 5;
/** Events that may wait for Redis: it answers slower than they come, and what nobody waits for any more stays too. */
const MAX_UNANSWERED = 10_000;

/**
 * Appends the events of an app, many by one command: those of one turn of the event loop together,
 * and while a command is on its way, those of the next 5 ms, at most 200.
 */
export class AppendBatch {
  readonly #writer = randomUUID();
  #waiting: WaitingAppend[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isScheduled = false;
  #underWay = 0;
  #unanswered = 0;
  #appends = 0;

  constructor(
    private readonly redis: ImRedis,
    private readonly keys: StreamKeys,
  ) {}

  /** @throws Error by rejection, also when too many wait already. */
  append(event: AppendedEvent): Promise<boolean> {
    if (this.#unanswered >= MAX_UNANSWERED) {
      return Promise.reject(new Error(`${MAX_UNANSWERED} events wait for Redis already`));
    }
    this.#unanswered++;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject });
      if (this.#waiting.length >= MAX_EVENTS) this.#flush();
      else if (this.#underWay === 0) this.#flushSoon();
      else this.#flushInTime();
    });
  }

  #flushInTime(): void {
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, MAX_WAIT_MS);
  }

  #flushSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#underWay++;
    this.#send(batch)
      .catch((error: unknown) => {
        const failure = error instanceof Error ? error : new Error(String(error));
        for (const { reject } of batch) reject(failure);
      })
      .finally(() => {
        this.#underWay--;
        this.#unanswered -= batch.length;
        if (this.#underWay === 0) this.#flush();
      });
  }

  async #send(batch: readonly WaitingAppend[]): Promise<void> {
    const keys: string[] = [];
    const parameters: (string | number)[] = [this.keys.channel];
    for (const { event } of batch) {
      const partition = this.keys.partitionOf(event.conversation);
      keys.push(this.keys.seen(event.key), this.keys.partitions[partition] ?? '');
      const token = `${this.#writer}:${++this.#appends}`;
      const rememberMs = Math.max(1, Math.ceil(event.rememberMs));
      parameters.push(token, rememberMs, event.text, event.receivedAt, partition);
    }
    const results = listOf(await APPEND.run(this.redis, keys, parameters));
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (typeof result === 'number') resolve(result === 1);
      else reject(new Error(String(result)));
    });
  }
}
