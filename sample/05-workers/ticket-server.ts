import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A message that has become a ticket, or is about to. */
export interface Ticket {
  readonly from: string;
  readonly text: string;
  /** Process id of the worker that has brought it. */
  readonly worker: number;
}

/** Stands in for a ticket system: `PUT /<message id>` makes a ticket, one for each id. */
export class TicketServer {
  /** In the order they came. */
  readonly tickets: Ticket[] = [];
  /** Status of the answer to a ticket; 200 makes it. It may take its time. */
  decide: (ticket: Ticket) => number | Promise<number> = () => 200;
  /** Told how a ticket was answered. */
  onAnswer: (ticket: Ticket, status: number) => void = () => undefined;
  readonly #known = new Set<string>();
  readonly #server: Server;
  #onTicket: () => void = () => undefined;

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#take(request, response);
    });
  }

  static async start(): Promise<TicketServer> {
    const tickets = new TicketServer();
    tickets.#server.listen(0, '127.0.0.1');
    await once(tickets.#server, 'listening');
    return tickets;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** What somebody has written, in the order in which it became tickets. */
  textsOf(from: string): string[] {
    return this.tickets.filter((ticket) => ticket.from === from).map(({ text }) => text);
  }

  /** Resolves when there are so many tickets. */
  async reaches(count: number): Promise<void> {
    while (this.tickets.length < count) {
      await new Promise<void>((resolve) => (this.#onTicket = resolve));
    }
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, url = '' } = request;
    const { from, text } = (await json(request)) as Pick<Ticket, 'from' | 'text'>;
    const ticket = { from, text, worker: Number(headers['x-worker']) };
    const status = await this.decide(ticket);
    // Who has brought it is not there any more, so nobody knows whether it was taken.
    if (response.destroyed) return;
    if (status === 200 && !this.#known.has(url)) {
      this.#known.add(url);
      this.tickets.push(ticket);
    }
    response.writeHead(status).end();
    this.onAnswer(ticket, status);
    this.#onTicket();
  }
}
