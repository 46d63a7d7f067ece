import type { IncomingHttpHeaders } from 'node:http';
import { BoundedList } from '../bounded-list.js';
import { isRecord } from '../is-record.js';
import { Listeners } from '../listeners.js';
import { parseForm } from '../parameters/form-text.js';
import type { ApiAnswer } from './api-service.js';
import type { ApiRequest } from './api-request.js';

/** A request that arrived, and how it was answered. */
export interface ImEmulatorRequest {
  /** When it arrived, in Unix milliseconds. */
  readonly at: number;
  readonly host: 'primary' | 'backup';
  /** App key, once the signature was right. */
  readonly app?: string;
  readonly path: string;
  readonly method: string;
  /** HTTP status; absent when a fault left the request without an answer. */
  readonly status?: number;
  /** Return code of the service; absent when the answer had none. */
  readonly code?: number;
  /** Why it was refused, what was ignored, or which fault it met. */
  readonly reason?: string;
  /**
   * Forms of vendor SDKs that were taken in place of the documented ones, as
   * `userId: comma list instead of repeated keys`; absent when there were none.
   */
  readonly lenient?: readonly string[];
  /** Parameters as understood; as sent, when the request was refused. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Names in lower case; signature and credentials are redacted. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** `X-Request-ID`, when it was sent. */
  readonly requestId?: string;
}

/** What is recorded of a request. */
export interface RecordedRequest {
  readonly host: ImEmulatorRequest['host'];
  readonly at: number;
  readonly request: ApiRequest;
  readonly answer?: ApiAnswer;
  readonly status?: number;
  readonly code?: number;
  readonly reason?: string;
}

const KEPT_REQUESTS = 1_000;
const REDACTED = '[redacted]';
const SECRET_HEADERS = [
  'signature',
  'rc-signature',
  'authorization',
  'proxy-authorization',
  'cookie',
  'app-secret',
];

/** The requests that arrived last. */
export class RequestLog {
  private readonly records = new BoundedList<ImEmulatorRequest>(KEPT_REQUESTS);
  private readonly listeners = new Listeners<ImEmulatorRequest>();

  /** The newest requests, oldest first. */
  list(): readonly ImEmulatorRequest[] {
    return this.records.list();
  }

  clear(): void {
    this.records.clear();
  }

  /** Calls `listener` for each request from now on; the result ends that. */
  listen(listener: (request: ImEmulatorRequest) => void): () => void {
    return this.listeners.add(listener);
  }

  add(recorded: RecordedRequest): void {
    const record = describe(recorded);
    this.records.add(record);
    this.listeners.tell(record);
  }
}

function describe(recorded: RecordedRequest): ImEmulatorRequest {
  const { host, at, request, answer } = recorded;
  const requestId = request.headers['x-request-id'];
  const { status, code, reason } = answer?.reply ?? recorded;
  const lenient = answer?.reply.lenient;
  return {
    at,
    host,
    method: request.method,
    path: request.path,
    parameters: answer?.parameters ?? asSent(request),
    headers: redact(request.headers),
    ...(answer?.appKey === undefined ? {} : { app: answer.appKey }),
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(lenient === undefined ? {} : { lenient }),
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
}

function redact(headers: IncomingHttpHeaders): ImEmulatorRequest['headers'] {
  const copy = { ...headers };
  for (const name of SECRET_HEADERS) if (copy[name] !== undefined) copy[name] = REDACTED;
  return copy;
}

function asSent({ headers, body, query }: ApiRequest): Readonly<Record<string, unknown>> {
  const isJson = headers['content-type']?.toLowerCase().startsWith('application/json') === true;
  if (!isJson) return { ...parseForm(query), ...parseForm(body) };
  try {
    const value = JSON.parse(body) as unknown;
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
