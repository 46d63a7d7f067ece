import { BoundedList } from '../bounded-list.js';

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
  /** User, group, chatroom or ultra group, by `channelType`. */
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
}

/** How many messages are kept, of an app and of a device. */
export const KEPT_MESSAGES = 100_000;
const COUNTER_RANGE = 36 ** 7;

/** The messages that were delivered, oldest first; the oldest go when there are too many. */
export class MessageStore {
  private readonly messages = new BoundedList<ImEmulatorMessage>(KEPT_MESSAGES);
  private counter = 0;

  /** The newest messages, oldest first. */
  list(): readonly ImEmulatorMessage[] {
    return this.messages.list();
  }

  /** Keeps a message. */
  add(message: ImEmulatorMessage): void {
    this.messages.add(message);
  }

  /** A new id in the service's form: four groups of four characters. */
  createUid(timestamp: number): string {
    this.counter = (this.counter + 1) % COUNTER_RANGE;
    const time = base36(timestamp, 9);
    const count = base36(this.counter, 7);
    return `${time.slice(0, 4)}-${time.slice(4, 8)}-${time.slice(8)}${count.slice(0, 3)}-${count.slice(3)}`;
  }
}

function base36(value: number, length: number): string {
  return Math.trunc(value).toString(36).toUpperCase().padStart(length, '0');
}
