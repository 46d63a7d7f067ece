import { setTimeout } from 'node:timers/promises';
import { ImEmulator, type ImEmulatorOptions } from 'nestjs-rongcloud-im/testing';
import { Story } from './story.js';

const PATIENCE_MS = 60_000;

/** What a play has at hand. */
export interface Stage {
  /** Plays RongCloud: every request and every callback is real HTTP on loopback. */
  readonly emulator: ImEmulator;
  readonly story: Story;
  /** Has a thing ended when the play is over, the last one first; returns the thing. */
  readonly ending: <Thing>(thing: Thing, end: (thing: Thing) => Promise<unknown>) => Thing;
}

/** How a play is set up. */
export interface PlayOptions {
  readonly emulator?: ImEmulatorOptions;
  /** Goes on until Ctrl-C; otherwise it is to be over within a minute. */
  readonly stays?: boolean;
}

/** Starts the emulator, tells a story with it and ends all; the process exits with 1 when the story breaks off. */
export async function play(
  tell: (stage: Stage) => Promise<void>,
  { emulator: options, stays = false }: PlayOptions = {},
): Promise<void> {
  const ends: (() => Promise<unknown>)[] = [];
  const ending: Stage['ending'] = (thing, end) => {
    ends.unshift(() => end(thing));
    return thing;
  };
  try {
    const emulator = ending(await ImEmulator.start(options), (it) => it.stop());
    const told = tell({ emulator, story: new Story(), ending });
    const end = await Promise.race([told, interruption(), ...(stays ? [] : [timeLimit()])]);
    console.log(end === 'interrupted' ? '\nStopped.' : '\nAll of it worked.');
  } catch (error) {
    console.error('\nThe story broke off:', error);
    process.exitCode = 1;
  } finally {
    for (const end of ends) await end();
  }
}

function interruption(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve('interrupted');
      });
    }
  });
}

async function timeLimit(): Promise<never> {
  await setTimeout(PATIENCE_MS, undefined, { ref: false });
  throw new Error(`It was not over within ${PATIENCE_MS / 1000} s.`);
}
