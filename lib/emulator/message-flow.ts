import type { CallbackDispatcher } from './callbacks/callback-dispatcher.js';
import { preMessagingBody, routingBody } from './callbacks/event-bodies.js';
import type { MessageReports } from './callbacks/message-reports.js';
import { readVerdict, type Verdict } from './callbacks/verdict.js';
import type { DeviceRegistry } from './device-registry.js';
import type { EmulatedDevice } from './emulated-device.js';
import type { ImEmulatorSendResult } from './emulator-client.types.js';
import { warn } from './listeners.js';
import type { MessageSwitches } from './message-switches.js';
import { checkText, type CheckedMessage } from './sensitive-text.js';
import type { AppState } from './state/app.state.js';
import type { Audience } from './state/audience.js';
import type { ImEmulatorChannelType, ImEmulatorMessage } from './state/message.store.js';

/** Who else than the recipient gets a message, what is kept of it, and who hears of it. */
export interface FlowOptions {
  /** Session of the sending device; the sender's other devices get the message. */
  readonly sessionId?: string;
  readonly clientIp?: string;
  /** Deliver to the sender's devices too, and keep it in the sender's history. */
  readonly includeSender: boolean;
  /** Whether the histories have it; by default they do. */
  readonly persisted?: boolean;
  /** What the service keeps of it in place of the message itself. */
  readonly keep?: (message: ImEmulatorMessage) => void;
  /** Only online users get it: nothing is kept, and it is reported where that is switched on. */
  readonly status?: boolean;
  /** No callback hears of it. */
  readonly unreported?: boolean;
}

/** Which devices of its users a broadcast reaches, and whether it stays there to be recalled. */
export interface BroadcastOptions {
  readonly isFor?: (device: EmulatedDevice) => boolean;
  readonly persisted?: boolean;
}

/** The parts of an app that a message passes. */
export interface FlowParts {
  readonly appKey: string;
  readonly state: AppState;
  readonly devices: DeviceRegistry;
  readonly callbacks: CallbackDispatcher;
  readonly reports: MessageReports;
  readonly switches: MessageSwitches;
}

/** Types that only online users get, whichever call sends them. */
const STATUS_TYPES: ReadonlySet<string> = new Set(['RC:TypSts', 'RC:IWStatusMsg']);

/** The way of a message: ban, blacklist or whitelist, verdict, sensitive words, store, devices, routing. */
export class MessageFlow {
  constructor(private readonly app: FlowParts) {}

  /** A device sends a message: bans and the recipient's lists hold, and the callbacks are asked. */
  async send(message: ImEmulatorMessage, options: FlowOptions): Promise<ImEmulatorSendResult> {
    const reason = this.refusalOf(message);
    if (reason !== undefined) return { outcome: 'blocked', message, verdict: 'none', reason };
    if (!this.isReported(message, options)) return this.finish(message, options);
    return this.app.callbacks.track(this.decide(message, options));
  }

  /** An app server sends a message; the callbacks are asked when that is switched on. */
  publish(message: ImEmulatorMessage, options: FlowOptions): void {
    if (!this.isReported(message, options)) {
      this.finish(message, options);
      return;
    }
    this.app.callbacks.track(this.decide(message, options)).catch((error: unknown) => {
      warn('A message of the Server API was not delivered', error);
    });
  }

  /** Hands one message to many users and keeps it once; no callback ever hears of it. */
  broadcast(
    message: ImEmulatorMessage,
    userIds: Iterable<string>,
    { isFor, persisted }: BroadcastOptions = {},
  ): void {
    this.app.state.messages.add(message, persisted);
    for (const userId of userIds) this.app.devices.deliver(userId, message, isFor);
  }

  /** Stores a message and hands it to the devices, without any callback. */
  deliver(message: ImEmulatorMessage, options: FlowOptions): void {
    const { state, devices } = this.app;
    const { fromUserId } = message;
    const recipients = this.recipientsOf(message);
    const toSelf = recipients.includes(fromUserId);
    this.keep(message, options, recipients);
    for (const userId of recipients) devices.deliver(userId, message);
    if (options.includeSender && !toSelf) {
      devices.deliver(fromUserId, message, ({ sessionId }) => sessionId !== options.sessionId);
    }
    if (message.channelType === 'TEMPGROUP') state.chatrooms.noteMessage(message.toUserId);
  }

  /** Tells the app server of a message that is delivered already. */
  route(message: ImEmulatorMessage): void {
    this.app.callbacks.start('message-routing', routingBody(message));
  }

