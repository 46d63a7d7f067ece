type Signals = readonly (AbortSignal | undefined)[];

/** How a wait has ended. */
export type WaitEnd = 'over' | 'aborted';

/** Waits, until one of `signals` aborts at the latest. */
export function wait(delayMs: number, signals: Signals): Promise<WaitEnd> {
  return new Promise((resolve) => {
    startWait(delayMs, signals, resolve);
  });
}

/** Waits for `promise`, at most so long and until one of `signals` aborts. */
export function waitFor<Value>(
  promise: Promise<Value>,
  delayMs: number,
  signals: Signals,
): Promise<{ readonly value: Value } | WaitEnd> {
  return new Promise((resolve, reject) => {
    const stop = startWait(delayMs, signals, resolve);
    promise.then((value) => {
      resolve({ value });
    }, reject);
    promise.then(stop, stop);
  });
}

/** Calls back once; the result ends the wait without calling back. */
function startWait(delayMs: number, signals: Signals, done: (end: WaitEnd) => void): () => void {
  const end = (how: WaitEnd): void => {
    stop();
    done(how);
  };
  const onAbort = (): void => {
    end('aborted');
  };
  const stop = (): void => {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener('abort', onAbort);
  };
  const timer = setTimeout(end, delayMs, 'over');
  for (const signal of signals) signal?.addEventListener('abort', onAbort, { once: true });
  if (signals.some((signal) => signal?.aborted)) onAbort();
  return stop;
}
