import type { CallbackDispatcher } from './callbacks/callback-dispatcher.js';
import { preMessagingBody, routingBody } from './callbacks/event-bodies.js';
import type { MessageReports } from './callbacks/message-reports.js';
import { readVerdict } from './callbacks/verdict.js';
import type { DeviceRegistry } from './device-registry.js';
import type { ImEmulatorSendResult } from './emulator-client.types.js';
import { warn } from './listeners.js';
import type { AppState } from './state/app.state.js';
import type { Audience } from './state/audience.js';
import type { ImEmulatorChannelType, ImEmulatorMessage } from './state/message.store.js';

/** Who else than the recipient gets a message, and what the callbacks say of its sender. */
export interface FlowOptions {
  /** Session of the sending device; the sender's other devices get the message. */
  readonly sessionId?: string;
  readonly clientIp?: string;
  /** Deliver to the sender's devices too. */
  readonly includeSender: boolean;
  /** The only members of the conversation who get it. */
  readonly onlyTo?: readonly string[];
}

/** The way of a message: ban, blacklist or whitelist, verdict, store, devices, routing. */
export class MessageFlow {
  constructor(
    private readonly appKey: string,
    private readonly state: AppState,
    private readonly devices: DeviceRegistry,
    private readonly callbacks: CallbackDispatcher,
    private readonly reports: MessageReports,
  ) {}

  /** A device sends a message: bans and the recipient's lists hold, and the callbacks are asked. */
  async send(message: ImEmulatorMessage, options: FlowOptions): Promise<ImEmulatorSendResult> {
    const reason = this.refusalOf(message);
    if (reason !== undefined) return { outcome: 'blocked', message, verdict: 'none', reason };
    return this.callbacks.track(this.decide(message, options));
  }

  /** An app server sends a message, and the app is set to route such messages. */
  publish(message: ImEmulatorMessage, options: FlowOptions): void {
    this.callbacks.track(this.decide(message, options)).catch((error: unknown) => {
      warn('A message of the Server API was not delivered', error);
    });
  }

  /** Stores a message and hands it to the devices, without any callback. */
  deliver(message: ImEmulatorMessage, options: FlowOptions): void {
    const { fromUserId } = message;
    this.state.messages.add(message);
    const recipients = this.recipientsOf(message, options.onlyTo);
    for (const userId of recipients) this.devices.deliver(userId, message);
    this.reports.delivered(message, recipients);
    const toSelf = recipients.includes(fromUserId);
    if (options.includeSender && !toSelf) {
      this.devices.deliver(fromUserId, message, options.sessionId);
    }
    if (message.channelType === 'TEMPGROUP') this.state.chatrooms.noteMessage(message.toUserId);
  }

  private recipientsOf(
    { channelType, fromUserId, toUserId, busChannel }: ImEmulatorMessage,
    onlyTo: readonly string[] | undefined,
  ): readonly string[] {
    if (channelType === 'PERSON' || channelType === 'NOTIFY') return [toUserId];
    const members = this.audienceOf(channelType)?.membersOf(toUserId, busChannel) ?? [];
    return members.filter(
      (userId) => userId !== fromUserId && (onlyTo === undefined || onlyTo.includes(userId)),
    );
  }

  private audienceOf(channelType: ImEmulatorChannelType): Audience | undefined {
    switch (channelType) {
      case 'GROUP':
        return this.state.groups;
      case 'TEMPGROUP':
        return this.state.chatrooms;
      case 'ULTRAGROUP':
        return this.state.ultraGroups;
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
    if (this.state.mutedUsers.has(fromUserId)) {
      return `${fromUserId} is banned from one-to-one messages`;
    }
    return this.state.refusalBy(toUserId, fromUserId);
  }

  private async decide(
    message: ImEmulatorMessage,
    options: FlowOptions,
  ): Promise<ImEmulatorSendResult> {
    const body = preMessagingBody(this.appKey, message, options.clientIp);
    const delivery = await this.callbacks.deliver('pre-messaging', body);
    if (delivery === undefined) {
      this.deliverAndRoute(message, options);
      return { outcome: 'delivered', message, verdict: 'none' };
    }
    const verdict = readVerdict(delivery);
    if (verdict.kind === 'block') {
      const extra = verdict.extra === undefined ? {} : { extra: verdict.extra };
      return { outcome: 'blocked', message, verdict: 'block', ...extra, delivery };
    }
    const changes = verdict.kind === 'replace' ? verdict.changes : {};
    const delivered = { ...message, ...changes };
    this.deliverAndRoute(delivered, options);
    const reason = verdict.kind === 'failed-open' ? { reason: verdict.reason } : {};
    return {
      outcome: 'delivered',
      message: delivered,
      verdict: verdict.kind,
      ...reason,
      delivery,
    };
  }

  private deliverAndRoute(message: ImEmulatorMessage, options: FlowOptions): void {
    this.deliver(message, options);
    this.callbacks.start('message-routing', routingBody(message));
  }
}
