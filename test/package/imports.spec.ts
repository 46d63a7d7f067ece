import { readdir, readFile } from 'node:fs/promises';
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
  // Not its main file: it takes as long as all the rest.
  'class-validator/cjs/decorator/common/ValidateBy.js',
  'class-validator/cjs/metadata/MetadataStorage.js',
  'class-validator/cjs/validation/Validator.js',
  'reflect-metadata',
  'rxjs',
  'undici',
];

const built = fileURLToPath(new URL('../../dist', import.meta.url));

/** Everything that loading a built file loads: our files, and the names of packages. */
async function loadedBy(entry: string, folder = 'compiled') {
  const root = join(built, folder);
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
    const { files } = await loadedBy('index.js');
    expect(files).toContain('client/call.js');
    expect(
      files.filter((file) => /^(catalogue|emulator|testing|config|redis)\//.test(file)),
    ).toEqual([]);
  });
});

describe('the entry for Redis', () => {
  it('loads nothing but itself and what it shares with the root entry', async () => {
    const { files, packages } = await loadedBy('redis/index.js');
    const shared = await loadedBy('index.js');
    expect(
      files.filter((file) => !file.startsWith('redis/') && !shared.files.includes(file)),
    ).toEqual([]);
    // Of ioredis it takes the types: the connections are made by the application.
    expect(packages).toEqual(['@nestjs/common']);
  });
});

describe('the emulator', () => {
  it('needs no package, and checks by the catalogue, never by the inputs of the client', async () => {
    const { files, packages } = await loadedBy('testing/index.js');
    expect(packages).toEqual([]);
    expect(files).toContain('catalogue/user.catalogue.js');
    const own = /^(catalogue|emulator|testing|signature)\//;
    expect(files.filter((file) => !own.test(file))).toEqual([]);
  });
});

describe.each(['esm', 'cjs'])('what is published as %s', (folder) => {
  it('is one file for the root entry, and what other entries share with it', async () => {
    const root = await loadedBy('index.js', folder);
    expect(root.packages).toEqual(REQUIRED_PEERS);
    const shared = root.files.filter((file) => file !== 'index.js');
    expect(shared).not.toEqual([]);
    for (const entry of ['config/index.js', 'redis/index.js']) {
      const { files } = await loadedBy(entry, folder);
      expect([...shared, entry]).toEqual(expect.arrayContaining(files));
    }
  });

  it('holds each class once, by the name that the source gives it', async () => {
    const declared = await classesIn(folder);
    expect(declared).toContain('ImUserService');
    const compiled = new Set(await classesIn('compiled'));
    expect(declared.filter((name) => !compiled.has(name))).toEqual([]);
    expect(declared.filter((name, index) => declared.indexOf(name) < index)).toEqual([]);
  });
});

/** The names of all classes in a folder of the build. */
async function classesIn(folder: string): Promise<string[]> {
  const files = await readdir(join(built, folder), { recursive: true });
  const scripts = files.filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(
    scripts.map((file) => readFile(join(built, folder, file), 'utf8')),
  );
  return texts.flatMap((text) =>
    [...text.matchAll(/^(?:[\w$. ]+ = |export )*class ([\w$]+)/gm)].map(([, name = '']) => name),
  );
}
