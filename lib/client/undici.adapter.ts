import {
  AxiosHeaders,
  type AxiosAdapter,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import type { Dispatcher } from 'undici';
import { attemptOf, type ImAttempt, type ReplyHeaders } from './attempt.js';
import { networkFailure, TransportFailure } from './transport-failure.js';

const LARGEST_REPLY_BYTES = 64 * 1024 * 1024;

// The attempt takes the headers of the reply: axios would copy them into an object of its own.
const NO_HEADERS = new AxiosHeaders();

type Resolve = (response: AxiosResponse<string>) => void;
type Reject = (failure: TransportFailure) => void;

/**
 * Sends through undici's `dispatch`: a quarter of the CPU of axios' own adapter, and it knows whether
 * a request can have left the machine.
 */
export class UndiciAdapter {
  readonly #dispatcherOf: (origin: string) => Dispatcher;
  readonly #underWay = new ExchangeList();

  constructor(dispatcherOf: (origin: string) => Dispatcher) {
    this.#dispatcherOf = dispatcherOf;
  }

  /** The adapter that axios calls. */
  readonly send: AxiosAdapter = (config) =>
    new Promise((resolve, reject) => {
      const attempt = attemptOf(config);
      if (attempt.signal?.aborted) {
        reject(new TransportFailure('aborted'));
        return;
      }
      const exchange = new Exchange(config, attempt, resolve, reject, this.#underWay);
      const { endpoint: origin, headers, request } = attempt;
      const { method, path, body } = request;
      try {
        const dispatcher = this.#dispatcherOf(origin);
        dispatcher.dispatch({ origin, path, method, headers, body: body ?? null }, exchange);
      } catch (error) {
        exchange.fail(networkFailure(error));
      }
    });

  /** Ends all requests that are under way. */
  abortAll(): void {
    for (const exchange of this.#underWay.all()) exchange.fail(new TransportFailure('aborted'));
  }
}

/** One request and its reply; ends once, by the reply, an error, the timer or the caller. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #ended = false;
  /** Where it stands in the list of those under way. */
  place = 0;

  constructor(
    readonly config: InternalAxiosRequestConfig,
    readonly attempt: ImAttempt,
    readonly resolve: Resolve,
    readonly reject: Reject,
    readonly underWay: ExchangeList,
  ) {
    underWay.add(this);
    this.#timer = setTimeout(() => {
      this.fail(new TransportFailure('timeout'));
    }, attempt.timeoutMs);
    attempt.signal?.addEventListener('abort', this.#abort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Ended while it queued for a connection. Throwing skips the request; `controller.abort()` would
    // close the connection, which is sound, under all who queue behind.
    if (this.#ended) throw new TransportFailure('aborted');
    this.#controller = controller;
    this.attempt.left = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: ReplyHeaders,
  ): void {
    this.#status = status;
    this.attempt.replyHeaders = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > LARGEST_REPLY_BYTES) this.fail(new TransportFailure('too-large'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#end()) return;
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.resolve({
      data: body.toString(),
      status: this.#status,
      statusText: '',
      headers: NO_HEADERS,
      config: this.config,
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#end()) this.reject(networkFailure(error));
  }

  readonly #abort = (): void => {
    this.fail(new TransportFailure('aborted'));
  };

  /** Ends it without a reply. */
  fail(failure: TransportFailure): void {
    if (!this.#end()) return;
    this.#controller?.abort(failure);
    this.reject(failure);
  }

  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.underWay.remove(this);
    clearTimeout(this.#timer);
    this.attempt.signal?.removeEventListener('abort', this.#abort);
    return true;
  }
}

/**
 * The exchanges under way. Not a `Set`: V8 links each table that a set outgrows to the next one, and
 * once one of them is old, all later ones and what they held stay until the next full collection.
 */
class ExchangeList {
  readonly #exchanges: Exchange[] = [];

  all(): Exchange[] {
    return [...this.#exchanges];
  }

  add(exchange: Exchange): void {
    exchange.place = this.#exchanges.length;
    this.#exchanges.push(exchange);
  }

  remove({ place }: Exchange): void {
    const last = this.#exchanges.pop();
    if (!last || last.place === place) return;
    this.#exchanges[place] = last;
    last.place = place;
  }
}
