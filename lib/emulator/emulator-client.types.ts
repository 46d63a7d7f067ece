import type { ImEmulatorDelivery } from './callbacks/callback-dispatcher.js';
import type {
  ImEmulatorChannelType,
  ImEmulatorMessage,
  ImEmulatorSource,
} from './state/message.store.js';

/** A device that plays one user's client app. */
export interface ImEmulatorClient {
  readonly userId: string;
  /** Tells the devices of a user apart in `user-online-status`. */
  readonly sessionId: string;
  readonly os: ImEmulatorSource;
  readonly connected: boolean;
  /**
   * Messages that were delivered to this device, oldest first. A recall, a new content and a change of an
   * expansion arrive as messages of their own, which name the other one in `originalMsgUID`.
   */
  readonly received: readonly ImEmulatorMessage[];
  /**
   * Sends a message as this user: asks `pre-messaging`, delivers, and reports to `message-routing`.
   * Resolves when it is decided whether the message is delivered.
   */
  send(message: ImEmulatorOutgoingMessage): Promise<ImEmulatorSendResult>;
  /**
   * Enters a chatroom, as `joinChatRoom` of the client SDKs does: one that is not there is created, and
   * the user leaves the one they were in. Fires `chatroom-status`, as the next does.
   * @throws Error when the device is not connected, or the user is blocked from the room.
   */
  joinChatroom(chatroomId: string): void;
  /** Leaves a chatroom. Nothing happens when the device is not in it. */
  quitChatroom(chatroomId: string): void;
  /** Goes offline, or logs out; leaves its chatroom and fires `user-online-status`. Nothing happens when it is offline. */
  disconnect(status?: 'offline' | 'logged-out'): void;
}

/** How a device presents itself. */
export interface ImEmulatorConnectOptions {
  /** Default `iOS`. */
  readonly os?: Exclude<ImEmulatorSource, 'Server'> | undefined;
  /** Address in callbacks, as `ip:port`. */
  readonly clientIp?: string | undefined;
}

/** A message that a device sends. */
export interface ImEmulatorOutgoingMessage {
  readonly toUserId: string;
  /** Default `PERSON`. */
  readonly channelType?: ImEmulatorChannelType | undefined;
  readonly objectName: string;
  /** Text as it travels, or an object that becomes JSON text. */
  readonly content: string | object;
  readonly pushContent?: string | undefined;
  readonly pushExt?: string | undefined;
  readonly disablePush?: boolean | undefined;
  readonly expansion?: boolean | undefined;
  readonly extraContent?: string | undefined;
  readonly busChannel?: string | undefined;
}

/** What became of a message. */
export interface ImEmulatorSendResult {
  readonly outcome: 'delivered' | 'blocked';
  /** The message as delivered, replacements applied; as sent, when it was blocked. */
  readonly message: ImEmulatorMessage;
  /** What the app server decided; `none` when it was not asked. */
  readonly verdict: 'deliver' | 'block' | 'replace' | 'none' | 'failed-open';
  /** What the app server told the sender of a blocked message. */
  readonly extra?: string;
  /** Why the message was blocked when no verdict did so, or why the verdict could not be used. */
  readonly reason?: string;
  /** The pre-messaging callback, when one was sent. */
  readonly delivery?: ImEmulatorDelivery;
}
