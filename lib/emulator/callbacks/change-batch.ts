import { setImmediate } from 'node:timers/promises';
import type { CallbackDispatcher } from './callback-dispatcher.js';

/**
 * Gathers what happens in one turn of the event loop, as in one call, for one callback. The service
 * gathers too; how long it waits is not documented.
 */
export class ChangeBatch<Change> {
  private changes: Change[] = [];

  constructor(
    private readonly callbacks: CallbackDispatcher,
    private readonly send: (changes: readonly Change[]) => void,
  ) {}

  add(change: Change): void {
    this.changes.push(change);
    if (this.changes.length === 1) void this.callbacks.track(this.flush());
  }

  private async flush(): Promise<void> {
    await setImmediate();
    const { changes } = this;
    this.changes = [];
    this.send(changes);
  }
}
