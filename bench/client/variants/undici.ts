import { Pool } from 'undici';
import { CONNECTIONS, form, PATH, readReply, signedHeaders } from '../request.js';
import type { Call } from '../../measure/call-for.js';

export function prepare(origin: string): Call {
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  return async (index) => {
    const { body } = await pool.request({
      path: PATH,
      method: 'POST',
      headers: signedHeaders(),
      body: form(index),
    });
    return readReply(await body.text());
  };
}
