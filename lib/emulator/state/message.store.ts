import { StoredMessage } from './stored-message.js';

/** What kind of conversation a message belongs to, in the words of the callbacks. */
export type ImEmulatorChannelType =
  | 'PERSON'
  | 'PERSONS'
  | 'GROUP'
  | 'TEMPGROUP'
  | 'CUSTOMERSERVICE'
  | 'NOTIFY'
  | 'MC'
  | 'MP'
  | 'ULTRAGROUP';

/** Where a message was sent from. */
export type ImEmulatorSource =
  'iOS' | 'Android' | 'HarmonyOS' | 'Websocket' | 'MiniProgram' | 'PC' | 'Server';

/** A message in the emulator. */
export interface ImEmulatorMessage {
  readonly messageUID: string;
  readonly fromUserId: string;
  /** User, group, chatroom or ultra group, by `channelType`; empty for a message to many users at once. */
  readonly toUserId: string;
  readonly channelType: ImEmulatorChannelType;
  readonly objectName: string;
  /** Text as it travels: JSON for built-in types. */
  readonly content: string;
  /** When the service took it, in Unix milliseconds. */
  readonly timestamp: number;
  readonly source: ImEmulatorSource;
  readonly pushContent?: string;
  readonly pushExt?: string;
  readonly disablePush?: boolean;
  readonly expansion?: boolean;
  /** JSON text of the expansion. */
  readonly extraContent?: string;
  /** Channel of an ultra group. */
  readonly busChannel?: string;
  /** The only users who get it, when it is directed to some. */
  readonly toUserIds?: readonly string[];
  /** The message that this one changes: recalls, gives another content, expands. */
  readonly originalMsgUID?: string;
  /** What became of it for the sake of a sensitive word. */
  readonly sensitiveWord?: 'blocked' | 'replaced';
  /** Set once it was recalled; it is in no history then. */
  readonly recalled?: true;
}

/** How many messages are kept, of an app and of a device. */
export const KEPT_MESSAGES = 100_000;
const COUNTER_RANGE = 36 ** 7;

/** The messages that were delivered, oldest first; the oldest go when there are too many. */
export class MessageStore {
  private readonly byUid = new Map<string, StoredMessage>();
  private counter = 0;

  /** The newest messages, oldest first. */
  list(): readonly ImEmulatorMessage[] {
    return this.stored().map(({ message }) => message);
  }

  /** The newest messages as the service keeps them, oldest first. */
  stored(): readonly StoredMessage[] {
    return [...this.byUid.values()].slice(-KEPT_MESSAGES);
  }

  /** Keeps a message; in the histories, unless it is not `persisted`. */
  add(message: ImEmulatorMessage, persisted = true): StoredMessage {
    const stored = new StoredMessage(message, persisted);
    this.byUid.set(message.messageUID, stored);
    // Dropping half at a time keeps the cost of one message constant.
    if (this.byUid.size >= 2 * KEPT_MESSAGES) this.dropOldest(KEPT_MESSAGES);
    return stored;
  }

  /** A message that was not recalled. */
  find(messageUID: string): StoredMessage | undefined {
    const stored = this.byUid.get(messageUID);
    return stored?.message.recalled === true ? undefined : stored;
  }

  /** A new id in the service's form: four groups of four characters. */
  createUid(timestamp: number): string {
    this.counter = (this.counter + 1) % COUNTER_RANGE;
    const time = base36(timestamp, 9);
    const count = base36(this.counter, 7);
    return `${time.slice(0, 4)}-${time.slice(4, 8)}-${time.slice(8)}${count.slice(0, 3)}-${count.slice(3)}`;
  }

  private dropOldest(count: number): void {
    for (const messageUID of [...this.byUid.keys()].slice(0, count)) this.byUid.delete(messageUID);
  }
}

function base36(value: number, length: number): string {
  return Math.trunc(value).toString(36).toUpperCase().padStart(length, '0');
}
