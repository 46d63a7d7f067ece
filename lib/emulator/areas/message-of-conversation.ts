import { DEFAULT_CHANNEL } from '../state/ultra-group-channel.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { StoredMessage } from '../state/stored-message.js';
import type { OperationContext } from './operation-handler.js';
import { optionalChannel } from './ultra-group-of-call.js';

/** What a call says of the message that it is about. */
export interface MessagePlace {
  readonly messageUID: string;
  readonly channelType: ImEmulatorMessage['channelType'];
  readonly targetId: string;
  /** Who sent it, where that is said. */
  readonly fromUserId?: string;
}

/** The message that a call is about; one of an ultra group has to be in the channel that is named. */
export function findMessage(
  context: OperationContext,
  { messageUID, channelType, targetId, fromUserId }: MessagePlace,
): StoredMessage | undefined {
  const stored = context.app.state.messages.find(messageUID);
  if (stored === undefined) return undefined;
  const { message } = stored;
  const isThere =
    message.channelType === channelType &&
    message.toUserId === targetId &&
    (fromUserId === undefined || message.fromUserId === fromUserId);
  if (!isThere) return undefined;
  if (channelType !== 'ULTRAGROUP') return stored;
  return channelOfMessage(message) === channelOfCall(context) ? stored : undefined;
}

/** The channel of an ultra group that a message is in. */
export function channelOfMessage({ busChannel = DEFAULT_CHANNEL }: ImEmulatorMessage): string {
  return busChannel;
}

function channelOfCall(context: OperationContext): string {
  return optionalChannel(context) ?? DEFAULT_CHANNEL;
}

/** No code is documented for a message that is not where a call says: such a call changes nothing. */
export function noMessage(messageUID: string): string {
  return `There is no message ${messageUID} in that conversation`;
}

/** What tells of a change of a message: a message of its own, in the same conversation. */
export function changeOf(
  { message }: StoredMessage,
  { app, now }: OperationContext,
  fields: Pick<ImEmulatorMessage, 'fromUserId' | 'toUserId' | 'objectName' | 'content'>,
): ImEmulatorMessage {
  const { channelType, busChannel, toUserIds } = message;
  return {
    messageUID: app.state.messages.createUid(now),
    channelType,
    timestamp: now,
    source: 'Server',
    originalMsgUID: message.messageUID,
    ...(busChannel === undefined ? {} : { busChannel }),
    ...(toUserIds === undefined ? {} : { toUserIds }),
    ...fields,
  };
}
