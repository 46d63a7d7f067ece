/** Makes the nth call; resolves when its reply is read, rejects when it is no success. */
export type Call = (index: number) => Promise<unknown>;

/** Calls again and again, `inFlight` at a time. Returns how many calls were made. */
export async function callFor(durationMs: number, call: Call, inFlight: number): Promise<number> {
  const endAt = performance.now() + durationMs;
  let calls = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < endAt) {
      calls += 1;
      await call(calls);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  return calls;
}
