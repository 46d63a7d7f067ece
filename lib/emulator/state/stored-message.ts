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
  // Most messages need neither, and there are many.
  private hiddenFrom: Set<string> | undefined;
  private values: Map<string, ExpansionValue> | undefined;

  constructor(
    private current: ImEmulatorMessage,
    private inHistory: boolean,
  ) {
    if (current.expansion !== true || current.extraContent === undefined) return;
    const sent = parseJson(current.extraContent);
    const texts = Object.entries(isRecord(sent) ? sent : {});
    const ts = current.timestamp;
    this.values = new Map(texts.map(([key, value]) => [key, { v: String(value), ts }]));
  }

  get message(): ImEmulatorMessage {
    return this.current;
  }

  /** Whether it is in the histories at all. */
  get persisted(): boolean {
    return this.inHistory;
  }

  /** Its expansion by key, the oldest key first. */
  get expansion(): ReadonlyMap<string, ExpansionValue> {
    return this.values ?? new Map();
  }

  /** Whether the history of a user has it, as far as it is for the user. */
  isSeenBy(userId: string): boolean {
    return this.inHistory && this.hiddenFrom?.has(userId) !== true;
  }

  /** Takes it out of the history of a user: of the sender's without a copy, or of who has cleared it. */
  hideFrom(userId: string): void {
    this.hiddenFrom ??= new Set();
    this.hiddenFrom.add(userId);
  }

  /** Takes it out of all histories. */
  clear(): void {
    this.inHistory = false;
  }

  /** Takes it back: it stays on record, and is in no history. */
  recall(): void {
    this.clear();
    this.current = { ...this.current, recalled: true };
  }

  /** Gives it another content. */
  update(content: string): void {
    this.current = { ...this.current, content };
  }

  /** Sets values of the expansion. */
  expand(values: ReadonlyMap<string, string>, ts: number): void {
    this.values ??= new Map();
    for (const [key, v] of values) this.values.set(key, { v, ts });
    this.noteExpansion();
  }

  /** Deletes values of the expansion; unknown keys make no difference. */
  unexpand(keys: readonly string[]): void {
    for (const key of keys) this.values?.delete(key);
    this.noteExpansion();
  }

  private noteExpansion(): void {
    const values = [...this.expansion].map(([key, { v }]) => [key, v] as const);
    this.current = { ...this.current, extraContent: JSON.stringify(Object.fromEntries(values)) };
  }
}
