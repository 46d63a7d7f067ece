/** Bytes in use after a garbage collection; the process runs with `--expose-gc`. */
export function usedHeap(): number {
  if (globalThis.gc === undefined) throw new Error('The process needs --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

export const MEGABYTE = 1_000_000;
