import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { RUNS_REDIS } from '../support/redis-server.js';

const MINUTES = 60_000;

const NEEDS_REDIS = '05-workers';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const samples = (await readdir(`${root}sample`))
  .filter((name) => existsSync(`${root}sample/${name}/play.ts`))
  .sort();

// As `npm run sample` does: built by `npm run build` before, compiled once, played by each.
describe('the samples', () => {
  beforeAll(async () => {
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'sample'], { cwd: root });
  }, 2 * MINUTES);

  it.each(samples)(
    'play the story of %s to its end',
    async (name) => {
      const { stdout, stderr } = await run(process.execPath, ['sample/dist/play.js', name], {
        cwd: root,
      });
      expect(stderr).toBe('');
      const needsMore = name === NEEDS_REDIS && !RUNS_REDIS;
      expect(stdout).toContain(
        needsMore ? 'install the Debian package redis-server' : 'All of it worked.',
      );
    },
    2 * MINUTES,
  );

  it('are named when there is none of a name', async () => {
    const playing = run(process.execPath, ['sample/dist/play.js', '99-none'], { cwd: root });
    await expect(playing).rejects.toThrow(samples.join(', '));
  });
});
