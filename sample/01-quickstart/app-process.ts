import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The quickstart app in a process of its own, and what it logs. */
export class AppProcess {
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  readonly #exited: Promise<void>;
  #hasExited = false;
  #onChange = (): void => undefined;
  #read = 0;

  constructor(environment: Readonly<Record<string, string>>) {
    const app = fileURLToPath(new URL('app.js', import.meta.url));
    this.#process = spawn(process.execPath, [app], {
      env: { ...process.env, NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#exited = new Promise((resolve) => {
      this.#process.once('exit', () => {
        this.#hasExited = true;
        this.#onChange();
        resolve();
      });
    });
    if (this.#process.stdout) {
      createInterface(this.#process.stdout).on('line', (line) => {
        this.#lines.push(line);
        this.#onChange();
      });
    }
  }

  /** The next log line, from where the last one was found, that holds a text; from this text on. */
  async logged(text: string): Promise<string> {
    for (;;) {
      while (this.#read < this.#lines.length) {
        const line = this.#lines[this.#read++] ?? '';
        if (line.includes(text)) return line.slice(line.indexOf(text));
      }
      if (this.#hasExited) throw new Error(`The app ended before it logged "${text}".`);
      await new Promise<void>((resolve) => (this.#onChange = resolve));
    }
  }

  /** Resolves when the app has ended. */
  ended(): Promise<void> {
    return this.#exited;
  }

  /** Asks the app to end, and waits until it has. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.#exited;
  }
}
