import { isRecord } from '../is-record.js';
import { parseJson } from '../parse-json.js';
import type { ImEmulatorMessage } from './message.store.js';

/** One value of a message's expansion. */
export interface ExpansionValue {
  readonly v: string;
  /** When it was set, in Unix milliseconds. */
  readonly ts: number;
}

/** A message as the service keeps it. */
export class StoredMessage {
  /** Users whose history lacks it: the sender, when a server sends without a copy, and who has cleared it. */
  readonly hiddenFrom = new Set<string>();
  private readonly values: Map<string, ExpansionValue>;

  constructor(
    private current: ImEmulatorMessage,
    private inHistory: boolean,
  ) {
    const { expansion, extraContent, timestamp: ts } = current;
    const sent = expansion === true ? parseJson(extraContent ?? '') : undefined;
    const entries = Object.entries(isRecord(sent) ? sent : {});
    this.values = new Map(entries.map(([key, value]) => [key, { v: String(value), ts }]));
  }

  /** Whether it is in the histories at all. */
  get persisted(): boolean {
    return this.inHistory;
  }

  get message(): ImEmulatorMessage {
    return this.current;
  }

  /** Its expansion by key, the oldest key first. */
  get expansion(): ReadonlyMap<string, ExpansionValue> {
    return this.values;
  }

  /** Gives it another content. */
  update(content: string): void {
    this.current = { ...this.current, content };
  }

  /** Takes it back: it stays on record, and is in no history. */
  recall(): void {
    this.current = { ...this.current, recalled: true };
  }

  /** Takes it out of all histories. */
  clear(): void {
    this.inHistory = false;
  }

  /** Sets values of the expansion. */
  expand(values: ReadonlyMap<string, string>, ts: number): void {
    for (const [key, v] of values) this.values.set(key, { v, ts });
    this.noteExpansion();
  }

  /** Deletes values of the expansion; unknown keys make no difference. */
  unexpand(keys: readonly string[]): void {
    for (const key of keys) this.values.delete(key);
    this.noteExpansion();
  }

  private noteExpansion(): void {
    const values = [...this.values].map(([key, { v }]) => [key, v] as const);
    this.current = { ...this.current, extraContent: JSON.stringify(Object.fromEntries(values)) };
  }
}
