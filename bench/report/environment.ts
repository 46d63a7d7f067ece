import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';

/** Where and with what a report was made. */
export interface Environment {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly packages: Readonly<Record<string, string>>;
}

const PACKAGES = ['@nestjs/core', '@nestjs/axios', 'axios', 'undici', 'class-validator'];

// From bench/dist/report, where this is compiled to.
const ROOT = new URL('../../../', import.meta.url);
const PEERS = new URL('bench/peers/package.json', ROOT);

export function describeEnvironment(): Environment {
  const [processor] = os.cpus();
  const gibibytes = Math.round(os.totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${os.availableParallelism()} × ${processor?.model.trim() ?? 'unknown'}, ${gibibytes} GiB, ${os.platform()} ${os.arch()}`,
    node: process.versions.node,
    packages: {
      'nestjs-rongcloud-im': versionIn(new URL('package.json', ROOT)),
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name, import.meta.url)])),
      'rongcloud-sdk': versionOf('rongcloud-sdk', PEERS),
    },
  };
}

function versionOf(name: string, from: string | URL): string {
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    try {
      return versionIn(`${folder}/${name}/package.json`);
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`${name} is not installed.`);
}

function versionIn(file: string | URL): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
