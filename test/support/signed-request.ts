import { createNonce } from '../../lib/signature/nonce.js';
import { sign } from '../../lib/signature/sign.js';

/** The app that signs. */
export interface SigningApp {
  readonly appKey: string;
  readonly appSecret: string;
}

/** A reply of the emulator, read to its end. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly reason: string | null;
  readonly body: Record<string, unknown>;
}

/** Form fields; an array repeats the key. */
export type FormFields = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Headers that sign a request. */
export function signedHeaders(
  { appKey, appSecret }: SigningApp,
  nonce = createNonce(),
  timestamp = String(Date.now()),
): Record<string, string> {
  const signature = sign(appSecret, { nonce, timestamp });
  return { 'App-Key': appKey, Nonce: nonce, Timestamp: timestamp, Signature: signature };
}

/** Encodes form fields as the service wants them. */
export function encodeForm(fields: FormFields): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    const values = typeof value === 'object' ? value : [String(value)];
    for (const item of values) form.append(name, item);
  }
  return form.toString();
}

/** Posts a signed form. */
export function postForm(
  app: SigningApp,
  url: string,
  fields: FormFields,
  headers: Record<string, string> = {},
): Promise<RawReply> {
  return call(url, {
    method: 'POST',
    headers: {
      ...signedHeaders(app),
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: encodeForm(fields),
  });
}

/** Posts signed JSON. */
export function postJson(app: SigningApp, url: string, body: unknown): Promise<RawReply> {
  return call(url, {
    method: 'POST',
    headers: { ...signedHeaders(app), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Sends a request and reads the reply. */
export async function call(url: string, init: RequestInit): Promise<RawReply> {
  const response = await fetch(url, init);
  const body = (await response.json()) as Record<string, unknown>;
  const reason = response.headers.get('x-emulator-reason');
  return { status: response.status, headers: response.headers, reason, body };
}
