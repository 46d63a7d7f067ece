import { type Call, callFor } from './call-for.js';
import type { Pace } from './pace.js';

export interface CallMeasurement {
  readonly callsPerSecond: number;
  readonly cpuMicrosPerCall: number;
}

/** What a call costs this process, once it is warm. */
export async function measureCalls(
  call: Call,
  inFlight: number,
  { warmUpMs, measureMs }: Pick<Pace, 'warmUpMs' | 'measureMs'>,
): Promise<CallMeasurement> {
  await callFor(warmUpMs, call, inFlight);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const calls = await callFor(measureMs, call, inFlight);
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - startedAt) / 1_000;
  return { callsPerSecond: calls / seconds, cpuMicrosPerCall: (user + system) / calls };
}
