import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import {
  FRAMEWORK,
  type ImportTime,
  importTime,
  WITH_PACKAGE,
} from '../../bench/footprint/import-time.js';

const MINUTE = 60_000;
const ROUNDS = 5;

const root = fileURLToPath(new URL('../..', import.meta.url));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function described(what: string, times: readonly ImportTime[]): string {
  const elapsed = median(times.map(({ elapsedMs }) => elapsedMs));
  const cpu = median(times.map(({ cpuMs }) => cpuMs));
  expect(elapsed).toBeGreaterThan(0);
  expect(cpu).toBeGreaterThan(0);
  return `${what}: ${elapsed.toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU`;
}

// Figures to look at, not a verdict: they are those of the machine and of what else it does.
it(
  'the root entry can be imported beside Nest, and how long that takes is printed',
  async () => {
    const without: ImportTime[] = [];
    const withPackage: ImportTime[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(await importTime(FRAMEWORK, root));
      withPackage.push(await importTime(WITH_PACKAGE, root));
    }
    const lines = [
      `import time, median of ${ROUNDS}:`,
      described('  @nestjs/core and @nestjs/axios alone', without),
      described('  with nestjs-rongcloud-im', withPackage),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  },
  2 * MINUTE,
);
