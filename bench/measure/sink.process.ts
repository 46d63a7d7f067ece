import * as net from 'node:net';
import type { AddressInfo } from 'node:net';
import * as tls from 'node:tls';
import type { SinkCertificate, SinkCount, SinkPorts } from './sink.js';

const BODY =
  '{"code":200,"userId":"user-1","token":"5oLpJ3k2bQYx0mJ1e7aY0pQd9vX4uR8sT6wZ1cF3hK0=@bench.example.com"}';
const REPLY = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;
const CLOSING_REPLY = REPLY.replace('\r\n', '\r\nConnection: close\r\n');
const END_OF_HEAD = '\r\n\r\n';

const count = { requests: 0, connections: 0 };

/** Answers every request on a connection, as cheaply as it can be done. */
function serve(socket: net.Socket): void {
  let unread: Buffer = Buffer.alloc(0);
  count.connections += 1;
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
    for (;;) {
      const headLength = unread.indexOf(END_OF_HEAD);
      if (headLength === -1) return;
      const head = unread.toString('latin1', 0, headLength);
      const bodyLength = Number(/\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      const length = headLength + END_OF_HEAD.length + bodyLength;
      if (unread.length < length) return;
      unread = unread.subarray(length);
      count.requests += 1;
      if (/\nconnection: *close/i.test(head)) socket.end(CLOSING_REPLY);
      else socket.write(REPLY);
    }
  });
  socket.on('error', () => socket.destroy());
}

function listen(server: net.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

process.once('message', (certificate: SinkCertificate) => {
  void open(certificate);
});

async function open(certificate: SinkCertificate): Promise<void> {
  const ports: SinkPorts = {
    http: await listen(net.createServer(serve)),
    https: await listen(tls.createServer(certificate, serve)),
  };
  process.on('message', () => {
    const counted: SinkCount = { ...count };
    count.requests = 0;
    count.connections = 0;
    process.send?.(counted);
  });
  process.on('disconnect', () => process.exit());
  process.send?.(ports);
}
