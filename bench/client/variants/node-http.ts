import * as http from 'node:http';
import * as https from 'node:https';
import { CONNECTIONS, form, PATH, readReply, signedHeaders } from '../request.js';
import type { Call } from '../../measure/call-for.js';

export function prepare(origin: string): Call {
  const { protocol, hostname, port } = new URL(origin);
  const { Agent, request } = protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return (index) =>
    new Promise((resolve, reject) => {
      const body = form(index);
      const headers = { ...signedHeaders(), 'Content-Length': String(Buffer.byteLength(body)) };
      const sent = request(
        { agent, hostname, port, path: PATH, method: 'POST', headers },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('end', () => {
            try {
              resolve(readReply(Buffer.concat(chunks).toString()));
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          });
          reply.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
}
