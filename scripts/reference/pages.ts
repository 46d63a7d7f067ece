import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { documentedCalls } from '../../lib/catalogue/documented-calls.js';
import type { ImOperation } from '../../lib/client/operation.js';
import { API_AREAS } from '../../lib/im.areas.js';
import { areaPage } from './area-page.js';
import { openApi } from './open-api.js';
import { readSourceComments } from './source-comments.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TABLE = /(<!-- services: .* -->\n)[\s\S]*?(\n<!-- \/services -->)/;

type AnyOperation = ImOperation<never, unknown>;

/** A file that is made from the source, by its path from the root of the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every file that is made from the source, as it should be. */
export async function renderPages(): Promise<Page[]> {
  const sources = readSourceComments();
  const areas = Object.entries(API_AREAS).map(([name, { service, operations }]) => ({
    path: `docs/reference/${fileNameOf(name)}.md`,
    service: service.name,
    operations: operationsIn(operations),
  }));
  const services = servicesTable(areas);
  const pages = [
    ...areas.map(({ path, service, operations }) => ({
      path,
      text: areaPage(service, operations, sources),
    })),
    { path: 'README.md', text: readme(services) },
    { path: 'docs/openapi.json', text: JSON.stringify(openApi()) },
  ];
  return Promise.all(
    pages.map(async ({ path, text }) => ({ path, text: await formatted(path, text) })),
  );
}

/** What stands in a page now. */
export function readPage(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}

/** Where a page is written. */
export function locationOf(path: string): string {
  return ROOT + path;
}

interface Area {
  readonly path: string;
  readonly service: string;
  readonly operations: readonly AnyOperation[];
}

function servicesTable(areas: readonly Area[]): string {
  const rows = areas.map(({ path, service, operations }) => {
    const topics = new Set(
      operations.map(({ name }) => name.split('.').slice(1, -1).join('.')).filter(Boolean),
    );
    const listed = [...topics].map((topic) => `\`${topic}\``).join(', ');
    return `| [\`${service}\`](${path}) | ${operations.length} | ${listed} |`;
  });
  const total = areas.reduce((sum, { operations }) => sum + operations.length, 0);
  const documented = [...documentedCalls.values()].filter(({ status }) => status !== 'deprecated');
  return [
    '| service | operations | topics |',
    '| --- | --- | --- |',
    ...rows,
    `| in all | ${total} of ${documented.length} | |`,
  ].join('\n');
}

function readme(services: string): string {
  const text = readPage('README.md');
  if (!TABLE.test(text)) throw new Error('README.md has lost the marks around its services.');
  return text.replace(TABLE, (_all, begin: string, end: string) => `${begin}\n${services}\n${end}`);
}

function operationsIn(table: object): AnyOperation[] {
  return Object.values(table).flatMap((value: AnyOperation | object) =>
    'path' in value ? [value] : operationsIn(value),
  );
}

function fileNameOf(area: string): string {
  return area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function formatted(path: string, text: string): Promise<string> {
  return format(text, {
    filepath: path,
    singleQuote: true,
    trailingComma: 'all',
    printWidth: 100,
  });
}
