import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import type { Report } from './report.js';
import { figureTable } from './table.js';

const BEGIN = '<!-- written by npm run bench -->';
const END = '<!-- end -->';

/** Puts the figures of all suites, as their JSON has them, into the README of a folder. */
export async function writeOverview(folder: URL, suites: readonly string[]): Promise<void> {
  const reports = await Promise.all(suites.map((name) => readReport(folder, name)));
  const sections = reports.flatMap((report) => (report === undefined ? [] : describe(report)));
  const file = new URL('README.md', folder);
  const page = await readFile(file, 'utf8');
  const [before, rest] = split(page, BEGIN);
  const [, after] = split(rest, END);
  const text = [`${before}${BEGIN}`, ...sections, `${END}${after}`].join('\n\n');
  await writeFile(file, await format(text, { parser: 'markdown' }));
}

/** Undefined for a suite that was never measured. */
async function readReport(folder: URL, name: string): Promise<Report | undefined> {
  const text = await readFile(new URL(`${name}.json`, folder), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}

function describe({ name, title, figures }: Report): string[] {
  return [
    `### [${title}](${name}.md)`,
    `![${title}: figures and goals](${name}.svg)`,
    figureTable(figures),
  ];
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`The README of the reports has lost its mark '${mark}'.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
