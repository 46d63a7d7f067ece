import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A port that is free on the loopback interface, below those that systems hand out by themselves, as is the one
 * 10,000 above, where a node of a Redis cluster listens too: nobody takes them while the server is away.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_500, 20_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
