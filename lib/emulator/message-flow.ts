import type { CallbackDispatcher } from './callbacks/callback-dispatcher.js';
import { preMessagingBody, routingBody } from './callbacks/event-bodies.js';
import { readVerdict } from './callbacks/verdict.js';
import type { DeviceRegistry } from './device-registry.js';
import type { ImEmulatorSendResult } from './emulator-client.types.js';
import { warn } from './listeners.js';
import type { AppState } from './state/app.state.js';
import type { ImEmulatorMessage } from './state/message.store.js';

/** Who else than the recipient gets a message, and what the callbacks say of its sender. */
export interface FlowOptions {
  /** Session of the sending device; the sender's other devices get the message. */
  readonly sessionId?: string;
  readonly clientIp?: string;
  /** Deliver to the sender's devices too. */
  readonly includeSender: boolean;
}

/** The way of a message: ban, blacklist or whitelist, verdict, store, devices, routing. */
export class MessageFlow {
  constructor(
    private readonly appKey: string,
    private readonly state: AppState,
    private readonly devices: DeviceRegistry,
    private readonly callbacks: CallbackDispatcher,
  ) {}

  /** A device sends a message: bans and the recipient's lists hold, and the callbacks are asked. */
  async send(message: ImEmulatorMessage, options: FlowOptions): Promise<ImEmulatorSendResult> {
    const reason = this.refusalOf(message);
    if (reason !== undefined) return { outcome: 'blocked', message, verdict: 'none', reason };
    return this.callbacks.track(this.decide(message, options));
  }

  /** An app server sends a message, and the app is set to route such messages. */
  publish(message: ImEmulatorMessage, includeSender: boolean): void {
    this.callbacks.track(this.decide(message, { includeSender })).catch((error: unknown) => {
      warn('A message of the Server API was not delivered', error);
    });
  }

  /** Stores a message and hands it to the devices, without any callback. */
  deliver(message: ImEmulatorMessage, { includeSender, sessionId }: FlowOptions): void {
    this.state.messages.add(message);
    if (message.channelType === 'PERSON') this.devices.deliver(message.toUserId, message);
    const toSelf = message.toUserId === message.fromUserId;
    if (includeSender && !toSelf) this.devices.deliver(message.fromUserId, message, sessionId);
  }

  /** Why a device may not send a message; other conversations than one-to-one know no such rules. */
  private refusalOf({ fromUserId, toUserId, channelType }: ImEmulatorMessage): string | undefined {
    if (channelType !== 'PERSON') return undefined;
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
