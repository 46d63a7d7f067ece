import { conversationOfFriends, conversationOfGroup, conversationOfUser } from './conversation.js';
import type { ImOpenEvent, OpenNumber } from './event.types.js';
import {
  fieldsOf,
  flag,
  id,
  integer,
  nestedList,
  optionalText,
  receivedEvent,
  text,
  withUnknown,
} from './fields.js';

/** What the moderation has decided about one field of a hosted profile. */
export interface ModeratedProfileField {
  /** Name of the field. */
  readonly key: string;
  /** The text that was looked at. */
  readonly content: string;
  /** Whether it passed. */
  readonly result: boolean;
}

/**
 * What the platform's own moderation has decided about a change of a hosted profile: of a user, a
 * friend, a group or a member.
 *
 * Enter the address on the console's page of the moderation service. A repetition has the same ids
 * and `time`.
 * @see https://docs.rongcloud.cn/platform-chat-api/moderation/hosted-info-moderation-result
 */
export interface HostedProfileModerationResult extends ImOpenEvent {
  /** Whose profile: 1 a group's, 2 a group member's, 3 a user's, 4 a friend's. */
  readonly eventType: OpenNumber<1 | 2 | 3 | 4>;
  /** Whether it passed. */
  readonly result: boolean;
  /** When it was decided, Unix time in milliseconds. */
  readonly time: number;
  /** Who made the change. */
  readonly optUserId?: string | undefined;
  /** The group, for profiles of groups. */
  readonly targetGroupId?: string | undefined;
  /** The user, for profiles of friends and members. */
  readonly targetUserId?: string | undefined;
  readonly contents: readonly ModeratedProfileField[];
}

/** Checks and normalises the body of a `hosted-profile-moderation-result` callback. */
export function parseHostedProfileModerationResult(body: unknown): HostedProfileModerationResult {
  const fields = fieldsOf(body);
  const event = {
    eventType: integer(fields, 'eventType'),
    result: flag(fields, 'result'),
    time: integer(fields, 'time'),
    optUserId: optionalText(fields, 'optUserId'),
    targetGroupId: optionalText(fields, 'targetGroupId'),
    targetUserId: optionalText(fields, 'targetUserId'),
    contents: nestedList(fields, 'contents').map(parseField),
  };
  return receivedEvent(event, fields);
}

function parseField(value: unknown): ModeratedProfileField {
  const fields = fieldsOf(value);
  const field = {
    key: id(fields, 'key'),
    content: text(fields, 'content'),
    result: flag(fields, 'result'),
  };
  return withUnknown(field, fields);
}

/** What orders results: the group, the two users, or the user whose profile it is. */
export function conversationOfHostedProfile(event: HostedProfileModerationResult): string {
  const { optUserId, targetGroupId, targetUserId } = event;
  if (targetGroupId !== undefined) return conversationOfGroup(targetGroupId);
  if (targetUserId !== undefined) return conversationOfFriends(optUserId ?? '', targetUserId);
  if (optUserId !== undefined) return conversationOfUser(optUserId);
  return 'hosted-profile-moderation-result';
}
