import * as net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { signedCallback } from '../callbacks/signed-callback.js';
import { signedCall } from '../emulator/signed-call.js';
import { callFor } from './call-for.js';
import type { SenderCount, SenderJob, SenderOrder } from './under-load.js';

const REQUESTS = { callback: signedCallback, call: signedCall };
const END_OF_HEAD = '\r\n\r\n';

/** A connection that is kept, with one request on it at a time. */
class Connection {
  readonly #socket: net.Socket;
  #unread = '';
  #settle: { resolve: () => void; reject: (error: Error) => void } | undefined;

  constructor(port: number) {
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text: string) => {
      this.#read(text);
    });
    this.#socket.on('error', (error) => this.#settle?.reject(error));
    this.#socket.on('close', () => this.#settle?.reject(new Error('The server has hung up.')));
  }

  /** A server hangs up when nothing comes for long, as on a machine that does much else. */
  get isOpen(): boolean {
    return !this.#socket.destroyed && !this.#socket.readableEnded;
  }

  send(request: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(request, 'latin1');
    });
  }

  #read(text: string): void {
    this.#unread += text;
    const headLength = this.#unread.indexOf(END_OF_HEAD);
    if (headLength === -1) return;
    const bodyLength = Number(/\ncontent-length: *(\d+)/i.exec(this.#unread)?.[1] ?? 0);
    if (this.#unread.length < headLength + END_OF_HEAD.length + bodyLength) return;
    const reply = this.#unread;
    this.#unread = '';
    if (reply.startsWith('HTTP/1.1 200')) this.#settle?.resolve();
    else this.#settle?.reject(new Error(`A request failed: ${reply}`));
  }
}

/** Lets requests begin at even intervals. */
class Turns {
  #nextAt = performance.now();

  constructor(private readonly perSecond: number) {}

  async next(): Promise<void> {
    const now = performance.now();
    this.#nextAt = Math.max(now, this.#nextAt) + 1_000 / this.perSecond;
    const waitMs = this.#nextAt - now;
    if (waitMs >= 1) await setTimeout(waitMs);
  }
}

function prepareSender({ port, kind, connections, prepared }: SenderJob) {
  const create = REQUESTS[kind];
  const requests = Array.from({ length: prepared }, (_, index) => create(index));
  const idle = Array.from({ length: connections }, () => new Connection(port));
  let sent = 0;
  return ({ durationMs, perSecond }: SenderOrder) => {
    const turns = perSecond === undefined ? undefined : new Turns(perSecond);
    return callFor(
      durationMs,
      async () => {
        await turns?.next();
        const index = sent++;
        const rested = idle.pop();
        const connection = rested?.isOpen === true ? rested : new Connection(port);
        // A machine faster than expected gets those beyond the prepared ones signed on the way.
        await connection.send(requests[index] ?? create(index));
        idle.push(connection);
      },
      connections,
    );
  };
}

process.once('message', (job: SenderJob) => {
  const sendFor = prepareSender(job);
  process.on('message', (order: SenderOrder) => {
    const startedAt = performance.now();
    void sendFor(order).then((requests) => {
      const seconds = (performance.now() - startedAt) / 1_000;
      const count: SenderCount = { requests, seconds };
      process.send?.(count);
    });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({});
});
