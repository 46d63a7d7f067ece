import type { ImEmulatorMessage, ImEmulatorSource } from '../state/message.store.js';
import { rulesOf, type ImEmulatorEvent } from './events.js';
import type { CallbackBody } from './callback-dispatcher.js';
import { isRecord } from '../is-record.js';

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

/** The end of a deactivation or reactivation of one user. */
export interface DeactivationResult {
  readonly userId: string;
  readonly operateId: string;
  readonly kind: 'deactivate' | 'reactivate';
  readonly time: number;
}

const DEACTIVATION_TYPES = { deactivate: '0', reactivate: '1' } as const;

/** Body of `user-deactivation-result`; in the emulator each operation succeeds, which is code 0. */
export function deactivationBody(result: DeactivationResult): CallbackBody {
  const { userId, operateId, kind, time } = result;
  return { userId, operateId, type: DEACTIVATION_TYPES[kind], code: '0', time: String(time) };
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

/** What tells one event from a repetition of it. */
export interface EventIdentity {
  readonly messageUID: string;
  readonly sessionId: string;
  readonly operateId: string;
  readonly time: number;
}

/** The documented example of an event, with an identity and with fields of one's own merged in. */
export function exampleBody(
  event: ImEmulatorEvent,
  appKey: string,
  identity: EventIdentity,
  overrides: CallbackBody = {},
): CallbackBody {
  const { example, bodyIsArray, appKeyIn } = rulesOf(event);
  if (!isRecord(overrides)) return overrides;
  const fresh = { ...identityFields(event, identity), ...(appKeyIn === 'body' ? { appKey } : {}) };
  const bodies = recordsOf(example).map((fields) => {
    const { os: _os, ...withoutOrigin } = fields;
    const known = hasOrigin(event, overrides) ? fields : withoutOrigin;
    return { ...known, ...fresh, ...overrides };
  });
  return bodyIsArray ? bodies : (bodies[0] ?? {});
}

function identityFields(
  event: ImEmulatorEvent,
  { messageUID, sessionId, operateId, time }: EventIdentity,
): Fields {
  if (event === 'user-online-status') return { time, sessionId };
  if (event === 'user-deactivation-result') return { operateId, time: String(time) };
  if (event === 'pre-messaging') return { messageId: messageUID, msgTimeStamp: String(time) };
  return { msgUID: messageUID, msgTimestamp: String(time) };
}

/** A device that goes offline does not tell its system. */
function hasOrigin(event: ImEmulatorEvent, { status = PRESENCE_CODES.online }: Fields): boolean {
  return event !== 'user-online-status' || status === PRESENCE_CODES.online;
}

function recordsOf(example: unknown): Fields[] {
  return (Array.isArray(example) ? example : [example]).filter(isRecord);
}
