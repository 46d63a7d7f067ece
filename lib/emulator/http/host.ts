import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { refusal, type ApiRequest } from './api-request.js';
import type { ApiAnswer, ApiService } from './api-service.js';
import {
  checkFault,
  codeOfFault,
  FaultPlan,
  type ImEmulatorFault,
  type ImEmulatorFaultKind,
} from './fault.js';
import { writeReply } from './reply-writer.js';
import { readBody } from './request-body.js';
import type { ImEmulatorRequest, RequestLog } from './request-log.js';

/** One of the two addresses of the service; both serve the same state. */
export interface ImEmulatorHost {
  readonly url: string;
  /**
   * Makes the host fail from now on; replaces an earlier fault. Rejects with a TypeError or a
   * RangeError when the fault means nothing.
   */
  fail(fault: ImEmulatorFault): Promise<void>;
  /** Makes the host well again, on the same port; requests that hang are reset. */
  recover(): Promise<void>;
}

/** What a host needs. */
export interface HostOptions {
  readonly name: ImEmulatorRequest['host'];
  readonly service: ApiService;
  readonly log: RequestLog;
  readonly clock: () => number;
}

const LOOPBACK = '127.0.0.1';
// Longer than any client keeps an idle connection, so that it is never closed under a request.
const KEEP_ALIVE_MS = 75_000;
const GATEWAY_PAGE =
  '<html><head><title>Error</title></head><body><h1>Gateway error</h1></body></html>';

/** A listener on loopback, with faults on request. */
export class EmulatorHost implements ImEmulatorHost {
  private readonly server: Server;
  private readonly hanging = new Set<IncomingMessage>();
  private plan: FaultPlan | undefined;
  private port = 0;
  private stopped = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: HostOptions) {
    this.server = createServer((request, response) => {
      this.receive(request, response);
    });
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
  }

  get url(): string {
    return `http://${LOOPBACK}:${this.port}`;
  }

  /** Starts to listen on `port`, or on a free one for 0. */
  start(port: number): Promise<void> {
    return this.inTurn(async () => {
      this.port = await listen(this.server, port);
    });
  }

  /** Stops to listen, for good, and closes all connections. */
  stop(): Promise<void> {
    this.stopped = true;
    return this.inTurn(() => {
      this.plan = undefined;
      return this.close();
    });
  }

  async fail(fault: ImEmulatorFault): Promise<void> {
    checkFault(fault);
    await this.inTurn(async () => {
      if (fault.kind === 'refuse') {
        this.plan = undefined;
        await this.close();
        return;
      }
      await this.reopen();
      this.plan = new FaultPlan(fault);
    });
  }

  recover(): Promise<void> {
    return this.inTurn(() => this.reopen());
  }

  /** Opening and closing take turns, so that nothing is left listening after `stop()`. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    const result = this.turn.then(change);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async reopen(): Promise<void> {
    this.plan = undefined;
    for (const request of this.hanging) reset(request);
    this.hanging.clear();
    if (this.stopped || this.server.listening) return;
    await listen(this.server, this.port);
  }

  private async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
    this.server.closeAllConnections();
    await closed;
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    const at = this.options.clock();
    readBody(request, (body) => {
      const call = describe(request, body);
      const fault = this.plan?.takes(call.path) === true ? this.plan.fault : undefined;
      if (call.bodyTooLarge) {
        response.setHeader('Connection', 'close');
        response.once('finish', () => request.destroy());
      }
      if (fault !== undefined) this.applyFault(fault, { at, call, request, response });
      else writeReply(response, this.answer(at, call).reply);
    });
  }

  private answer(at: number, request: ApiRequest): ApiAnswer {
    const { name: host, service, log } = this.options;
    const answer = service.answer(request);
    log.add({ host, at, request, answer });
    return answer;
  }

  private applyFault(fault: ImEmulatorFaultKind, exchange: Exchange): void {
    const { at, call, request, response } = exchange;
    const { name: host, log } = this.options;
    const reason = `fault: ${fault.kind}`;
    if (fault.kind === 'status') {
      const { status = 500, withCode = false } = fault;
      const code = codeOfFault(status, withCode);
      log.add({ host, at, request: call, status, reason, ...(code === undefined ? {} : { code }) });
      if (code === undefined) writeText(response, status, 'text/html', GATEWAY_PAGE);
      else writeReply(response, refusal(status, code, reason, call.path));
      return;
    }
    if (fault.kind === 'malformed') {
      log.add({ host, at, request: call, status: 200, reason });
      writeText(response, 200, 'application/json; charset=utf-8', '{"code":200,');
      return;
    }
    if (fault.kind === 'reset-after') this.options.service.answer(call);
    log.add({ host, at, request: call, reason });
    if (fault.kind === 'hang') this.hang(request);
    else reset(request);
  }

  private hang(request: IncomingMessage): void {
    this.hanging.add(request);
    request.socket.once('close', () => this.hanging.delete(request));
  }
}

interface Exchange {
  readonly at: number;
  readonly call: ApiRequest;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function describe(request: IncomingMessage, body: string | undefined): ApiRequest {
  const { method = 'GET', url = '/', headers } = request;
  const mark = url.indexOf('?');
  return {
    method,
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark + 1),
    headers,
    body: body ?? '',
    bodyTooLarge: body === undefined,
  };
}

function writeText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

function reset(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
