/**
 * Lets a process serve: it starts with the first message, tells its port, and from then on the CPU
 * time it has taken so far, in microseconds, whenever it is asked.
 */
export function serveUnderLoad<Job>(start: (job: Job) => Promise<number>): void {
  process.once('message', (job: Job) => {
    void start(job).then((port) => {
      process.on('message', () => {
        const { user, system } = process.cpuUsage();
        process.send?.(user + system);
      });
      process.send?.(port);
    });
  });
  process.on('disconnect', () => process.exit());
}
