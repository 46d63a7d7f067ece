import type { ImEmulatorMessage, ImEmulatorSource } from '../state/message.store.js';
import { rulesOf, type ImEmulatorEvent } from './events.js';
import type { CallbackBody } from './callback-dispatcher.js';
import { isRecord } from '../parameters/operation-parameters.js';

type Fields = Readonly<Record<string, unknown>>;

/** A change of the connection of one device. */
export interface PresenceChange {
  readonly userId: string;
  readonly status: 'online' | 'offline' | 'logged-out';
  readonly os: ImEmulatorSource;
  readonly time: number;
  readonly sessionId: string;
  readonly clientIp: string;
}

const PRESENCE_CODES = { online: '0', offline: '1', 'logged-out': '2' } as const;

/** Body of `user-online-status`: one change. */
export function presenceBody(change: PresenceChange): CallbackBody {
  const { userId, status, os, time, sessionId, clientIp } = change;
  const origin = status === 'online' ? { os } : {};
  return [{ userid: userId, status: PRESENCE_CODES[status], ...origin, time, clientIp, sessionId }];
}

/** Body of `message-routing`. */
export function routingBody(message: ImEmulatorMessage): CallbackBody {
  return {
    fromUserId: message.fromUserId,
    toUserId: message.toUserId,
    objectName: message.objectName,
    content: message.content,
    channelType: message.channelType,
    msgTimestamp: String(message.timestamp),
    msgUID: message.messageUID,
    originalMsgUID: '',
    sensitiveType: '0',
    source: message.source,
    busChannel: message.busChannel ?? '',
  };
}

/** Body of `pre-messaging`; other names than `message-routing` has for the same things. */
export function preMessagingBody(
  appKey: string,
  message: ImEmulatorMessage,
  clientIp: string | undefined,
): CallbackBody {
  return {
    appKey,
    fromUserId: message.fromUserId,
    targetId: message.toUserId,
    msgType: message.objectName,
    content: message.content,
    pushContent: message.pushContent,
    disablePush: message.disablePush,
    pushExt: message.pushExt,
    expansion: message.expansion,
    extraContent: message.extraContent,
    channelType: message.channelType,
    msgTimeStamp: String(message.timestamp),
    messageId: message.messageUID,
    os: message.source,
    busChannel: message.busChannel,
    clientIp,
  };
}

/** The documented example of an event, with fields of one's own merged in. */
export function exampleBody(
  event: ImEmulatorEvent,
  appKey: string,
  overrides: CallbackBody = {},
): CallbackBody {
  const { example, bodyIsArray, appKeyIn } = rulesOf(event);
  if (!isRecord(overrides)) return overrides;
  if (bodyIsArray) return recordsOf(example).map((entry) => ({ ...entry, ...overrides }));
  const [fields = {}] = recordsOf(example);
  return { ...fields, ...(appKeyIn === 'body' ? { appKey } : {}), ...overrides };
}

function recordsOf(example: unknown): Fields[] {
  return (Array.isArray(example) ? example : [example]).filter(isRecord);
}
