import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands in for a service that looks at pictures: `GET /?imageUri=…` → `{ "isAllowed": true }`. A picture with
 * `nude` in its address is not allowed, one with `blurred` gets no answer at all.
 */
export class PictureChecker {
  readonly #server: Server;
  #onHangUp: () => void = () => undefined;
  /** Resolves when somebody has hung up without an answer. */
  readonly hungUp = new Promise<void>((resolve) => (this.#onHangUp = resolve));

  private constructor() {
    this.#server = createServer((request, response) => {
      response.once('close', () => {
        if (!response.writableEnded) this.#onHangUp();
      });
      const { searchParams } = new URL(request.url ?? '', 'http://localhost');
      const picture = searchParams.get('imageUri') ?? '';
      if (picture.includes('blurred')) return;
      const answer = { isAllowed: !picture.includes('nude') };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  }

  static async start(): Promise<PictureChecker> {
    const checker = new PictureChecker();
    checker.#server.listen(0, '127.0.0.1');
    await once(checker.#server, 'listening');
    return checker;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
