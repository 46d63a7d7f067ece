import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that is killed and begins again as another one, which is loaded in advance. */
export class KillableProcess {
  readonly #path: string;
  #running: ChildProcess;
  #spare: ChildProcess;
  #isUp = false;
  #waiting: (() => void)[] = [];
  #killed: number[] = [];

  /**
   * @param name The file in this folder that it runs.
   * @param onMessage Told what it says when it is up.
   */
  constructor(
    name: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly onMessage: (message: string) => void = () => undefined,
  ) {
    this.#path = fileURLToPath(new URL(name, import.meta.url));
    this.#spare = this.#load();
    this.#running = this.#begin();
  }

  /** Its id now, and those that it had before it was killed. */
  get pid(): number {
    return this.#running.pid ?? 0;
  }

  get killed(): readonly number[] {
    return this.#killed;
  }

  /** Resolves when it has said that it is up, which it must say again after `isDown`. */
  up(): Promise<void> {
    if (this.#isUp) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Something that it needs is away. */
  isDown(): void {
    this.#isUp = false;
  }

  /** Ends it without a warning, and lets the next one begin. */
  kill(): void {
    this.#isUp = false;
    this.#killed.push(this.pid);
    this.#running.kill('SIGKILL');
    this.#running = this.#begin();
  }

  async stop(): Promise<void> {
    const ended = [this.#running, this.#spare].map(
      (child) => new Promise((resolve) => child.once('exit', resolve)),
    );
    this.#running.kill('SIGKILL');
    this.#spare.kill('SIGKILL');
    await Promise.all(ended);
  }

  #load(): ChildProcess {
    return fork(this.#path, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  #begin(): ChildProcess {
    const child = this.#spare;
    child.on('message', (message) => {
      if (child !== this.#running) return;
      this.#isUp = true;
      if (typeof message === 'string') this.onMessage(message);
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
    child.send('begin');
    this.#spare = this.#load();
    return child;
  }
}
