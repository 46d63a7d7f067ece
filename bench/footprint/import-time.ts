import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What every application with this package imports anyway. */
export const FRAMEWORK = ['reflect-metadata', '@nestjs/core', '@nestjs/axios'];
export const WITH_PACKAGE = [...FRAMEWORK, 'nestjs-rongcloud-im'];

/** How long something takes, in milliseconds. */
export interface ImportTime {
  readonly elapsedMs: number;
  readonly cpuMs: number;
}

const run = promisify(execFile);

/** How long a process of its own takes to import packages, as an application in `folder` would. */
export async function importTime(packages: readonly string[], folder: string): Promise<ImportTime> {
  const imports = packages.map((name) => `await import('${name}');`).join('\n');
  const program = `
    const began = performance.now();
    const before = process.cpuUsage();
    ${imports}
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ elapsedMs: performance.now() - began, cpuMs: (user + system) / 1000 }));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
  });
  return JSON.parse(stdout) as ImportTime;
}
