import { conversationOfUser } from './conversation.js';
import type { ImOpenEvent, OpenNumber } from './event.types.js';
import type { ReceivedFields } from './field-names.js';
import {
  fieldsOf,
  id,
  integer,
  optionalFields,
  optionalInteger,
  optionalRecord,
  receivedEvent,
  textIfSent,
  withUnknown,
} from './fields.js';

/** The standard fields of a hosted profile that were changed; empty text where one was emptied. */
export interface ChangedUserProfile {
  readonly uniqueId?: string | undefined;
  readonly name?: string | undefined;
  readonly portraitUri?: string | undefined;
  readonly email?: string | undefined;
  readonly birthday?: string | undefined;
  /** 0 unknown, 1 male, 2 female. */
  readonly gender?: OpenNumber<0 | 1 | 2> | undefined;
  readonly location?: string | undefined;
  readonly role?: number | undefined;
  readonly level?: number | undefined;
}

/**
 * A hosted user profile was changed or emptied.
 *
 * It comes where profile hosting is on; enter the address in the console. A repetition has the same
 * `userId`, `type` and `time`.
 * @see https://docs.rongcloud.io/platform-chat-api/user/user-profiles/sync-profiles-status
 */
export interface UserProfileChange extends ImOpenEvent {
  readonly userId: string;
  /** 0 emptied, 1 changed. The vendor's own example does without. */
  readonly type?: OpenNumber<0 | 1> | undefined;
  /** When it happened, Unix time in milliseconds. */
  readonly time: number;
  readonly userProfile?: ChangedUserProfile | undefined;
  /** Fields of your own that were changed. */
  readonly userExtProfile?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Checks and normalises the body of a `user-profile-sync` callback. */
export function parseUserProfileChange(body: unknown): UserProfileChange {
  const fields = fieldsOf(body);
  const event = {
    userId: id(fields, 'userId'),
    type: optionalInteger(fields, 'type'),
    time: integer(fields, 'time'),
    userProfile: parseProfile(optionalFields(fields, 'userProfile')),
    userExtProfile: optionalRecord(fields, 'userExtProfile', textIfSent),
  };
  return receivedEvent(event, fields);
}

function parseProfile(fields: ReceivedFields | undefined): ChangedUserProfile | undefined {
  if (fields === undefined) return undefined;
  const profile = {
    uniqueId: textIfSent(fields, 'uniqueId'),
    name: textIfSent(fields, 'name'),
    portraitUri: textIfSent(fields, 'portraitUri'),
    email: textIfSent(fields, 'email'),
    birthday: textIfSent(fields, 'birthday'),
    gender: optionalInteger(fields, 'gender'),
    location: textIfSent(fields, 'location'),
    role: optionalInteger(fields, 'role'),
    level: optionalInteger(fields, 'level'),
  };
  return withUnknown(profile, fields);
}

/** What orders changes: their user. */
export function conversationOfUserProfile({ userId }: UserProfileChange): string {
  return conversationOfUser(userId);
}
