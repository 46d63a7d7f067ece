/** Makes the nth call; resolves when its reply is read, rejects when it is no success. */
export type Call = (index: number) => Promise<unknown>;

/** Calls again and again, `inFlight` at a time. Returns how many calls were made. */
export function callFor(durationMs: number, call: Call, inFlight: number): Promise<number> {
  const endAt = performance.now() + durationMs;
  return callWhile(() => performance.now() < endAt, call, inFlight);
}

/** Calls so many times, `inFlight` at a time. */
export function callTimes(times: number, call: Call, inFlight: number): Promise<number> {
  return callWhile((calls) => calls < times, call, inFlight);
}

async function callWhile(
  isGoingOn: (calls: number) => boolean,
  call: Call,
  inFlight: number,
): Promise<number> {
  let calls = 0;
  const caller = async (): Promise<void> => {
    while (isGoingOn(calls)) {
      calls += 1;
      await call(calls);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  return calls;
}
