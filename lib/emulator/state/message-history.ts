import type { ImEmulatorChannelType, ImEmulatorMessage } from './message.store.js';
import type { StoredMessage } from './stored-message.js';
import { DEFAULT_CHANNEL } from './ultra-group-channel.js';

/** A conversation as one user sees it. */
export interface ConversationView {
  /** Absent for what anybody sees. */
  readonly userId?: string;
  readonly channelType: ImEmulatorChannelType;
  /** The other user, of a system message its sender; or the group or room. */
  readonly targetId: string;
  /** Channel of an ultra group; absent for all of them. */
  readonly busChannel?: string | undefined;
}

/** The messages of a conversation that the history of a user has, the oldest first. */
export function historyOf(
  messages: readonly StoredMessage[],
  view: ConversationView,
): readonly StoredMessage[] {
  const { userId } = view;
  return messages
    .filter((stored) => {
      if (!stored.persisted || !isIn(stored.message, view)) return false;
      return userId === undefined || (stored.isSeenBy(userId) && isFor(stored.message, userId));
    })
    .toSorted((one, other) => one.message.timestamp - other.message.timestamp);
}

function isIn(message: ImEmulatorMessage, view: ConversationView): boolean {
  const { channelType, fromUserId, toUserId, busChannel = DEFAULT_CHANNEL } = message;
  const { userId, targetId } = view;
  if (channelType !== view.channelType) return false;
  const isReceived = fromUserId === targetId && toUserId === userId;
  switch (channelType) {
    case 'PERSON':
      return isReceived || (fromUserId === userId && toUserId === targetId);
    case 'NOTIFY':
      return isReceived;
    default:
      return toUserId === targetId && (view.busChannel ?? busChannel) === busChannel;
  }
}

/** A message to chosen members is for them and for its sender. */
function isFor({ toUserIds, fromUserId }: ImEmulatorMessage, userId: string): boolean {
  return toUserIds === undefined || fromUserId === userId || toUserIds.includes(userId);
}
