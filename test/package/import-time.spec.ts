import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const MINUTE = 60_000;
const ROUNDS = 5;
const FRAMEWORK = ['reflect-metadata', '@nestjs/core', '@nestjs/axios'];
const WITH_PACKAGE = [...FRAMEWORK, 'nestjs-rongcloud-im'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** How long a process of its own takes to import packages, as an application would: milliseconds of its time and CPU. */
async function importTime(packages: readonly string[]): Promise<readonly [number, number]> {
  const imports = packages.map((name) => `await import('${name}');`).join('\n');
  const program = `
    const began = performance.now();
    const before = process.cpuUsage();
    ${imports}
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify([performance.now() - began, (user + system) / 1000]));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
  });
  return JSON.parse(stdout) as [number, number];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function described(what: string, times: readonly (readonly [number, number])[]): string {
  const elapsed = median(times.map(([time]) => time));
  const cpu = median(times.map(([, time]) => time));
  expect(elapsed).toBeGreaterThan(0);
  expect(cpu).toBeGreaterThan(0);
  return `${what}: ${elapsed.toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU`;
}

// Figures to look at, not a verdict: they are those of the machine and of what else it does.
it(
  'the root entry can be imported beside Nest, and how long that takes is printed',
  async () => {
    const without: (readonly [number, number])[] = [];
    const withPackage: (readonly [number, number])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(await importTime(FRAMEWORK));
      withPackage.push(await importTime(WITH_PACKAGE));
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
