import { ChoiceField, FlagField, IdField, TextField } from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/**
 * What a user is notified of: -1 all messages, 0 not set (what the group or the app says holds), 1 mentions
 * only, 2 mentions of this user only, 4 mentions of everybody only, 5 nothing.
 */
export type ConversationNotificationLevel = -1 | 0 | 1 | 2 | 4 | 5;

/** Input of `conversations.notification.set`; one of `unpushLevel` and `isMuted` must be there. */
export class SetConversationNotificationDto {
  /** 1 one-to-one, 3 group, 6 system, 10 ultra group. */
  @ChoiceField([1, 3, 6, 10])
  conversationType!: 1 | 3 | 6 | 10;

  /** User whose setting it is. */
  @IdField()
  requestId!: string;

  /** The other user, the group, the ultra group, or the id that system messages come from. */
  @IdField()
  targetId!: string;

  /**
   * What the user is notified of: -1 all messages, 0 not set (what the group or the app says holds), 1
   * mentions only, 2 mentions of this user only, 4 mentions of everybody only, 5 nothing.
   */
  @ChoiceField([-1, 0, 1, 2, 4, 5], { optional: true })
  unpushLevel?: ConversationNotificationLevel | undefined;

  /** True silences the conversation. Deprecated by the vendor, and without effect beside `unpushLevel`. */
  @FlagField('number', { optional: true })
  isMuted?: boolean | undefined;

  /**
   * Channel of an ultra group, at most 20 characters. Without it an app whose ultra groups were opened
   * before 2022-09-01 sets only messages without a channel.
   */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}

/** What `conversations.notification.set` takes: a level or the older yes or no, which the service wants one of. */
export type SetConversationNotificationInput = ImInput<SetConversationNotificationDto> &
  ({ readonly unpushLevel: ConversationNotificationLevel } | { readonly isMuted: boolean });

/** Input of `conversations.notification.get`. */
export class GetConversationNotificationDto {
  /** 1 one-to-one, 3 group, 6 system, 10 ultra group. */
  @ChoiceField([1, 3, 6, 10])
  conversationType!: 1 | 3 | 6 | 10;

  /** User whose setting it is. */
  @IdField()
  requestId!: string;

  /** The other user, the group, the ultra group, or the id that system messages come from. */
  @IdField()
  targetId!: string;

  /** Channel of an ultra group, at most 20 characters; absent for messages without a channel. */
  @TextField({ maxLength: 20, optional: true })
  busChannel?: string | undefined;
}

/** Input of `conversations.notification.setForType`. */
export class SetConversationTypeNotificationDto {
  /** 1 one-to-one, 3 group, 6 system, 10 ultra group. */
  @ChoiceField([1, 3, 6, 10])
  conversationType!: 1 | 3 | 6 | 10;

  /** User whose setting it is. */
  @IdField()
  requestId!: string;

  /**
   * What the user is notified of: -1 all messages, 0 not set (what the group or the app says holds), 1
   * mentions only, 2 mentions of this user only, 4 mentions of everybody only, 5 nothing.
   */
  @ChoiceField([-1, 0, 1, 2, 4, 5])
  unpushLevel!: ConversationNotificationLevel;
}

/** Input of `conversations.notification.getForType`. */
export class GetConversationTypeNotificationDto {
  /** 1 one-to-one, 3 group, 6 system, 10 ultra group. */
  @ChoiceField([1, 3, 6, 10])
  conversationType!: 1 | 3 | 6 | 10;

  /** User whose setting it is. */
  @IdField()
  requestId!: string;
}
