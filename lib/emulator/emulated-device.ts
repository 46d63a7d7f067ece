import { randomUUID } from 'node:crypto';
import { BoundedList } from './bounded-list.js';
import type {
  ImEmulatorClient,
  ImEmulatorConnectOptions,
  ImEmulatorOutgoingMessage,
  ImEmulatorSendResult,
} from './emulator-client.types.js';
import type { EmulatedApp } from './emulated-app.js';
import type { PresenceChange } from './callbacks/event-bodies.js';
import {
  KEPT_MESSAGES,
  type ImEmulatorMessage,
  type ImEmulatorSource,
} from './state/message.store.js';

// From a block of addresses that is reserved for documentation.
const DEFAULT_CLIENT_IP = '203.0.113.9:51000';

/** A connected device; lives in the process of the emulator. */
export class EmulatedDevice implements ImEmulatorClient {
  readonly sessionId = randomUUID();
  readonly os: ImEmulatorSource;
  private readonly clientIp: string;
  private readonly arrived = new BoundedList<ImEmulatorMessage>(KEPT_MESSAGES);
  private isConnected = true;

  constructor(
    private readonly app: EmulatedApp,
    readonly userId: string,
    { os = 'iOS', clientIp = DEFAULT_CLIENT_IP }: ImEmulatorConnectOptions,
  ) {
    this.os = os;
    this.clientIp = clientIp;
    app.devices.add(this);
    this.reportPresence('online');
  }

  get received(): readonly ImEmulatorMessage[] {
    return this.arrived.list();
  }

  get connected(): boolean {
    return this.isConnected;
  }

  async send(outgoing: ImEmulatorOutgoingMessage): Promise<ImEmulatorSendResult> {
    this.assertConnected();
    const { toUserId, objectName, content, channelType = 'PERSON', ...rest } = outgoing;
    const timestamp = this.app.clock();
    const message: ImEmulatorMessage = {
      messageUID: this.app.state.messages.createUid(timestamp),
      fromUserId: this.userId,
      toUserId,
      channelType,
      objectName,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      timestamp,
      source: this.os,
      ...withoutUndefined(rest),
    };
    const { sessionId, clientIp } = this;
    return this.app.flow.send(message, { sessionId, clientIp, includeSender: true });
  }

  joinChatroom(chatroomId: string): void {
    this.assertConnected();
    const reason = this.app.state.chatrooms.join(chatroomId, this);
    if (reason !== undefined) throw new Error(`${reason}.`);
  }

  quitChatroom(chatroomId: string): void {
    this.app.state.chatrooms.quit(chatroomId, this);
  }

  disconnect(status: 'offline' | 'logged-out' = 'offline'): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.app.devices.remove(this);
    this.app.state.chatrooms.disconnect(this);
    this.reportPresence(status);
  }

  /** Ends the connection without a callback: the emulator stops. */
  close(): void {
    this.isConnected = false;
  }

  /** A message arrives. */
  take(message: ImEmulatorMessage): void {
    this.arrived.add(message);
  }

  private assertConnected(): void {
    if (!this.isConnected) throw new Error(`The device of ${this.userId} is not connected.`);
  }

  private reportPresence(status: PresenceChange['status']): void {
    const { userId, os, sessionId, clientIp } = this;
    const time = this.app.clock();
    this.app.presence.add({ userId, status, os, time, sessionId, clientIp });
  }
}

type OptionalFields = Omit<
  ImEmulatorOutgoingMessage,
  'toUserId' | 'objectName' | 'content' | 'channelType'
>;

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined({
  pushContent,
  pushExt,
  disablePush,
  expansion,
  extraContent,
  busChannel,
}: OptionalFields): Defined<OptionalFields> {
  return {
    ...(pushContent === undefined ? {} : { pushContent }),
    ...(pushExt === undefined ? {} : { pushExt }),
    ...(disablePush === undefined ? {} : { disablePush }),
    ...(expansion === undefined ? {} : { expansion }),
    ...(extraContent === undefined ? {} : { extraContent }),
    ...(busChannel === undefined ? {} : { busChannel }),
  };
}
