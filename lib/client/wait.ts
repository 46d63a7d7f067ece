/** Waits, until `signal` aborts at the latest. */
export function wait(
  delayMs: number,
  signal: AbortSignal | undefined,
): Promise<'over' | 'aborted'> {
  if (signal?.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve('aborted');
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve('over');
    }, delayMs);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
