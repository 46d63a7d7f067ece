import * as http from 'node:http';
import * as https from 'node:https';
import { isRecord } from '../is-record.js';

/** One try to deliver a callback. */
export interface ImEmulatorAttempt {
  /** HTTP status of the app server, when it answered. */
  readonly status?: number;
  /** Why it did not answer: `timeout`, or the code of the connection failure (`ECONNREFUSED`). */
  readonly error?: string;
  readonly durationMs: number;
}

/** An attempt with what the app server answered. */
export interface SentCallback {
  readonly attempt: ImEmulatorAttempt;
  readonly reply?: string;
}

/** What one attempt posts. */
export interface OutgoingCallback {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** The error of an attempt that got no answer in time. */
export const TIMED_OUT = 'timeout';

const LONGEST_REPLY_CHARACTERS = 1_048_576;

/** Posts callbacks over kept connections, and can end all of them at once. */
export class CallbackSender {
  private readonly httpAgent = new http.Agent({ keepAlive: true });
  private readonly httpsAgent = new https.Agent({ keepAlive: true });
  private readonly underWay = new Set<(error: string) => void>();

  /** Posts once; never rejects. */
  post(callback: OutgoingCallback): Promise<SentCallback> {
    const startedAt = performance.now();
    let request: http.ClientRequest;
    try {
      request = this.open(callback);
    } catch (error) {
      return Promise.resolve({ attempt: { error: codeOf(error), durationMs: 0 } });
    }
    return new Promise((resolve) => {
      // Whatever settles first counts: a destroyed request still reports an error of its own.
      const settle = (outcome: { status: number; reply: string } | { error: string }) => {
        clearTimeout(timer);
        this.underWay.delete(end);
        const durationMs = Math.round(performance.now() - startedAt);
        if ('error' in outcome) resolve({ attempt: { error: outcome.error, durationMs } });
        else resolve({ attempt: { status: outcome.status, durationMs }, reply: outcome.reply });
      };
      const end = (error: string) => {
        settle({ error });
        request.destroy();
      };
      const timer = setTimeout(end, callback.timeoutMs, TIMED_OUT);
      this.underWay.add(end);
      const fail = (error: Error) => {
        settle({ error: codeOf(error) });
      };
      request.on('error', fail);
      request.on('response', (response) => {
        response.on('error', fail);
        void readReply(response).then((reply) => {
          settle({ status: response.statusCode ?? 0, reply });
        }, fail);
      });
      request.end(callback.body);
    });
  }

  /** Ends all attempts under way and closes the connections. */
  stop(): void {
    for (const end of this.underWay) end('stopped');
    this.httpAgent.destroy();
    this.httpsAgent.destroy();
  }

  private open({ url, headers, body }: OutgoingCallback): http.ClientRequest {
    const secure = url.startsWith('https:');
    const options = {
      method: 'POST',
      agent: secure ? this.httpsAgent : this.httpAgent,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    };
    return secure ? https.request(url, options) : http.request(url, options);
  }
}

async function readReply(response: http.IncomingMessage): Promise<string> {
  let reply = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    if (reply.length < LONGEST_REPLY_CHARACTERS) reply += String(chunk);
  }
  return reply;
}

function codeOf(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : String(error);
}
