import { createHash, hash } from 'node:crypto';

/**
 * The keys of an app's events. They share a hash tag, so that one script may touch several of them
 * in a cluster too: the apps are spread over its nodes, an app is not.
 */
export class StreamKeys {
  /** Workers that live: a sorted set, by the time their heartbeat counts until. */
  readonly workers: string;
  /** Who owns each partition until when: a hash. */
  readonly leases: string;
  /** A stream for each partition. */
  readonly partitions: readonly string[];
  readonly deadLetters: string;
  /** Tells workers of new events and of partitions to share. */
  readonly channel: string;
  readonly #base: string;

  constructor(prefix: string, app: string, partitions: number) {
    this.#base = `${prefix}:{app:${app}}`;
    this.workers = `${this.#base}:workers`;
    this.leases = `${this.#base}:leases`;
    this.partitions = Array.from({ length: partitions }, (_, index) => {
      return `${this.#base}:stream:${index}`;
    });
    this.deadLetters = `${this.#base}:dead`;
    this.channel = `${this.#base}:news`;
  }

  /** Remembers an event that was appended. */
  seen(eventKey: string): string {
    return `${this.#base}:seen:${hash('sha256', eventKey, 'base64url')}`;
  }

  partitionOf(conversation: string): number {
    const digest = createHash('sha1').update(conversation).digest();
    return digest.readUInt32BE() % this.partitions.length;
  }
}
