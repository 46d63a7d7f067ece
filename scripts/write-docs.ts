// Writes every page that is made from the source: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { locationOf, renderPages } from './reference/pages.js';

const pages = await renderPages();
for (const { path, text } of pages) {
  mkdirSync(dirname(locationOf(path)), { recursive: true });
  writeFileSync(locationOf(path), text);
}
console.log(`Wrote ${pages.length} pages.`);
