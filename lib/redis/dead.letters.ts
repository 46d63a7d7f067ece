import type { ImDeadLetter } from '../callback/durable/event.stream.js';
import { ImEventStreamError } from '../errors/event-stream.error.js';
import type { ImRedis } from './redis.connection.js';
import { parseEvent } from './stored.event.js';
import type { StreamKeys } from './stream.keys.js';
import { REQUEUE } from './stream.scripts.js';

const ENTRY_ID = /^\d{1,20}-\d{1,20}$/;

/** The dead letters of an app in Redis. */
export class DeadLetters {
  constructor(
    private readonly redis: ImRedis,
    private readonly keys: StreamKeys,
  ) {}

  /** @throws ImEventStreamError by rejection, when `after` is no id. */
  async query(after: string | undefined, limit: number): Promise<readonly ImDeadLetter[]> {
    if (after !== undefined && !ENTRY_ID.test(after)) {
      throw new ImEventStreamError('`after` is not the id of a dead letter.');
    }
    const from = after === undefined ? '-' : `(${after}`;
    const entries = await this.redis.xrange(this.keys.deadLetters, from, '+', 'COUNT', limit);
    return entries.map(([id, fields]) => toDeadLetter(id, fields));
  }

  async requeue(id: string): Promise<boolean> {
    const letter = await this.#get(id);
    if (letter === undefined) return false;
    const { deadLetters, partitions, channel } = this.keys;
    const partition = this.keys.partitionOf(letter.event.conversation);
    const keys = [deadLetters, partitions[partition] ?? ''];
    return (await REQUEUE.run(this.redis, keys, [id, channel, partition])) === 1;
  }

  async remove(id: string): Promise<boolean> {
    if (!ENTRY_ID.test(id)) return false;
    return (await this.redis.xdel(this.keys.deadLetters, id)) === 1;
  }

  async #get(id: string): Promise<ImDeadLetter | undefined> {
    if (!ENTRY_ID.test(id)) return undefined;
    const [entry] = await this.redis.xrange(this.keys.deadLetters, id, id);
    return entry && toDeadLetter(entry[0], entry[1]);
  }
}

function toDeadLetter(id: string, fields: readonly string[]): ImDeadLetter {
  const [, text, , , , reason = '', , attempts, , diedAt] = fields;
  const event = parseEvent(text);
  return { id, event, reason, attempts: Number(attempts), diedAt: Number(diedAt) };
}
