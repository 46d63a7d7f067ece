import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a process is started with. */
export interface AppProcessOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly parameters?: readonly string[];
  /** Keeps errors among the log lines instead of showing them: the story expects some. */
  readonly hidesErrors?: boolean;
}

/** Lines that are quoted when a process ends too early. */
const LAST_LINES = 20;

/** An app in a process of its own, and what it logs. */
export class AppProcess {
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  readonly #exited: Promise<void>;
  #hasExited = false;
  #onChange = (): void => undefined;
  #read = 0;

  constructor(
    script: URL,
    { environment, parameters = [], hidesErrors = false }: AppProcessOptions,
  ) {
    this.#process = spawn(process.execPath, [fileURLToPath(script), ...parameters], {
      env: { ...process.env, NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', hidesErrors ? 'pipe' : 'inherit'],
    });
    this.#exited = new Promise((resolve) => {
      this.#process.once('exit', () => {
        this.#hasExited = true;
        this.#onChange();
        resolve();
      });
    });
    for (const output of [this.#process.stdout, this.#process.stderr]) {
      if (output === null) continue;
      createInterface(output).on('line', (line) => {
        this.#lines.push(line);
        this.#onChange();
      });
    }
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** The next log line, from where the last one was found, that holds a text; from this text on. */
  async logged(text: string): Promise<string> {
    for (;;) {
      while (this.#read < this.#lines.length) {
        const line = this.#lines[this.#read++] ?? '';
        if (line.includes(text)) return line.slice(line.indexOf(text));
      }
      if (this.#hasExited) {
        const last = this.#lines.slice(-LAST_LINES).join('\n');
        throw new Error(`The app ended before it logged "${text}". Its last lines:\n${last}`);
      }
      await new Promise<void>((resolve) => (this.#onChange = resolve));
    }
  }

  /** Resolves when the app has ended. */
  ended(): Promise<void> {
    return this.#exited;
  }

  /** Ends the app without a warning, as a crash does. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited;
  }

  /** Asks the app to end, and waits until it has. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.#exited;
  }
}
