import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands in for the reverse proxy before the app, which tells where a caller comes from. On loopback all come from one
 * place, so it says what it is told to.
 */
export class ReverseProxy {
  readonly #server: Server;

  private constructor(target: string, clientIp: string) {
    this.#server = createServer((incoming, outgoing) => {
      const headers = { ...incoming.headers, 'x-forwarded-for': clientIp };
      const { method, url = '/' } = incoming;
      const forwarded = request(new URL(url, target), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.on('error', () => {
        outgoing.writeHead(502).end();
      });
      incoming.pipe(forwarded);
    });
  }

  static async start(target: string, clientIp: string): Promise<ReverseProxy> {
    const proxy = new ReverseProxy(target, clientIp);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
