import { conversationOfGroup, sharedConversation } from './conversation.js';
import type { ImOpenEvent, OpenNumber } from './event.types.js';
import { fieldsOf, id, integer, optionalTexts, profilesIn, receivedEvent } from './fields.js';

/**
 * A hosted group was created or dismissed, or its members or roles changed.
 *
 * It comes where group hosting is on, for groups made by `hostedGroups.create` or by clients; enter
 * the address in the console. Several operations come in one callback. A repetition has the same
 * `groupId`, `eventType`, `time` and users.
 * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-sync/sync-group-opt-status
 */
export interface GroupOperation extends ImOpenEvent {
  readonly groupId: string;
  /**
   * 1 created, 2 joined, 3 removed, 4 left, 5 dismissed, 6 made an administrator, 7 no longer an
   * administrator, 8 the owner changed. The numbers are those of the successor's page.
   */
  readonly eventType: OpenNumber<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8>;
  /** When it happened, Unix time in milliseconds. */
  readonly time: number;
  /** Who did it; the first where the platform sends a list. */
  readonly optUserId?: string | undefined;
  /** Whom it concerns. */
  readonly userIds: readonly string[];
}

/**
 * Checks and normalises the body of a `group-operation-sync` callback: always a list, whether it
 * comes bare or in `profiles`.
 */
export function parseGroupOperations(body: unknown): GroupOperation[] {
  return profilesIn(body).map(parseOperation);
}

function parseOperation(operation: unknown): GroupOperation {
  const fields = fieldsOf(operation);
  const event = {
    groupId: id(fields, 'groupId'),
    eventType: integer(fields, 'eventType'),
    time: integer(fields, 'time'),
    optUserId: optionalTexts(fields, 'optUserId')?.[0],
    userIds: optionalTexts(fields, 'userIds') ?? [],
  };
  return receivedEvent(event, fields);
}

/** What orders operations: their group; operations of several groups have no order among them. */
export function conversationOfGroupOperations(operations: readonly GroupOperation[]): string {
  const conversationOf = ({ groupId }: GroupOperation) => conversationOfGroup(groupId);
  return sharedConversation(operations, conversationOf, 'group-operation-sync');
}
