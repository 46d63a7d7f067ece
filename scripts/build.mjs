// Builds the package: ES modules by `nest build`, CommonJS by a second run of the compiler.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
chmodSync('dist/esm/emulator/cli.js', 0o755);

// The catalogue is data, a third of the package: it is packed once, as JSON, for both kinds of modules,
// and without what only people read.
const forPeople = new Set(['seenIn', 'notes', 'encodingNote']);
function forMachines(key, value) {
  // An example may hold a description too, which is data; that of a parameter stands beside `required`.
  const isOfParameter = key === 'description' && 'required' in this;
  return isOfParameter || forPeople.has(key) ? undefined : value;
}
mkdirSync('dist/catalogue');
for (const file of readdirSync('dist/esm/catalogue').filter((name) =>
  /\.catalogue\.js$/.test(name),
)) {
  const data = await import(new URL(`../dist/esm/catalogue/${file}`, import.meta.url));
  const json = file.replace('.catalogue.js', '.json');
  writeFileSync(`dist/catalogue/${json}`, JSON.stringify(data, forMachines));
  const path = `'../../catalogue/${json}'`;
  writeFileSync(`dist/cjs/catalogue/${file}`, `module.exports = require(${path});\n`);
  writeFileSync(
    `dist/esm/catalogue/${file}`,
    "import { createRequire } from 'node:module';\n" +
      `export const { ${Object.keys(data).join(', ')} } = createRequire(import.meta.url)(${path});\n`,
  );
}
