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
  /** Requests per second at most. Default: as many as are answered. */
  readonly perSecond?: number;
}

/** What a sender has done. */
export interface SenderCount {
  readonly requests: number;
  readonly seconds: number;
}

export interface LoadMeasurement {
  readonly requestsPerSecond: number;
  /** Of the server's process, as many requests as it answers. */
  readonly cpuMicrosPerRequest: number;
  /** The same at a rate that every server can keep. */
  readonly cpuMicrosAtEqualRate: number;
}

const CONNECTIONS = 64;
const EXPECTED_PER_SECOND = 25_000;

/**
 * A server that is fast finds its sender awake, and a slow one has to wake it with each answer, which
 * costs as much as all that Nest does. CPU times compare only at the same rate.
 */
export const EQUAL_RATE = 4_000;

/**
 * Measures a server, a process that serves as `serveUnderLoad` does, while another process sends it
 * signed requests, each another one, over connections that are kept.
 */
export async function measureUnderLoad(
  server: ChildProcess,
  job: object,
  kind: SenderJob['kind'],
  pace: Pace,
): Promise<LoadMeasurement> {
  const { measureMs } = pace;
  // A server accepts its connections once: nothing in it is warm later than the rest.
  const warmUpMs = pace.warmUpMs / 2;
  const sender = fork(new URL('sender.process.js', import.meta.url));
  try {
    const port = await ask<number>(server, job);
    const prepared = Math.ceil(((warmUpMs + measureMs) / 1_000) * EXPECTED_PER_SECOND);
    const senderJob: SenderJob = { port, kind, connections: CONNECTIONS, prepared };
    await ask(sender, senderJob);
    const load = async (order: SenderOrder) => {
      const cpuBefore = await ask<number>(server, {});
      const { requests, seconds } = await ask<SenderCount>(sender, order);
      const cpuMicros = (await ask<number>(server, {})) - cpuBefore;
      return { perSecond: requests / seconds, cpuMicros: cpuMicros / requests };
    };
    await load({ durationMs: warmUpMs });
    const most = await load({ durationMs: measureMs });
    const equal = await load({ durationMs: measureMs, perSecond: EQUAL_RATE });
    return {
      requestsPerSecond: most.perSecond,
      cpuMicrosPerRequest: most.cpuMicros,
      cpuMicrosAtEqualRate: equal.cpuMicros,
    };
  } finally {
    sender.disconnect();
    server.disconnect();
  }
}
