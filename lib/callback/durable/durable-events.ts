import type {
  ImDeadLetter,
  ImDeadLetterPage,
  ImEventBacklog,
  ImEventStream,
} from './event.stream.js';

/**
 * The durable events of one app, for operators: how many wait, and what became of those whose handler
 * failed too often. Inject it as the services are.
 */
export class ImDurableEvents {
  readonly #app: string;
  readonly #stream: ImEventStream;

  /** @internal Comes with an `ImApp`. */
  constructor(app: string, stream: ImEventStream) {
    this.#app = app;
    this.#stream = stream;
  }

  /**
   * How many events wait, and since when the oldest does.
   * @throws ImEventStreamError by rejection, as all methods.
   */
  backlog(): Promise<ImEventBacklog> {
    return this.#stream.backlog(this.#app);
  }

  /** Events whose handler failed too often, the oldest first. */
  deadLetters(page?: ImDeadLetterPage): Promise<readonly ImDeadLetter[]> {
    return this.#stream.queryDeadLetters(this.#app, page);
  }

  /** Hands a dead letter to its handler again, behind all that waits. False when there is none. */
  requeue(id: string): Promise<boolean> {
    return this.#stream.requeueDeadLetter(this.#app, id);
  }

  /** Forgets a dead letter. False when there is none. */
  remove(id: string): Promise<boolean> {
    return this.#stream.removeDeadLetter(this.#app, id);
  }
}
