// Builds the package: ES modules by `nest build`, CommonJS by a second run of the compiler.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

function run(...command) {
  const { status } = spawnSync('npx', ['--no-install', ...command], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync('dist', { recursive: true, force: true });
run('nest', 'build');
run('tsc', '-p', 'tsconfig.cjs.json');
writeFileSync('dist/cjs/package.json', '{"type":"commonjs"}\n');

// Comments are read in the declarations; in the code they would be a seventh of the package. The compiler
// can leave them out of both only.
for (const folder of ['dist/esm', 'dist/cjs']) {
  const scripts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  for (const path of scripts.map((name) => join(folder, name))) {
    const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
      compilerOptions: { removeComments: true, target: 'es2022', module: 'esnext' },
    });
    writeFileSync(path, outputText);
  }
}
chmodSync('dist/cjs/emulator/cli.js', 0o755);

// What no entry leads to, such as the types of what is internal, would be dead weight.
const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const RELATIVE = /(?:from|import|require\()\s*\(?["'](\.[^"']+)["']/g;
const reachable = new Set();
function reach(path) {
  if (reachable.has(path)) return;
  reachable.add(path);
  for (const [, name] of readFileSync(path, 'utf8').matchAll(RELATIVE)) {
    const target = join(dirname(path), name);
    reach(path.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target);
  }
}
for (const [, entry] of JSON.stringify([bin, exports]).matchAll(/"\.\/(dist\/[^"]+)"/g))
  reach(entry);
for (const name of readdirSync('dist', { recursive: true })) {
  const path = join('dist', name);
  if (/\.(js|d\.ts)$/.test(path) && !reachable.has(path)) rmSync(path);
}

// The catalogue is data, a third of the package: it is packed as JSON, without what only people read.
const forPeople = new Set(['seenIn', 'notes', 'encodingNote']);
function forMachines(key, value) {
  // An example may hold a description too, which is data; that of a parameter stands beside `required`.
  const isOfParameter = key === 'description' && 'required' in this;
  return isOfParameter || forPeople.has(key) ? undefined : value;
}
const require = createRequire(import.meta.url);
mkdirSync('dist/catalogue');
for (const file of readdirSync('dist/cjs/catalogue').filter((name) =>
  /\.catalogue\.js$/.test(name),
)) {
  const json = file.replace('.catalogue.js', '.json');
  const data = require(`../dist/cjs/catalogue/${file}`);
  writeFileSync(`dist/catalogue/${json}`, JSON.stringify(data, forMachines));
  writeFileSync(
    `dist/cjs/catalogue/${file}`,
    `module.exports = require('../../catalogue/${json}');\n`,
  );
}
