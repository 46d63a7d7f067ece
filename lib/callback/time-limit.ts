/** A promise was not settled in time. */
export class TimeIsUp extends Error {}

/** Who is told what comes when nobody waits for it any more. */
export interface Latecomers<Value> {
  readonly onValue?: (value: Value) => void;
  readonly onError?: (error: unknown) => void;
}

/**
 * What a promise brings, unless it takes longer than `limitMs` milliseconds.
 * @throws TimeIsUp by rejection.
 */
export function within<Value>(
  promise: PromiseLike<Value>,
  limitMs: number,
  late: Latecomers<Value> = {},
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        reject(new TimeIsUp('it did not answer in time'));
      },
      Math.max(0, limitMs),
    );
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (isLate) late.onValue?.(value);
        else resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (isLate) late.onError?.(error);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it came.
        else reject(error);
      },
    );
  });
}
