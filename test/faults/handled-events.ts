import { appendFileSync, existsSync, openSync, readFileSync } from 'node:fs';

/** One time that an event was handled. */
export interface Handling {
  readonly msgUID: string;
  /** Id of the process. */
  readonly pid: number;
  /** How many it had handled before. */
  readonly index: number;
}

/**
 * What all workers have handled, in the order they did: lines of one file, each written by one call,
 * so that it outlives its process.
 */
export class HandledEvents {
  #file: number | undefined;

  constructor(private readonly path: string) {}

  add(msgUID: string): void {
    this.#file ??= openSync(this.path, 'a');
    appendFileSync(this.#file, `${process.pid} ${msgUID}\n`);
  }

  list(): Handling[] {
    const counts = new Map<number, number>();
    return this.#lines().map((line) => {
      const [pid = '', msgUID = ''] = line.split(' ');
      const index = counts.get(Number(pid)) ?? 0;
      counts.set(Number(pid), index + 1);
      return { msgUID, pid: Number(pid), index };
    });
  }

  /** How many each process has handled up to now, by its id. */
  counts(): Map<number, number> {
    return new Map(this.list().map(({ pid, index }) => [pid, index + 1]));
  }

  #lines(): string[] {
    return existsSync(this.path) ? readFileSync(this.path, 'utf8').split('\n').slice(0, -1) : [];
  }
}
