import * as crypto from 'node:crypto';

export const APP_KEY = 'bench-app-key';
export const APP_SECRET = 'bench-app-secret';
export const PATH = '/user/getToken.json';

/** Connections that every variant may open: the module's default. */
export const CONNECTIONS = 64;

/** The user that the nth call registers; a thousand of them, over and over. */
export function user(index: number): { userId: string; name: string; portraitUri: string } {
  const id = String(index % 1_000);
  return {
    userId: `user-${id}`,
    name: `Ada Lovelace ${id}`,
    portraitUri: `https://img.example.com/${id}.png`,
  };
}

/** The form of the nth call, as somebody would write it by hand. */
export function form(index: number): string {
  const { userId, name, portraitUri } = user(index);
  return (
    `userId=${encodeURIComponent(userId)}&name=${encodeURIComponent(name)}` +
    `&portraitUri=${encodeURIComponent(portraitUri)}`
  );
}

/** The headers of a signed call, made anew for each, as somebody would write it by hand. */
export function signedHeaders(): Record<string, string> {
  const nonce = String(crypto.randomInt(2 ** 47));
  const timestamp = String(Date.now());
  return {
    'Content-Type': 'application/x-www-form-urlencoded',
    'App-Key': APP_KEY,
    Nonce: nonce,
    Timestamp: timestamp,
    Signature: crypto.hash('sha1', APP_SECRET + nonce + timestamp, 'hex'),
  };
}

/** Reads a reply; throws when it is no success. */
export function readReply(text: string): unknown {
  const reply: unknown = JSON.parse(text);
  if (typeof reply !== 'object' || reply === null || Reflect.get(reply, 'code') !== 200) {
    throw new Error(`The call failed: ${text}`);
  }
  return reply;
}
