import { CONVERSATION_TYPES } from '../state/conversation-type.js';
import type { ImEmulatorMessage, ImEmulatorSource } from '../state/message.store.js';
import type { ImEmulatorEvent, ImEmulatorEventBodies } from './event-bodies.types.js';

type Body<Event extends ImEmulatorEvent> = ImEmulatorEventBodies[Event];

/** A change of the connection of one device. */
export interface PresenceChange {
  readonly userId: string;
  readonly status: 'online' | 'offline' | 'logged-out';
  readonly os: ImEmulatorSource;
  readonly time: number;
  readonly sessionId: string;
  readonly clientIp: string;
}

/** Code of a device that comes online. */
export const ONLINE = '0';

const PRESENCE_CODES = { online: ONLINE, offline: '1', 'logged-out': '2' } as const;

/** One change of `user-online-status`. */
export function presenceBody(change: PresenceChange): Body<'user-online-status'> {
  const { userId, status, os, time, sessionId, clientIp } = change;
  const origin = status === 'online' ? { os } : {};
  return { userid: userId, status: PRESENCE_CODES[status], ...origin, time, clientIp, sessionId };
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
export function deactivationBody(result: DeactivationResult): Body<'user-deactivation-result'> {
  const { userId, operateId, kind, time } = result;
  return { userId, operateId, type: DEACTIVATION_TYPES[kind], code: '0', time: String(time) };
}

/** A change of a hosted profile; of one that is cleared, nothing is told but that. */
export interface ProfileChange {
  readonly userId: string;
  readonly time: number;
  /** The fields that a call has set; undefined when the profile is cleared. */
  readonly changed?: {
    readonly userProfile: Readonly<Record<string, unknown>>;
    readonly userExtProfile: Readonly<Record<string, unknown>>;
  };
}

/** Body of `user-profile-sync`. */
export function profileBody({ userId, time, changed }: ProfileChange): Body<'user-profile-sync'> {
  return { userId, type: changed === undefined ? 0 : 1, time, ...changed };
}

/** A change between two users who are, or may become, friends. */
export interface FriendshipChange {
  readonly kind: 'requested' | 'removed' | 'added-by-server';
  readonly userId: string;
  readonly targetId: string;
  readonly time: number;
  readonly extra?: string | undefined;
}

const FRIENDSHIP_TYPES = { requested: 1, removed: 4, 'added-by-server': 5 } as const;

/** Body of `friendship-sync`; in the emulator nobody but the app server changes friendships. */
export function friendshipBody(change: FriendshipChange): Body<'friendship-sync'> {
  const { kind, userId, targetId, time, extra } = change;
  const text = extra === undefined ? {} : { extra };
  const eventType = FRIENDSHIP_TYPES[kind];
  return { eventType, userId, toUserId: targetId, time, source: 'Server', ...text };
}

const SENSITIVE_TYPES = { none: '0', blocked: '1', replaced: '2' } as const;

/** Body of `message-routing`. */
export function routingBody(message: ImEmulatorMessage): Body<'message-routing'> {
  return {
    fromUserId: message.fromUserId,
    toUserId: message.toUserId,
    objectName: message.objectName,
    content: message.content,
    channelType: message.channelType,
    msgTimestamp: String(message.timestamp),
    msgUID: message.messageUID,
    originalMsgUID: originalOf(message) ?? '',
    sensitiveType: SENSITIVE_TYPES[message.sensitiveWord ?? 'none'],
    source: message.source,
    busChannel: message.busChannel ?? '',
    groupUserIds: message.toUserIds,
  };
}

/** Which message one changes is documented to be told for ultra groups only. */
function originalOf({ channelType, originalMsgUID }: ImEmulatorMessage): string | undefined {
  return channelType === 'ULTRAGROUP' ? originalMsgUID : undefined;
}

/** Body of `pre-messaging`; other names than `message-routing` has for the same things. */
export function preMessagingBody(
  appKey: string,
  message: ImEmulatorMessage,
  clientIp: string | undefined,
): Body<'pre-messaging'> {
  return {
    appKey,
    fromUserId: message.fromUserId,
    targetId: message.toUserId,
    toUserIds: message.toUserIds?.join(','),
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
    originalMsgUID: originalOf(message),
    os: message.source,
    busChannel: message.busChannel,
    clientIp,
  };
}

/** A recall, or a deletion of all messages of a conversation up to a time. */
export interface MessageOperation {
  /** Who did it. */
  readonly userId: string;
  readonly source: ImEmulatorSource;
  readonly time: number;
  readonly conversation: Pick<ImEmulatorMessage, 'channelType' | 'toUserId' | 'busChannel'>;
  readonly done:
    | {
        readonly kind: 'recall';
        readonly messageUID: string;
        /** When the service took the message. */
        readonly timestamp: number;
        /** Whether it goes from the devices of the recipients as well. */
        readonly isDelete: boolean;
        readonly isAdmin: boolean;
        readonly extra?: string | undefined;
      }
    | { readonly kind: 'deletion'; readonly until: number };
}

const OPERATION_TYPES = { recall: 1, deletion: 2 } as const;
const DELETED_UP_TO_A_TIME = 2;

/** Body of `message-operation`. */
export function messageOperationBody(operation: MessageOperation): Body<'message-operation'> {
  const { userId, source, time, conversation, done } = operation;
  const { channelType, toUserId, busChannel } = conversation;
  return {
    eventType: OPERATION_TYPES[done.kind],
    fromUserId: userId,
    optTime: time,
    source,
    conversationInfo: {
      conversationType: CONVERSATION_TYPES[channelType],
      targetId: toUserId,
      busChannel,
    },
    ...operationInfo(done),
  };
}

function operationInfo(done: MessageOperation['done']): Partial<Body<'message-operation'>> {
  if (done.kind === 'deletion') {
    return { deleteMsgInfo: { deleteType: DELETED_UP_TO_A_TIME, msgTimestamp: done.until } };
  }
  const { messageUID, timestamp, isDelete, isAdmin, extra = '' } = done;
  return {
    originalMsgInfo: { messageId: messageUID, messageTime: timestamp },
    recallMsgInfo: { isDelete: Number(isDelete), isAdmin: Number(isAdmin), extra },
  };
}
