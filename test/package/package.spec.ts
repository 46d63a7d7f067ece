import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const MINUTES = 60_000;
const CONSUMERS = ['nest12-esm', 'nest12-cjs', 'nest11-esm-jest', 'nest11-cjs-jest'];
const FORBIDDEN = /(^|\/)(test|sample|scripts|lib|compiled)\/|\.spec\.|\.tsbuildinfo$/;

/** Starts the emulator by its command, ends it as Ctrl-C does, and returns what it printed. */
async function runEmulatorCommand(home: string): Promise<string> {
  const command = join(home, 'node_modules/.bin/nestjs-rongcloud-im');
  const emulator = spawn(command, ['emulator', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => emulator.once('exit', resolve));
  let printed = '';
  let isInterrupted = false;
  for await (const chunk of emulator.stdout) {
    printed += String(chunk);
    // A second one would end it at once, whatever it is doing.
    if (isInterrupted || !printed.includes('Ctrl+C')) continue;
    isInterrupted = emulator.kill('SIGINT');
  }
  expect(await exited).toBe(0);
  return printed;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

interface PackedFile {
  readonly path: string;
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly PackedFile[];
}

// The package as users get it: built by `npm run build` before, packed once, installed by each.
describe('the packed package', () => {
  let folder: string;
  let packed: Packed;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nestjs-rongcloud-im-'));
    await cp(join(root, 'test/package/app'), join(folder, 'app'), { recursive: true });
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: root,
    });
    const [first] = Object.values(JSON.parse(stdout) as Record<string, Packed>);
    if (!first) throw new Error('npm packed nothing.');
    packed = first;
  }, 2 * MINUTES);

  afterAll(() => rm(folder, { recursive: true, force: true }), 2 * MINUTES);

  it('holds what is published and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/esm/index.js',
        'dist/cjs/index.js',
        'dist/cjs/package.json',
        'dist/cjs/emulator/cli.js',
        'LICENSE',
        'README.md',
        'SECURITY.md',
      ]),
    );
    expect(paths.filter((path) => FORBIDDEN.test(path))).toEqual([]);
    expect(packed.size).toBeLessThan(500_000);
  });

  // Each in a folder of its own; jest.config.mjs says how many at a time.
  it.concurrent.each(CONSUMERS)(
    'works for %s: compiles, boots, one signed call, one callback, one class identity',
    async (consumer) => {
      const home = join(folder, consumer);
      await cp(join(root, 'test/package/app/src'), join(home, 'src'), { recursive: true });
      await cp(join(root, 'test/package', consumer), home, { recursive: true });
      await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home });
      const tarball = join(folder, packed.filename);
      await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', tarball], { cwd: home });
      expect(await readdir(join(home, 'node_modules/nestjs-rongcloud-im'))).toContain('dist');
      const { stdout, stderr } = await run('npm', ['test'], { cwd: home });
      expect(stdout).toContain('one class identity');
      if (consumer.endsWith('-jest')) expect(stderr).toMatch(/^Tests: +2 passed, 2 total$/m);
      expect(await runEmulatorCommand(home)).toContain('IM_ENDPOINTS=http://127.0.0.1:');
    },
    5 * MINUTES,
  );
});
