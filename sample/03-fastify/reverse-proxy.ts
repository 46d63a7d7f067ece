import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { LocalServer } from '../shared/local-server.js';

const BAD_GATEWAY = 502;

/**
 * Stands in for the reverse proxy before the app, which tells where a caller comes from. On loopback all come from one
 * place, so it says what it is told to.
 */
export class ReverseProxy extends LocalServer {
  constructor(
    private readonly target: string,
    private readonly clientIp: string,
  ) {
    super();
  }

  protected override answer(incoming: IncomingMessage, response: ServerResponse): void {
    const headers = { ...incoming.headers, 'x-forwarded-for': this.clientIp };
    const { method, url = '/' } = incoming;
    const forwarded = request(new URL(url, this.target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? BAD_GATEWAY, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => {
      response.writeHead(BAD_GATEWAY).end();
    });
    incoming.pipe(forwarded);
  }
}
