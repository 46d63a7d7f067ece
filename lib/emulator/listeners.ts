import { inspect } from 'node:util';

type Listener<Value> = (value: Value) => unknown;

/** Functions of the user that are told of something; their failures stay without consequence. */
export class Listeners<Value> {
  private readonly listeners = new Set<Listener<Value>>();
  private readonly reported = new WeakSet<Listener<Value>>();

  /** Adds a listener; the result removes it. */
  add(listener: Listener<Value>): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Calls all listeners as soon as the code that is running has ended, an answer included. */
  tell(value: Value): void {
    for (const listener of this.listeners) {
      void Promise.resolve(value)
        .then(listener)
        .catch((error: unknown) => {
          this.report(listener, error);
        });
    }
  }

  /** A listener that fails each time is reported once. */
  private report(listener: Listener<Value>, error: unknown): void {
    if (this.reported.has(listener)) return;
    this.reported.add(listener);
    warn('A listener failed', error);
  }
}

/** Tells the developer of a failure that nobody awaits. */
export function warn(what: string, error: unknown): void {
  process.emitWarning(`${what}: ${inspect(error)}`, 'ImEmulatorWarning');
}
