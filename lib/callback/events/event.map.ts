import type { ImVerdict } from '../verdict.js';
import { conversationOfBotEvent, parseBotEvent, type BotEvent } from './bot-event.event.js';
import {
  conversationOfAttributes,
  parseChatroomAttributes,
  type ChatroomAttributeChange,
} from './chatroom-attributes.event.js';
import {
  conversationOfChatroomStatus,
  parseChatroomStatus,
  type ChatroomStatus,
} from './chatroom-status.event.js';
import {
  conversationOfFriendship,
  parseFriendshipChange,
  type FriendshipChange,
} from './friendship-sync.event.js';
import {
  conversationOfGroupOperations,
  parseGroupOperations,
  type GroupOperation,
} from './group-operation-sync.event.js';
import {
  conversationOfGroupProfiles,
  parseGroupProfiles,
  type GroupProfileChange,
} from './group-profile-sync.event.js';
import {
  conversationOfHostedProfile,
  parseHostedProfileModerationResult,
  type HostedProfileModerationResult,
} from './hosted-profile-moderation-result.event.js';
import {
  conversationOfOperation,
  parseMessageOperation,
  type MessageOperation,
} from './message-operation.event.js';
import {
  conversationOfRoutedMessage,
  parseRoutedMessage,
  type RoutedMessage,
} from './message-routing.event.js';
import {
  conversationOfModerationResult,
  parseModerationResult,
  type ModerationResult,
} from './moderation-result.event.js';
import {
  conversationOfPreMessage,
  parsePreMessage,
  type PreMessage,
} from './pre-messaging.event.js';
import {
  conversationOfDeactivationResult,
  parseUserDeactivationResult,
  type UserDeactivationResult,
} from './user-deactivation-result.event.js';
import {
  conversationOfOnlineStatus,
  parseUserOnlineStatus,
  type UserOnlineStatus,
} from './user-online-status.event.js';
import {
  conversationOfUserProfile,
  parseUserProfileChange,
  type UserProfileChange,
} from './user-profile-sync.event.js';

/**
 * All events, each as the function that a handler is: what it receives and what it answers. This map
 * drives the types of the decorators.
 */
export interface ImEventMap {
  'message-routing': (event: RoutedMessage) => void;
  'pre-messaging': (event: PreMessage) => ImVerdict;
  'user-online-status': (event: UserOnlineStatus[]) => void;
  'user-deactivation-result': (event: UserDeactivationResult) => void;
  'chatroom-status': (event: ChatroomStatus[]) => void;
  'chatroom-attributes': (event: ChatroomAttributeChange[]) => void;
  'moderation-result': (event: ModerationResult) => void;
  'hosted-profile-moderation-result': (event: HostedProfileModerationResult) => void;
  'message-operation': (event: MessageOperation) => void;
  'user-profile-sync': (event: UserProfileChange) => void;
  'friendship-sync': (event: FriendshipChange) => void;
  'group-profile-sync': (event: GroupProfileChange[]) => void;
  'group-operation-sync': (event: GroupOperation[]) => void;
  'bot-event': (event: BotEvent) => void;
}

/** Name of an event; it is also the last segment of its address. */
export type ImEventName = keyof ImEventMap;

/** What a handler of an event receives. */
export type ImEventPayload<Event extends ImEventName> = Parameters<ImEventMap[Event]>[0];

/** What a handler of an event answers. */
export type ImEventReply<Event extends ImEventName> = ReturnType<ImEventMap[Event]>;

/** How a body is encoded. */
export type BodyKind = 'form' | 'json';

/** Where the parts of a signature are. */
export type SignaturePlace = 'query' | 'header';

/** What must be known about an event to receive it. */
export interface ImEventDefinition<Payload> {
  /** Encodings that the platform uses for it. */
  readonly bodyKinds: readonly BodyKind[];
  /**
   * Where the platform signs it. Nothing else is accepted: a signature does not say what it is for,
   * and the headers that sign a Server API call would sign a callback as well.
   */
  readonly signedIn: SignaturePlace;
  /** Whether it is answered with a verdict. */
  readonly wantsVerdict: boolean;
  /** How long the platform waits for the answer, in milliseconds. */
  readonly platformWaitsMs: number;
  /**
   * Checks and normalises a body in one pass.
   * @throws ImCallbackError `body-malformed`.
   */
  readonly parse: (body: unknown) => Payload;
  /**
   * What the platform's order counts in, within an app: two callbacks with the same key must be
   * handled one after the other. A list of events is one callback and has one key; where they belong
   * to several conversations, it is the name of the event.
   */
  readonly conversation: (payload: Payload) => string;
}

const FORM: readonly BodyKind[] = ['form'];
const JSON_ONLY: readonly BodyKind[] = ['json'];
/** Where the vendor's pages, or pages and public receivers, disagree. */
const EITHER: readonly BodyKind[] = ['form', 'json'];

/** The events at run time; one line for each member of `ImEventMap`. */
export const IM_EVENTS: {
  readonly [Event in ImEventName]: ImEventDefinition<ImEventPayload<Event>>;
} = {
  'message-routing': notice(FORM, parseRoutedMessage, conversationOfRoutedMessage),
  'pre-messaging': {
    ...notice(FORM, parsePreMessage, conversationOfPreMessage),
    wantsVerdict: true,
    platformWaitsMs: 3_000,
  },
  'user-online-status': notice(JSON_ONLY, parseUserOnlineStatus, conversationOfOnlineStatus),
  'user-deactivation-result': notice(
    EITHER,
    parseUserDeactivationResult,
    conversationOfDeactivationResult,
  ),
  'chatroom-status': notice(JSON_ONLY, parseChatroomStatus, conversationOfChatroomStatus),
  'chatroom-attributes': notice(JSON_ONLY, parseChatroomAttributes, conversationOfAttributes),
  'moderation-result': {
    ...notice(JSON_ONLY, parseModerationResult, conversationOfModerationResult),
    signedIn: 'header',
  },
  'hosted-profile-moderation-result': notice(
    JSON_ONLY,
    parseHostedProfileModerationResult,
    conversationOfHostedProfile,
  ),
  'message-operation': notice(JSON_ONLY, parseMessageOperation, conversationOfOperation),
  'user-profile-sync': notice(EITHER, parseUserProfileChange, conversationOfUserProfile),
  'friendship-sync': notice(JSON_ONLY, parseFriendshipChange, conversationOfFriendship),
  'group-profile-sync': notice(EITHER, parseGroupProfiles, conversationOfGroupProfiles),
  'group-operation-sync': notice(JSON_ONLY, parseGroupOperations, conversationOfGroupOperations),
  'bot-event': notice(JSON_ONLY, parseBotEvent, conversationOfBotEvent),
};

function notice<Payload>(
  bodyKinds: readonly BodyKind[],
  parse: (body: unknown) => Payload,
  conversation: (payload: Payload) => string,
): ImEventDefinition<Payload> {
  return {
    bodyKinds,
    signedIn: 'query',
    wantsVerdict: false,
    platformWaitsMs: 5_000,
    parse,
    conversation,
  };
}
