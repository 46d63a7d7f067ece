import * as crypto from 'node:crypto';
import { APP_KEY, APP_SECRET } from '../client/request.js';

/** The event that is sent; its address ends in it. */
export const EVENT = 'user-online-status';

/** Where all receivers listen. */
export const PATH = 'im/callbacks';

/** The nth callback as the platform sends it: another body and another signature each time. */
export function signedCallback(index: number): string {
  const nonce = String(crypto.randomInt(2 ** 47));
  const timestamp = String(Date.now());
  const signature = crypto.hash('sha1', APP_SECRET + nonce + timestamp, 'hex');
  const body = JSON.stringify([
    {
      userid: `user-${index}`,
      status: String(index % 2),
      os: 'Websocket',
      time: Number(timestamp),
      clientIp: '203.0.113.7:50123',
      sessionId: `session-${index}`,
    },
  ]);
  return [
    `POST /${PATH}/${EVENT}?appKey=${APP_KEY}&nonce=${nonce}&timestamp=${timestamp}&signature=${signature} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}
