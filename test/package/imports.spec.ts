import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const IMPORT =
  /(?:(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?|\brequire\()['"]([^'"]+)['"]/g;
const REQUIRED_PEERS = [
  '@nestjs/axios',
  '@nestjs/common',
  '@nestjs/core',
  'axios',
  'class-validator',
  'reflect-metadata',
  'rxjs',
  'undici',
];

const built = fileURLToPath(new URL('../../dist', import.meta.url));

/** Everything that loading a built file loads: our files, and the names of packages. */
async function loadedBy(modules: 'esm' | 'cjs', entry: string) {
  const root = join(built, modules);
  const files = new Set<string>();
  const packages = new Set<string>();
  async function visit(file: string): Promise<void> {
    if (files.has(file)) return;
    files.add(file);
    for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(IMPORT)) {
      if (name.startsWith('.')) await visit(join(dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  await visit(join(root, entry));
  return {
    files: [...files].map((file) => relative(root, file)),
    packages: [...packages].sort(),
  };
}

describe('the root entry', () => {
  it('loads neither the catalogue nor the emulator nor an optional peer', async () => {
    const { files, packages } = await loadedBy('esm', 'index.js');
    expect(files).toContain('client/call.js');
    expect(
      files.filter((file) => /^(catalogue|emulator|testing|config|redis)\//.test(file)),
    ).toEqual([]);
    expect(packages).toEqual(REQUIRED_PEERS);
  });
});

describe('the entry for Redis', () => {
  it('loads nothing but itself and what it shares with the root entry', async () => {
    const { files, packages } = await loadedBy('esm', 'redis/index.js');
    const shared = await loadedBy('esm', 'index.js');
    expect(
      files.filter((file) => !file.startsWith('redis/') && !shared.files.includes(file)),
    ).toEqual([]);
    // Of ioredis it takes the types: the connections are made by the application.
    expect(packages).toEqual(['@nestjs/common']);
  });
});

describe('the emulator', () => {
  it('needs no package, and checks by the catalogue, never by the inputs of the client', async () => {
    const { files, packages } = await loadedBy('cjs', 'testing/index.js');
    expect(packages).toEqual([]);
    expect(files).toContain('catalogue/user.catalogue.js');
    const own = /^((\.\.\/)?catalogue|emulator|testing|signature)\//;
    expect(files.filter((file) => !own.test(file))).toEqual([]);
  });
});
