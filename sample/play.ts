// Plays a sample by the name of its folder: `npm run sample 04-groups`.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = (await readdir(folder)).filter((name) => existsSync(`${folder}${name}/play.js`));
const wanted = process.argv[2] ?? '';

if (names.includes(wanted)) {
  await import(`./${wanted}/play.js`);
} else {
  console.error(`There is no sample "${wanted}". These can be played: ${names.sort().join(', ')}.`);
  process.exitCode = 1;
}
