import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on a free port of loopback, for what stands in for other services. */
export abstract class LocalServer {
  readonly #server = createServer((request, response) => {
    void this.answer(request, response);
  });

  /** Resolves with the server itself when it listens. */
  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Ends it with all connections. */
  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  protected abstract answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): void | Promise<void>;
}
