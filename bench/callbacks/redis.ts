import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A `redis-server` on a free port, which writes to disk before it answers: with less, events are lost. */
export class RedisProcess {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Undefined where the Debian package redis-server is not installed. */
  static async start(): Promise<RedisProcess | undefined> {
    if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
    const folder = await mkdtemp(join(tmpdir(), 'bench-redis-'));
    const port = await freePort();
    const settings = `--port ${port} --bind 127.0.0.1 --appendonly yes --appendfsync always`;
    const options = ['--dir', folder, '--save', '', ...settings.split(' ')];
    const child = spawn('redis-server', options, { stdio: 'ignore' });
    const redis = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null });
    // Until it listens.
    redis.on('error', () => undefined);
    await redis.ping();
    redis.disconnect();
    return new RedisProcess(port, child, folder);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill();
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
