import { fork, type ChildProcess } from 'node:child_process';
import { ask } from './ask.js';
import type { Pace } from './pace.js';

/** What requests a server is sent. */
export interface SenderJob {
  readonly port: number;
  readonly kind: 'callback' | 'call';
  readonly connections: number;
  /** Requests that are signed before any is sent. */
  readonly prepared: number;
}

/** Asks a sender to send for some time. */
export interface SenderOrder {
  readonly durationMs: number;
}

/** What a sender has done. */
export interface SenderCount {
  readonly requests: number;
  readonly seconds: number;
}

export interface LoadMeasurement {
  readonly requestsPerSecond: number;
  /** Of the server's process. */
  readonly cpuMicrosPerRequest: number;
}

const CONNECTIONS = 64;
const EXPECTED_PER_SECOND = 25_000;

/**
 * Measures a server, a process that serves as `serveUnderLoad` does, while another process sends it
 * signed requests, each another one, over connections that are kept.
 */
export async function measureUnderLoad(
  server: ChildProcess,
  job: object,
  kind: SenderJob['kind'],
  { warmUpMs, measureMs }: Pace,
): Promise<LoadMeasurement> {
  const sender = fork(new URL('sender.process.js', import.meta.url));
  try {
    const port = await ask<number>(server, job);
    const prepared = Math.ceil(((warmUpMs + measureMs) / 1_000) * EXPECTED_PER_SECOND);
    const senderJob: SenderJob = { port, kind, connections: CONNECTIONS, prepared };
    await ask(sender, senderJob);
    const warmUp: SenderOrder = { durationMs: warmUpMs };
    await ask(sender, warmUp);
    const cpuBefore = await ask<number>(server, {});
    const order: SenderOrder = { durationMs: measureMs };
    const { requests, seconds } = await ask<SenderCount>(sender, order);
    const cpuMicros = (await ask<number>(server, {})) - cpuBefore;
    return {
      requestsPerSecond: requests / seconds,
      cpuMicrosPerRequest: cpuMicros / requests,
    };
  } finally {
    sender.disconnect();
    server.disconnect();
  }
}
