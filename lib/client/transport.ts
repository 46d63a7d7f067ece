import { HttpService } from '@nestjs/axios';
import { Axios, type AxiosInstance, type AxiosRequestConfig } from 'axios';
import type { ImSettings } from '../im.settings.js';
import type { ImAttempt } from './attempt.js';
import { Connections } from './connections.js';
import { readReply, type Reply } from './reply.js';
import { signRequest } from './signing.interceptor.js';
import { networkFailure, TransportFailure } from './transport-failure.js';
import { UndiciAdapter } from './undici.adapter.js';

interface AttemptConfig extends AxiosRequestConfig<string> {
  readonly attempt: ImAttempt;
}

/** Sends the attempts of one app: Nest's HttpService with our signing interceptor and adapter. */
export class Transport {
  readonly #connections: Connections;
  readonly #adapter: UndiciAdapter;
  readonly #axios: AxiosInstance;

  constructor({ keepAlive, timeoutMs, dispatcher }: ImSettings) {
    this.#connections = new Connections(keepAlive, timeoutMs, dispatcher);
    this.#adapter = new UndiciAdapter(this.#connections.dispatcherOf);
    // axios.create() would merge its defaults, which only its own adapters and transforms read, into
    // the config of every request, for as much again as the rest of its work.
    const instance = new Axios({ adapter: this.#adapter.send });
    // HttpService uses the methods of an instance, never calls the instance itself.
    const http = new HttpService(instance as AxiosInstance);
    // Not HttpService.post(): its Observable builds and throws away an error with each success.
    this.#axios = http.axiosRef;
    this.#axios.interceptors.request.use(signRequest, null, { synchronous: true });
  }

  /** Sends one attempt. Never rejects: a failure is a result, to be judged like a reply. */
  send(attempt: ImAttempt): Promise<Reply | TransportFailure> {
    const config: AttemptConfig = { attempt };
    return this.#axios.request<string>(config).then(
      ({ status, data }) => readReply(status, attempt.replyHeaders, data),
      (error: unknown) => (error instanceof TransportFailure ? error : networkFailure(error)),
    );
  }

  /** Ends all connections, and the requests that are still on them. */
  destroy(): Promise<void> {
    this.#adapter.abortAll();
    return this.#connections.destroy();
  }
}
