import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { freePort } from '../../sample/shared/free-port.js';
import { eventually } from './eventually.js';

/** How a Redis of a test is set up. */
export interface RedisServerOptions {
  /** Writes each change to disk before it answers. Default: nothing is written. */
  readonly persistent?: boolean;
  /** A cluster of one node, which refuses commands on keys of different slots. */
  readonly cluster?: boolean;
}

const IS_INSTALLED = spawnSync('redis-server', ['--version']).status === 0;
/** Whether tests with Redis run: it is installed, or has to be. */
export const RUNS_REDIS = IS_INSTALLED || process.env['REQUIRE_REDIS'] !== undefined;

/** A suite that needs Redis: skipped where there is none, unless `REQUIRE_REDIS` is set. */
export function describeWithRedis(name: string, define: () => void): void {
  if (RUNS_REDIS) {
    describe(name, define);
    return;
  }
  process.stderr.write(`${name}: skipped, install the Debian package redis-server to run it.\n`);
  describe.skip(name, define);
}

/** A `redis-server` of a test, on a free port of the loopback interface, in a folder of its own. */
export class RedisServer {
  #process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly options: RedisServerOptions,
  ) {}

  static async start(options: RedisServerOptions = {}): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'redis-'));
    const server = new RedisServer(folder, await freePort(), options);
    await server.start();
    return server;
  }

  connect(options: Omit<RedisOptions, 'replyMapping'> = {}): Redis {
    // ioredis waits that long for a connection to close that may have closed before.
    const disconnectTimeout = 100;
    const redis = new Redis({ port: this.port, host: '127.0.0.1', disconnectTimeout, ...options });
    // A test that kills its server expects that.
    redis.on('error', () => undefined);
    return redis;
  }

  connectToCluster(): Cluster {
    return new Cluster([{ port: this.port, host: '127.0.0.1' }]);
  }

  /** Starts it again after `kill`, with what it had written to disk. */
  async start(): Promise<void> {
    const { persistent = false, cluster = false } = this.options;
    const settings = {
      port: this.port,
      bind: '127.0.0.1',
      dir: this.folder,
      save: '',
      appendonly: persistent ? 'yes' : 'no',
      appendfsync: 'always',
      'cluster-enabled': cluster ? 'yes' : 'no',
      'cluster-announce-ip': '127.0.0.1',
    };
    const parameters = Object.entries(settings).flatMap(([name, value]) => [
      `--${name}`,
      String(value),
    ]);
    this.#process = spawn('redis-server', parameters, { stdio: 'ignore' });
    const redis = this.connect({ retryStrategy: () => 20, maxRetriesPerRequest: null });
    await redis.ping();
    if (cluster) await this.#becomeCluster(redis);
    redis.disconnect();
  }

  /** Ends it without a warning, as a crash does. */
  async kill(): Promise<void> {
    const running = this.#process;
    if (running === undefined) return;
    this.#process = undefined;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #becomeCluster(redis: Redis): Promise<void> {
    await redis.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await eventually(async () => {
      return String(await redis.call('CLUSTER', 'INFO')).includes('cluster_state:ok');
    });
  }
}
