import { setMaxListeners } from 'node:events';

/** Whether an app is being closed: for calls to ask, and as a signal that ends their waits. */
export class Closing {
  readonly #controller = new AbortController();
  #begun = false;

  constructor() {
    // One listener for each call that waits.
    setMaxListeners(0, this.signal);
  }

  /**
   * Every call asks. Not `signal.aborted`: Node gives every signal a hidden class of its own, which makes
   * that slow to read where there are many apps.
   */
  get begun(): boolean {
    return this.#begun;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Aborts what is still under way. */
  begin(): void {
    this.#begun = true;
    this.#controller.abort();
  }
}
