import { afterEach } from '@jest/globals';

/**
 * Ends what a test has started when the test ends, the last first.
 *
 * Call it once in a `describe`; the result registers how to end a thing and returns the thing.
 */
export function endAfterEach(): <Thing>(thing: Thing, end: (thing: Thing) => unknown) => Thing {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    while (ends.length > 0) await ends.pop()?.();
  });
  return (thing, end) => {
    ends.push(() => end(thing));
    return thing;
  };
}
