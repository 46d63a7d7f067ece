// Builds the package: `nest build` compiles it, and rollup joins what was compiled into a few files of either kind.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import ts from 'typescript';

const COMPILED = 'dist/compiled';
const CATALOGUE = 'dist/catalogue';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('npx', ['--no-install', 'nest', 'build'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

// The catalogue is data, a third of the package: it is packed as JSON, without what only people read.
const forPeople = new Set(['seenIn', 'notes', 'encodingNote']);
function forMachines(key, value) {
  // An example may hold a description too, which is data; that of a parameter stands beside `required`.
  const isOfParameter = key === 'description' && 'required' in this;
  return isOfParameter || forPeople.has(key) ? undefined : value;
}
async function writeCatalogue(path) {
  const json = resolve(CATALOGUE, basename(path).replace('.catalogue.js', '.json'));
  mkdirSync(CATALOGUE, { recursive: true });
  writeFileSync(json, JSON.stringify(await import(pathToFileURL(path)), forMachines));
  return json;
}

const plugin = {
  name: 'nestjs-rongcloud-im',
  async resolveId(source, importer) {
    if (source === 'tslib') return fileURLToPath(import.meta.resolve('tslib/tslib.es6.mjs'));
    if (source.endsWith('.catalogue.js')) {
      return { id: await writeCatalogue(join(dirname(importer), source)), external: 'relative' };
    }
    return /^[./]/.test(source) ? undefined : { id: source, external: true };
  },
  // Comments are read in the declarations; in the code they would be a seventh of the package. The compiler
  // can leave them out of both only.
  renderChunk(code) {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { removeComments: true, target: 'es2022', module: 'esnext' },
    });
    return { code: outputText, map: null };
  },
};

/**
 * Joins the files of each entry, so that an application does not have to find, read and link some 300 of them. What
 * entries have in common is in files that they share: a class exists once.
 */
async function bundle(folder, format, entries) {
  const bundled = await rollup({
    input: Object.fromEntries(entries.map((entry) => [entry, resolve(COMPILED, `${entry}.js`)])),
    plugins: [plugin],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  await bundled.write({
    dir: folder,
    format,
    chunkFileNames: 'shared/[name].js',
    minifyInternalExports: false,
    hoistTransitiveImports: false,
    esModule: true,
    generatedCode: { constBindings: true },
  });
}

/** Copies the declarations that an entry leads to: those of what is internal would be dead weight. */
function declare(folder, entry) {
  const RELATIVE = /(?:from|import)\s*\(?["'](\.[^"']+)\.js["']/g;
  const declared = new Set();
  function reach(name) {
    if (declared.has(name)) return;
    declared.add(name);
    const path = join(COMPILED, `${name}.d.ts`);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(path, join(folder, `${name}.d.ts`));
    for (const [, imported] of readFileSync(path, 'utf8').matchAll(RELATIVE)) {
      reach(join(dirname(name), imported));
    }
  }
  reach(entry);
}

const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const published = [...new Set(JSON.stringify([bin, exports]).match(/dist\/[^"]+/g))];
function entriesOf(folder, extension) {
  const paths = published.filter((path) => path.startsWith(folder) && path.endsWith(extension));
  return paths.map((path) => relative(folder, path).slice(0, -extension.length));
}
for (const [folder, format] of [
  ['dist/esm', 'es'],
  ['dist/cjs', 'cjs'],
]) {
  await bundle(folder, format, entriesOf(folder, '.js'));
  for (const entry of entriesOf(folder, '.d.ts')) declare(folder, entry);
}
writeFileSync('dist/cjs/package.json', '{"type":"commonjs"}\n');
chmodSync('dist/cjs/emulator/cli.js', 0o755);
