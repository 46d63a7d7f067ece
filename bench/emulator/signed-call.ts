import { form, PATH, signedHeaders } from '../client/request.js';

/** The nth call of the Server API as it travels. */
export function signedCall(index: number): string {
  const body = form(index);
  const headers = Object.entries(signedHeaders()).map(([name, value]) => `${name}: ${value}`);
  return [
    `POST ${PATH} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Content-Length: ${body.length}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
}
