import { HttpService } from '@nestjs/axios';
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import type { ImSettings } from '../im.settings.js';
import type { ImAttempt } from './attempt.js';
import { Connections } from './connections.js';
import { readReply, type Reply } from './reply.js';
import { signRequest } from './signing.interceptor.js';
import { networkFailure, TransportFailure } from './transport-failure.js';
import { UndiciAdapter } from './undici.adapter.js';

/** A request that is ready to be signed and sent. */
export interface EncodedRequest {
  readonly path: string;
  readonly encoding: 'form' | 'json';
  readonly body: string;
}

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
    const http = new HttpService(
      withoutUnusedDefaults(axios.create({ adapter: this.#adapter.send })),
    );
    // Not HttpService.post(): its Observable builds and throws away an error with each success.
    this.#axios = http.axiosRef;
    this.#axios.interceptors.request.use(signRequest, null, { synchronous: true });
  }

  /** Sends one attempt. Never rejects: a failure is a result, to be judged like a reply. */
  async send(
    endpoint: string,
    request: EncodedRequest,
    attempt: ImAttempt,
  ): Promise<Reply | TransportFailure> {
    const config: AttemptConfig = {
      method: 'post',
      baseURL: endpoint,
      url: request.path,
      data: request.body,
      attempt,
    };
    try {
      const { status, data } = await this.#axios.request<string>(config);
      return readReply(status, attempt.replyHeaders, data);
    } catch (error) {
      return error instanceof TransportFailure ? error : networkFailure(error);
    }
  }

  /** Ends all connections, and the requests that are still on them. */
  destroy(): Promise<void> {
    this.#adapter.abortAll();
    return this.#connections.destroy();
  }
}

/**
 * axios merges all defaults into the config of every request. Those that only its own adapters and
 * transforms read would cost a third of a call; ours replaces all of them.
 */
function withoutUnusedDefaults(instance: AxiosInstance): AxiosInstance {
  for (const key of Object.keys(instance.defaults)) {
    if (key !== 'adapter') Reflect.deleteProperty(instance.defaults, key);
  }
  return instance;
}
