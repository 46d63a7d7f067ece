/** A callback that was accepted and is to be handled until it succeeds. */
export interface ImDurableEvent {
  /** What a repetition of the callback has too: 43 characters of base64url, as in an `ImClaimStore`. */
  readonly key: string;
  /** Name of the app that it is for. */
  readonly app: string;
  /** Name of the event, such as `message-routing`. */
  readonly event: string;
  /** Events of one conversation are handled one after another, in the order they were appended. */
  readonly conversation: string;
  /** The parsed body: JSON values. */
  readonly body: unknown;
  /** When the callback came, in Unix milliseconds. */
  readonly receivedAt: number;
}

/** An event that is handed over to be handled. */
export interface ImDurableDelivery {
  /** Names the event in its stream. */
  readonly id: string;
  readonly event: ImDurableEvent;
  /** 1 for the first delivery. It grows when a process died that had begun to handle the event. */
  readonly deliveries: number;
}

/** What became of a delivery. */
export type ImDurableOutcome =
  /** It leaves the stream. */
  | { readonly state: 'handled' }
  /** It leaves the stream for the dead letters. */
  | { readonly state: 'dead'; readonly reason: string; readonly attempts: number }
  /** It stays in the stream for another process. Only while the consumption stops. */
  | { readonly state: 'unfinished' };

/** An event that was given up. It stays until it is put back or removed. */
export interface ImDeadLetter {
  readonly id: string;
  readonly event: ImDurableEvent;
  /** Why it was given up. */
  readonly reason: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it was given up, in Unix milliseconds. */
  readonly diedAt: number;
}

/** Somebody who takes the events of an app. */
export interface ImConsumption {
  /**
   * Takes no more events, and waits up to `timeoutMs` milliseconds for those being handled. Those
   * not finished then stay in the stream for others. Never rejects.
   */
  stop(timeoutMs: number): Promise<void>;
}

/** How far the handling of an app's events is behind. */
export interface ImEventBacklog {
  /** Events in the stream, those being handled included. */
  readonly waiting: number;
  /** When the oldest of them came, in Unix milliseconds; undefined when there are none. */
  readonly oldestReceivedAt: number | undefined;
  /** Dead letters. */
  readonly dead: number;
}

/** Which dead letters are wanted. */
export interface ImDeadLetterPage {
  /** Id of the last one of the page before. Default: from the oldest on. */
  readonly after?: string | undefined;
  /** From 1 to 1000. Default 100. */
  readonly limit?: number | undefined;
}

/**
 * Keeps durable events between the callback that brought them and their handler, apart for each app.
 *
 * An event is handled at least once: again, when a process dies or loses its connection between
 * the end of the handler and the removal of the event.
 */
export interface ImEventStream {
  /**
   * Resolves when the event is safe: true when it was added, false when its key was appended
   * before within `rememberMs` milliseconds.
   * @throws ImEventStreamError by rejection.
   */
  append(event: ImDurableEvent, rememberMs: number): Promise<boolean>;
  /**
   * Hands over the events of an app, at most `concurrency` at a time. The next event of a
   * conversation is handed over only after the promise of the one before has resolved.
   * @param handle repeats what fails by itself, and never rejects.
   */
  consume(
    app: string,
    handle: (delivery: ImDurableDelivery) => Promise<ImDurableOutcome>,
    options: { readonly concurrency: number },
  ): ImConsumption;
  /** @throws ImEventStreamError by rejection. */
  backlog(app: string): Promise<ImEventBacklog>;
  /**
   * Dead letters, the oldest first.
   * @throws ImEventStreamError by rejection.
   */
  queryDeadLetters(app: string, page?: ImDeadLetterPage): Promise<readonly ImDeadLetter[]>;
  /**
   * Puts a dead letter back into the stream, behind all that wait. False when there is none.
   * @throws ImEventStreamError by rejection.
   */
  requeueDeadLetter(app: string, id: string): Promise<boolean>;
  /**
   * Removes a dead letter for good. False when there is none.
   * @throws ImEventStreamError by rejection.
   */
  removeDeadLetter(app: string, id: string): Promise<boolean>;
  /** Stops all consumptions at once, and ends what the stream holds open. */
  close(): Promise<void>;
}