  /** Keeps a message, which bots hear of then; of status messages and changes they do not. */
  private keep(
    message: ImEmulatorMessage,
    options: FlowOptions,
    recipients: readonly string[],
  ): void {
    if (isStatus(message, options)) return;
    if (options.keep !== undefined) {
      options.keep(message);
      return;
    }
    const stored = this.app.state.messages.add(message, options.persisted);
    const hasCopy = options.includeSender || recipients.includes(message.fromUserId);
    if (!hasCopy) stored.hideFrom(message.fromUserId);
    this.app.reports.delivered(message, recipients);
  }

  private recipientsOf({
    channelType,
    fromUserId,
    toUserId,
    busChannel,
    toUserIds,
  }: ImEmulatorMessage): readonly string[] {
    if (channelType === 'PERSON' || channelType === 'NOTIFY') return [toUserId];
    const members = this.audienceOf(channelType)?.membersOf(toUserId, busChannel) ?? [];
    return members.filter(
      (userId) => userId !== fromUserId && (toUserIds === undefined || toUserIds.includes(userId)),
    );
  }

  private audienceOf(channelType: ImEmulatorChannelType): Audience | undefined {
    const { groups, chatrooms, ultraGroups } = this.app.state;
    switch (channelType) {
      case 'GROUP':
        return groups;
      case 'TEMPGROUP':
        return chatrooms;
      case 'ULTRAGROUP':
        return ultraGroups;
      default:
        return undefined;
    }
  }

  /** Why a device may not send a message. */
  private refusalOf(message: ImEmulatorMessage): string | undefined {
    const { fromUserId, toUserId, channelType, busChannel } = message;
    if (channelType !== 'PERSON') {
      return this.audienceOf(channelType)?.refusalOf(toUserId, fromUserId, busChannel);
    }
    if (this.app.state.mutedUsers.has(fromUserId)) {
      return `${fromUserId} is banned from one-to-one messages`;
    }
    return this.app.state.refusalBy(toUserId, fromUserId);
  }

  /** Whether callbacks hear of a message. */
  private isReported(message: ImEmulatorMessage, options: FlowOptions): boolean {
    const { routeServerMessages, routeStatusMessages } = this.app.switches;
    if (options.unreported === true) return false;
    if (message.source === 'Server' && !routeServerMessages) return false;
    return routeStatusMessages || !isStatus(message, options);
  }

  private async decide(
    message: ImEmulatorMessage,
    options: FlowOptions,
  ): Promise<ImEmulatorSendResult> {
    const delivery = await this.ask(message, options);
    if (delivery === undefined) return this.finish(message, options);
    const verdict = readVerdict(delivery);
    if (verdict.kind === 'block') {
      const extra = verdict.extra === undefined ? {} : { extra: verdict.extra };
      return { outcome: 'blocked', message, verdict: 'block', ...extra, delivery };
    }
    return { ...this.finish(message, options, verdict), delivery };
  }

  /** Asks for a verdict, if somebody is there to ask; system messages are not documented to be judged. */
  private async ask(
    message: ImEmulatorMessage,
    { clientIp }: FlowOptions,
  ): ReturnType<CallbackDispatcher['deliver']> {
    if (message.channelType === 'NOTIFY') return undefined;
    const { appKey, callbacks } = this.app;
    return callbacks.deliver('pre-messaging', preMessagingBody(appKey, message, clientIp));
  }

  /** What follows the verdict, if there was one. */
  private finish(
    sent: ImEmulatorMessage,
    options: FlowOptions,
    verdict?: Exclude<Verdict, { kind: 'block' }>,
  ): ImEmulatorSendResult {
    const kind = verdict?.kind ?? 'none';
    const judged = verdict?.kind === 'replace' ? { ...sent, ...verdict.changes } : sent;
    const { message, blockedBy } = this.checkWords(judged, verdict);
    const isReported = this.isReported(message, options);
    if (blockedBy !== undefined) {
      if (isReported && this.app.switches.routeBlockedMessages) this.route(message);
      const reason = `The sensitive word ${JSON.stringify(blockedBy)} blocks it`;
      return { outcome: 'blocked', message, verdict: kind, reason };
    }
    this.deliver(message, options);
    if (isReported) this.route(message);
    const reason = verdict?.kind === 'failed-open' ? { reason: verdict.reason } : {};
    return { outcome: 'delivered', message, verdict: kind, ...reason };
  }

  private checkWords(message: ImEmulatorMessage, verdict: Verdict | undefined): CheckedMessage {
    const isExempt = message.source === 'Server' && !this.app.switches.filterServerMessages;
    const isSkipped = verdict !== undefined && 'skipsChecks' in verdict && verdict.skipsChecks;
    return isExempt || isSkipped ? { message } : checkText(message, this.app.state.sensitiveWords);
  }
}

function isStatus({ objectName }: ImEmulatorMessage, { status }: FlowOptions): boolean {
  return status === true || STATUS_TYPES.has(objectName);
}
