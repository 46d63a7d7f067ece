import { mkdir, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { drawChart } from './chart.js';
import type { Environment } from './environment.js';
import type { Report } from './report.js';
import { figureTable, measurementTable } from './table.js';

// From bench/dist/report, where this is compiled to.
/** Where reports are. */
export const FOLDER = new URL('../../../docs/performance/', import.meta.url);

/** Writes a report for people (Markdown, SVG) and for programs (JSON) into `docs/performance/`. */
export async function writeReport(report: Report, environment: Environment): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const json = JSON.stringify({ environment, ...report });
  await writeFile(new URL(`${report.name}.json`, FOLDER), await format(json, { parser: 'json' }));
  const markdown = describeReport(report, environment);
  await writeFile(
    new URL(`${report.name}.md`, FOLDER),
    await format(markdown, { parser: 'markdown' }),
  );
  await writeFile(new URL(`${report.name}.svg`, FOLDER), drawChart(report));
}

/** A report as Markdown. */
export function describeReport(report: Report, environment: Environment): string {
  const { title, name, method, figures, measurements } = report;
  const versions = Object.entries(environment.packages).map(
    ([name, version]) => `${name} ${version}`,
  );
  return [
    `# ${title}`,
    `Written by \`npm run bench -- ${name}\`; do not edit.`,
    `${environment.date}, Node ${environment.node} on ${environment.machine}. ${versions.join(', ')}.`,
    method,
    '## Goals',
    `![${title}: figures and goals](${name}.svg)`,
    figureTable(figures),
    '## Everything measured',
    measurementTable(measurements),
    '',
  ].join('\n\n');
}
