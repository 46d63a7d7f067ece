/**
 * Lets a process serve: it starts with the first message, tells its port, and from then on the CPU
 * time it has taken so far, in microseconds, whenever it is asked.
 */
export function serveUnderLoad(start: (job: never) => Promise<number>): void {
  process.once('message', (job) => {
    void start(job as never).then((port) => {
      process.on('message', () => {
        const { user, system } = process.cpuUsage();
        process.send?.(user + system);
      });
      process.send?.(port);
    });
  });
  process.on('disconnect', () => process.exit());
}
