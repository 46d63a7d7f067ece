/** Lets a process do one job and answer what has come of it. */
export function answerOnce(work: (job: never) => Promise<unknown>): void {
  process.once('message', (job) => {
    void work(job as never).then((answer) => {
      process.send?.(answer, () => process.exit());
    });
  });
}
