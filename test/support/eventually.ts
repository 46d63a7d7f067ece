import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 5;

/** Waits until a condition holds; the time limit of the test bounds it. */
export async function eventually(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(LOOK_EVERY_MS);
}
