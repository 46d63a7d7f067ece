import { parseArgs } from 'node:util';
import { measureApps } from './apps/apps.suite.js';
import { measureCallbacks } from './callbacks/callbacks.suite.js';
import { measureClient } from './client/client.suite.js';
import { measureEmulator } from './emulator/emulator.suite.js';
import { measureFootprint } from './footprint/footprint.suite.js';
import { FULL_PACE, SMOKE_PACE, type Pace } from './measure/pace.js';
import { measureMemory } from './memory/memory.suite.js';
import { measureMicro } from './micro/micro.suite.js';
import { describeEnvironment } from './report/environment.js';
import type { Report } from './report/report.js';
import { writeOverview } from './report/overview.js';
import { describeReport, FOLDER, writeReport } from './report/write.js';

const SUITES: Readonly<Record<string, (pace: Pace) => Promise<Report>>> = {
  client: measureClient,
  callbacks: measureCallbacks,
  micro: measureMicro,
  apps: measureApps,
  memory: measureMemory,
  footprint: measureFootprint,
  emulator: measureEmulator,
};

const USAGE = `npm run bench -- [suite ...] [--smoke]

Suites: ${Object.keys(SUITES).join(', ')}; without any, all of them.
--smoke shows in seconds that the bench works; its figures mean nothing and are not written.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { smoke: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(SUITES, name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no suite ${unknown.join(', ')}.\n`);
  console.log(USAGE);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const environment = describeEnvironment();
for (const [name, measure] of Object.entries(SUITES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  const report = await measure(values.smoke ? SMOKE_PACE : FULL_PACE);
  console.log(describeReport(report, environment));
  if (!values.smoke) await writeReport(report, environment);
}
if (!values.smoke) await writeOverview(FOLDER, Object.keys(SUITES));
