import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { LocalServer } from '../shared/local-server.js';

/** A message that has become a ticket, or is about to. */
export interface Ticket {
  readonly from: string;
  readonly text: string;
  /** Process id of the worker that has brought it. */
  readonly worker: number;
}

/** Stands in for a ticket system: `PUT /<message id>` makes a ticket, one for each id. */
export class TicketServer extends LocalServer {
  /** In the order they came. */
  readonly tickets: Ticket[] = [];
  /** Status of the answer to a ticket; 200 makes it. It may take its time. */
  decide: (ticket: Ticket) => number | Promise<number> = () => 200;
  /** Told how a ticket was answered. */
  onAnswer: (ticket: Ticket, status: number) => void = () => undefined;
  readonly #known = new Set<string>();
  #onTicket: () => void = () => undefined;

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

  protected override async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
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
