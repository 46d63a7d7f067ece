import { execFileSync, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ask } from '../measure/ask.js';
import type { Pace } from '../measure/pace.js';
import { inRounds } from '../measure/rounds.js';
import { type Spread, spread } from '../measure/statistics.js';
import type { Report } from '../report/report.js';
import { FRAMEWORK, type ImportTime, importTime, WITH_PACKAGE } from './import-time.js';

// From bench/dist/footprint, where this is compiled to.
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const KILOBYTE = 1_000;
const NO_TIME: ImportTime = { elapsedMs: Number.NaN, cpuMs: Number.NaN };

/** What the package weighs, and what it adds to the start of an application. */
export async function measureFootprint({ rounds }: Pace): Promise<Report> {
  const imports = await inRounds([FRAMEWORK, WITH_PACKAGE], rounds, (packages) => {
    return importTime(packages, ROOT);
  });
  const framework = imports.get(FRAMEWORK) ?? [];
  const withPackage = imports.get(WITH_PACKAGE) ?? [];
  const added = (read: (time: ImportTime) => number): Spread =>
    spread(withPackage.map((time, round) => read(time) - read(framework[round] ?? NO_TIME)));
  const boots = await inRounds(['boot'], rounds, () => {
    return ask<number>(fork(new URL('boot.process.js', import.meta.url)), {});
  });
  const { size, dependencies } = packed();
  return {
    name: 'footprint',
    title: 'Footprint',
    method: `Times in fresh processes, ${rounds} of each; the size is that of \`npm pack\`.`,
    figures: [
      {
        what: 'import of the root entry, beyond `@nestjs/core` and `@nestjs/axios`',
        unit: 'ms',
        value: added(({ elapsedMs }) => elapsedMs),
        goal: { atMost: 150 },
      },
      {
        what: 'the same, CPU time',
        unit: 'ms',
        value: added(({ cpuMs }) => cpuMs),
        goal: { atMost: 150 },
      },
      {
        what: 'boot of a module with all services, imported already',
        unit: 'ms',
        value: spread(boots.get('boot') ?? []),
        goal: { atMost: 50 },
      },
      { what: 'packed size', unit: 'kB', value: exactly(size / KILOBYTE), goal: { atMost: 500 } },
      { what: 'runtime dependencies', unit: '', value: exactly(dependencies), goal: { atMost: 1 } },
    ],
    measurements: [...imports].map(([packages, times]) => ({
      subject: `import of ${packages.join(', ')}`,
      values: {
        ms: spread(times.map(({ elapsedMs }) => elapsedMs)),
        'CPU ms': spread(times.map(({ cpuMs }) => cpuMs)),
      },
    })),
  };
}

function packed(): { readonly size: number; readonly dependencies: number } {
  const options = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [{ size }] = JSON.parse(execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8' })) as [
    { readonly size: number },
  ];
  const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
    readonly dependencies: object;
  };
  return { size, dependencies: Object.keys(manifest.dependencies).length };
}

function exactly(value: number): Spread {
  return spread([value]);
}
