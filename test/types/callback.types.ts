import type { Observable } from 'rxjs';
import { expectTypeOf } from 'expect-type';
import { ImEvent, OnImEvent } from '../../lib/callback/callback.decorators.js';
import type { ImEventPayload, ImEventReply } from '../../lib/callback/events/event.map.js';
import {
  ImVerdict,
  type BotEvent,
  type ChatroomAttributeChange,
  type ChatroomStatus,
  type FriendshipChange,
  type GroupOperation,
  type GroupProfileChange,
  type HostedProfileModerationResult,
  type ImEventName,
  type ImNoVerdictReason,
  type MessageOperation,
  type ModerationResult,
  type PreMessage,
  type RoutedMessage,
  type UserDeactivationResult,
  type UserOnlineStatus,
  type UserProfileChange,
} from '../../lib/index.js';

expectTypeOf<{ [Event in ImEventName]: ImEventPayload<Event> }>().toEqualTypeOf<{
  'message-routing': RoutedMessage;
  'pre-messaging': PreMessage;
  'user-online-status': UserOnlineStatus[];
  'user-deactivation-result': UserDeactivationResult;
  'chatroom-status': ChatroomStatus[];
  'chatroom-attributes': ChatroomAttributeChange[];
  'moderation-result': ModerationResult;
  'hosted-profile-moderation-result': HostedProfileModerationResult;
  'message-operation': MessageOperation;
  'user-profile-sync': UserProfileChange;
  'friendship-sync': FriendshipChange;
  'group-profile-sync': GroupProfileChange[];
  'group-operation-sync': GroupOperation[];
  'bot-event': BotEvent;
}>();
expectTypeOf<ImEventReply<'pre-messaging'>>().toEqualTypeOf<ImVerdict>();
expectTypeOf<ImEventReply<Exclude<ImEventName, 'pre-messaging'>>>().toBeVoid();
expectTypeOf<PreMessage['newVendorField']>().toEqualTypeOf<unknown>();
expectTypeOf<BotEvent['raw']>().toEqualTypeOf<Readonly<Record<string, unknown>>>();
expectTypeOf<'SOMETHING_NEW'>().toExtend<PreMessage['channelType']>();
expectTypeOf<9>().toExtend<GroupOperation['eventType']>();

function ends(value: unknown): never {
  throw new TypeError(typeof value);
}

export class Compiles {
  @OnImEvent('message-routing')
  nothing(): void {
    return;
  }

  @OnImEvent('message-routing')
  async later(@ImEvent() message: RoutedMessage): Promise<void> {
    await Promise.resolve(message);
  }

  @OnImEvent('user-online-status')
  part(@ImEvent() changes: readonly { userId: string }[], more: string): void {
    expectTypeOf(more).toBeString();
    expectTypeOf(changes[0]?.userId).toEqualTypeOf<string | undefined>();
  }

  @OnImEvent('pre-messaging', { answerWithinMs: 1000, onError: 'block' })
  verdict(@ImEvent() message: PreMessage): ImVerdict {
    return ends(message);
  }

  @OnImEvent('pre-messaging', {
    onError: (message, reason) => {
      expectTypeOf(message).toEqualTypeOf<PreMessage>();
      expectTypeOf(reason).toEqualTypeOf<ImNoVerdictReason>();
      return ImVerdict.block();
    },
  })
  observed(@ImEvent() message: PreMessage): Observable<ImVerdict> | Promise<ImVerdict> {
    return ends(message);
  }
}

export class DoesNotCompile {
  // @ts-expect-error the payload of another event
  @OnImEvent('message-routing')
  payload(@ImEvent() message: PreMessage): void {
    return ends(message);
  }

  // @ts-expect-error one instead of a list
  @OnImEvent('user-online-status')
  single(@ImEvent() change: UserOnlineStatus): void {
    return ends(change);
  }

  // @ts-expect-error a field that the event does not have
  @OnImEvent('message-routing')
  field(@ImEvent() message: { readonly userId: string }): void {
    return ends(message);
  }

  // @ts-expect-error one instead of a list, of a room
  @OnImEvent('chatroom-status')
  room(@ImEvent() change: ChatroomStatus): void {
    return ends(change);
  }

  // @ts-expect-error one instead of a list, of an attribute
  @OnImEvent('chatroom-attributes')
  attribute(@ImEvent() change: ChatroomAttributeChange): void {
    return ends(change);
  }

  // @ts-expect-error the profiles of groups, not what was done to them
  @OnImEvent('group-operation-sync')
  operations(@ImEvent() changes: GroupProfileChange[]): void {
    return ends(changes);
  }

  // @ts-expect-error what was done to groups, not their profiles
  @OnImEvent('group-profile-sync')
  profiles(@ImEvent() operations: GroupOperation[]): void {
    return ends(operations);
  }

  // @ts-expect-error a message that was routed
  @OnImEvent('moderation-result')
  moderated(@ImEvent() message: RoutedMessage): void {
    return ends(message);
  }

  // @ts-expect-error the moderation of a message
  @OnImEvent('hosted-profile-moderation-result')
  hosted(@ImEvent() result: ModerationResult): void {
    return ends(result);
  }

  // @ts-expect-error the names of the wire
  @OnImEvent('message-operation')
  operation(@ImEvent() event: { readonly conversationInfo: { conversationType: number } }): void {
    return ends(event);
  }

  // @ts-expect-error text that was parsed
  @OnImEvent('user-profile-sync')
  profile(@ImEvent() change: { readonly userProfile?: string | undefined }): void {
    return ends(change);
  }

  // @ts-expect-error a number that was text
  @OnImEvent('user-deactivation-result')
  deactivated(@ImEvent() result: { readonly time: string }): void {
    return ends(result);
  }

  // @ts-expect-error a list instead of one
  @OnImEvent('friendship-sync')
  friends(@ImEvent() changes: FriendshipChange[]): void {
    return ends(changes);
  }

  // @ts-expect-error a reply that nobody reads, to a bot event
  @OnImEvent('bot-event')
  bot(@ImEvent() event: BotEvent): Promise<string> {
    return ends(event);
  }

  // @ts-expect-error no verdict
  @OnImEvent('pre-messaging')
  missing(@ImEvent() message: PreMessage): void {
    return ends(message);
  }

  // @ts-expect-error a verdict that may be missing
  @OnImEvent('pre-messaging')
  optional(@ImEvent() message: PreMessage): ImVerdict | undefined {
    return ends(message);
  }

  // @ts-expect-error not a verdict
  @OnImEvent('pre-messaging')
  text(@ImEvent() message: PreMessage): Promise<string> {
    return ends(message);
  }

  // @ts-expect-error a verdict that nobody asked for
  @OnImEvent('message-routing')
  unasked(@ImEvent() message: RoutedMessage): ImVerdict {
    return ends(message);
  }

  // @ts-expect-error a reply that nobody reads
  @OnImEvent('message-routing')
  reply(@ImEvent() message: RoutedMessage): Promise<string> {
    return ends(message);
  }
}

// @ts-expect-error an unknown event
OnImEvent('pre-message');

// @ts-expect-error options of verdict events
OnImEvent('message-routing', { onError: 'deliver' });

// @ts-expect-error an unknown answer
OnImEvent('pre-messaging', { onError: 'replace' });

// @ts-expect-error a function that decides nothing
OnImEvent('pre-messaging', { onError: () => undefined });

// @ts-expect-error verdicts come from `deliver`, `block` and `replace`
new ImVerdict({ pass: 1 });
