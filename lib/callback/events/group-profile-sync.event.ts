import { conversationOfGroup, sharedConversation } from './conversation.js';
import type { ImOpenEvent } from './event.types.js';
import type { ReceivedFields } from './field-names.js';
import {
  fieldsOf,
  id,
  integer,
  optionalFields,
  optionalInteger,
  optionalRecord,
  optionalText,
  profilesIn,
  receivedEvent,
  text,
  textIfSent,
  withUnknown,
} from './fields.js';

/** The standard fields of a hosted group that were changed; empty text where one was emptied. */
export interface ChangedGroupProfile {
  readonly introduction?: string | undefined;
  readonly announcement?: string | undefined;
  readonly portraitUrl?: string | undefined;
}

/**
 * The name, profile or permissions of a hosted group were changed.
 *
 * It comes where group hosting is on; enter the address in the console. Several changes come in one
 * callback. A repetition has the same `groupId` and `time`.
 * @see https://docs.rongcloud.cn/platform-chat-api/group/group-profile/group-sync/sync-group-info-status
 */
export interface GroupProfileChange extends ImOpenEvent {
  readonly groupId: string;
  readonly groupName: string;
  /** When it happened, Unix time in milliseconds. */
  readonly time: number;
  /** Who did it. */
  readonly optUserId?: string | undefined;
  readonly groupProfile?: ChangedGroupProfile | undefined;
  /** Fields of your own that were changed. */
  readonly groupExtProfile?: Readonly<Record<string, string | undefined>> | undefined;
  /** Permissions by their names; see `HostedGroupPermissions` for the numbers. */
  readonly permissions?: Readonly<Record<string, number | undefined>> | undefined;
}

/**
 * Checks and normalises the body of a `group-profile-sync` callback: always a list, whether it comes
 * bare or in `profiles`, as JSON or as JSON text in a form.
 */
export function parseGroupProfiles(body: unknown): GroupProfileChange[] {
  return profilesIn(body).map(parseChange);
}

function parseChange(change: unknown): GroupProfileChange {
  const fields = fieldsOf(change);
  const event = {
    groupId: id(fields, 'groupId'),
    groupName: text(fields, 'groupName'),
    time: integer(fields, 'time'),
    optUserId: optionalText(fields, 'optUserId'),
    groupProfile: parseProfile(optionalFields(fields, 'groupProfile')),
    groupExtProfile: optionalRecord(fields, 'groupExtProfile', textIfSent),
    permissions: optionalRecord(fields, 'permissions', optionalInteger),
  };
  return receivedEvent(event, fields);
}

function parseProfile(fields: ReceivedFields | undefined): ChangedGroupProfile | undefined {
  if (fields === undefined) return undefined;
  const profile = {
    introduction: textIfSent(fields, 'introduction'),
    announcement: textIfSent(fields, 'announcement'),
    portraitUrl: textIfSent(fields, 'portraitUrl'),
  };
  return withUnknown(profile, fields);
}

/** What orders changes: their group; changes of several groups have no order among them. */
export function conversationOfGroupProfiles(changes: readonly GroupProfileChange[]): string {
  const conversationOf = ({ groupId }: GroupProfileChange) => conversationOfGroup(groupId);
  return sharedConversation(changes, conversationOf, 'group-profile-sync');
}
