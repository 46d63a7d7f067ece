import { callFor } from '../measure/call-for.js';
import { VARIANTS, type VariantName } from './variants.js';

/** What one process measures. */
export interface ClientJob {
  readonly variant: VariantName;
  readonly origin: string;
  readonly inFlight: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface ClientMeasurement {
  readonly callsPerSecond: number;
  readonly cpuMicrosPerCall: number;
}

async function measure(job: ClientJob): Promise<ClientMeasurement> {
  const { prepare } = await VARIANTS[job.variant]();
  const call = await prepare(job.origin);
  await callFor(job.warmUpMs, call, job.inFlight);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const calls = await callFor(job.measureMs, call, job.inFlight);
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - startedAt) / 1_000;
  return { callsPerSecond: calls / seconds, cpuMicrosPerCall: (user + system) / calls };
}

process.once('message', (job: ClientJob) => {
  void measure(job).then((measurement) => {
    process.send?.(measurement, () => process.exit());
  });
});
