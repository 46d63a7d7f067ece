import type { ImEmulator } from '../../lib/emulator/emulator.js';

/** What a `CallbackSender` works with. */
export interface CallbackSenderOptions {
  readonly emulator: ImEmulator;
  readonly conversations: number;
  /** Events of each conversation. */
  readonly events: number;
  /** Of each event, whether it is sent again after a failure, or given up. */
  readonly isRepeated: (conversation: number, event: number) => boolean;
  /** Resolves when callbacks are received (again). */
  readonly received: () => Promise<void>;
  /** Told how many were answered 200 whenever one is. */
  readonly onAnswered: (count: number) => void;
}

/** Sends of an event that is repeated, at most; each is up to three attempts of the emulator. */
const MAX_SENDS = 3;

/** Sends the events of all conversations side by side, those of each one after another. */
export class CallbackSender {
  readonly answered = new Set<string>();
  readonly givenUp = new Set<string>();

  constructor(private readonly options: CallbackSenderOptions) {}

  async run(): Promise<void> {
    const conversations = Array.from({ length: this.options.conversations }, (_, index) => index);
    await Promise.all(conversations.map((conversation) => this.#converse(conversation)));
  }

  async #converse(conversation: number): Promise<void> {
    for (let event = 0; event < this.options.events; event++) {
      const msgUID = `${conversation}:${event}`;
      const sends = this.options.isRepeated(conversation, event) ? MAX_SENDS : 1;
      if (await this.#send(conversation, msgUID, sends)) {
        this.answered.add(msgUID);
        this.options.onAnswered(this.answered.size);
      } else {
        this.givenUp.add(msgUID);
      }
    }
  }

  async #send(conversation: number, msgUID: string, sends: number): Promise<boolean> {
    const message = {
      channelType: 'GROUP' as const,
      toUserId: `group-${conversation}`,
      msgUID,
      msgTimestamp: String(Date.now()),
    };
    for (let sent = 0; sent < sends; sent++) {
      const { attempts } = await this.options.emulator.fire('message-routing', message);
      if (attempts.at(-1)?.status === 200) return true;
      await this.options.received();
    }
    return false;
  }
}
