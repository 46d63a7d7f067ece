import type { ImEmulatorMessage } from '../state/message.store.js';
import type { BotReports } from './bot-reports.js';
import type { CallbackDispatcher } from './callback-dispatcher.js';
import { messageOperationBody, type MessageOperation } from './event-bodies.js';

/** How a message was recalled. */
export type Recall = Pick<MessageOperation, 'userId' | 'source' | 'time'> &
  Pick<Extract<MessageOperation['done'], { kind: 'recall' }>, 'isDelete' | 'isAdmin' | 'extra'>;

/** Tells the app server, and the webhooks of bots, what becomes of messages once they are delivered. */
export class MessageReports {
  constructor(
    private readonly callbacks: CallbackDispatcher,
    private readonly bots: BotReports,
  ) {}

  /** A message has reached users. */
  delivered(message: ImEmulatorMessage, recipients: readonly string[]): void {
    this.bots.reportMessage(message, recipients);
  }

  /** A message was recalled. */
  recalled(message: ImEmulatorMessage, recall: Recall): void {
    const { userId, source, time, ...how } = recall;
    const { messageUID, timestamp } = message;
    const done = { kind: 'recall', messageUID, timestamp, ...how } as const;
    this.operated({ userId, source, time, conversation: message, done });
    this.bots.reportRecall(message, time);
  }

  /** The messages of a conversation were deleted up to a time. */
  deleted(deletion: Omit<MessageOperation, 'done'>, until: number): void {
    this.operated({ ...deletion, done: { kind: 'deletion', until } });
  }

  private operated(operation: MessageOperation): void {
    this.callbacks.start('message-operation', messageOperationBody(operation));
  }
}
