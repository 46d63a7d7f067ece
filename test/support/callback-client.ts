import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createNonce } from '../../lib/signature/nonce.js';
import { sign } from '../../lib/signature/sign.js';
import { APP } from './callback-app.js';

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** What a callback is signed with. */
export interface CallbackSignature {
  readonly appKey?: string | undefined;
  readonly appSecret?: string;
  readonly nonce?: string;
  readonly timestamp?: string;
}

/** The answer to a callback. */
export interface CallbackReply {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** The parts of a signature, as query parameters. */
export function signatureOf({
  appKey = APP.appKey,
  appSecret = APP.appSecret,
  nonce = createNonce(),
  timestamp = String(Date.now()),
}: CallbackSignature = {}): Record<string, string> {
  return { appKey, nonce, timestamp, signature: sign(appSecret, { nonce, timestamp }) };
}

/** Names of the parts of a signature in headers, as SealTalk's server reads them. */
export const RC_HEADERS: Readonly<Record<string, string>> = {
  appKey: 'RC-App-Key',
  nonce: 'RC-Nonce',
  timestamp: 'RC-Timestamp',
  signature: 'RC-Signature',
};

/** Names of the parts of a signature in headers, as the vendor's pages have them. */
export const PLAIN_HEADERS: Readonly<Record<string, string>> = {
  appKey: 'App-Key',
  nonce: 'Nonce',
  timestamp: 'Timestamp',
  signature: 'Signature',
};

export const PRE_MESSAGE = {
  appKey: APP.appKey,
  fromUserId: 'alice',
  targetId: 'room-9',
  msgType: 'RC:TxtMsg',
  content: '{"content":"hello"}',
  channelType: 'TEMPGROUP',
  msgTimeStamp: '1767225600456',
  messageId: 'CD01-AAAA-BBBB-0002',
  os: 'Android',
};

export const ROUTED_MESSAGE = {
  fromUserId: 'alice',
  toUserId: 'grp-7',
  objectName: 'RC:TxtMsg',
  content: '{"content":"hi"}',
  channelType: 'GROUP',
  msgTimestamp: '1767225600123',
  msgUID: 'CD01-AAAA-BBBB-0001',
  source: 'iOS',
};

export const PRESENCE = [
  { userid: 'alice', status: '0', os: 'iOS', time: 1767225600789, sessionId: 'sess-1' },
];

/** Sends callbacks to one address. */
export class CallbackClient {
  constructor(private readonly base: string) {}

  form(
    event: string,
    fields: Record<string, string | string[]>,
    query: Record<string, string> = signatureOf(),
  ): Promise<CallbackReply> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const each of [value].flat()) form.append(name, each);
    }
    return this.send(event, form.toString(), { 'Content-Type': FORM }, query);
  }

  json(
    event: string,
    body: unknown,
    query: Record<string, string> = signatureOf(),
  ): Promise<CallbackReply> {
    return this.send(event, JSON.stringify(body), { 'Content-Type': JSON_TYPE }, query);
  }

  send(
    event: string,
    body: string | Buffer | undefined,
    headers: Record<string, string>,
    query: Record<string, string> | string = signatureOf(),
  ): Promise<CallbackReply> {
    const search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
    return post(`${this.base}/${event}?${search}`, headers, [body ?? '']);
  }

  /** Sends a body whose length is not announced. */
  async sendChunked(
    event: string,
    chunks: readonly string[],
    headers: Record<string, string>,
  ): Promise<CallbackReply> {
    const query = new URLSearchParams(signatureOf()).toString();
    return post(
      `${this.base}/${event}?${query}`,
      { ...headers, 'Transfer-Encoding': 'chunked' },
      chunks,
    );
  }
}

// Not fetch: it sets headers of its own and hides the answer to an upload that is cut off.
function post(
  url: string,
  headers: Record<string, string>,
  chunks: readonly (string | Buffer)[],
): Promise<CallbackReply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent: false }, (response) => {
      const { 'content-type': type = null } = response.headers;
      text(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, type, body });
      }, reject);
    });
    outgoing.on('error', reject);
    if (!('Transfer-Encoding' in headers)) {
      const length = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);
      outgoing.setHeader('Content-Length', length);
    }
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  });
}
