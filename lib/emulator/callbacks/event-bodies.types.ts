import type { ImEmulatorChannelType } from '../state/message.store.js';

/** A number where the documentation has one as text, as in forms. */
type NumberText = number | string;

/** A value that travels as JSON text; an object becomes text when it is sent. */
type JsonText = string | Readonly<Record<string, unknown>>;

interface MessageRoutingBody {
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly objectName: string;
  readonly content: JsonText;
  readonly channelType: ImEmulatorChannelType;
  readonly msgTimestamp: NumberText;
  readonly msgUID: string;
  readonly originalMsgUID?: string | undefined;
  readonly sensitiveType?: NumberText | undefined;
  readonly source: string;
  readonly busChannel?: string | undefined;
  readonly groupUserIds?: readonly string[] | undefined;
  readonly aiGenerated?: boolean | undefined;
}

interface PreMessagingBody {
  readonly appKey: string;
  readonly fromUserId: string;
  readonly targetId: string;
  readonly toUserIds?: readonly string[] | string | undefined;
  readonly msgType: string;
  readonly content: JsonText;
  readonly pushContent?: string | undefined;
  readonly disablePush?: boolean | undefined;
  readonly pushExt?: JsonText | undefined;
  readonly expansion?: boolean | undefined;
  readonly extraContent?: JsonText | undefined;
  readonly channelType: ImEmulatorChannelType;
  readonly msgTimeStamp: NumberText;
  readonly messageId: string;
  readonly originalMsgUID?: string | undefined;
  readonly os: string;
  readonly busChannel?: string | undefined;
  readonly clientIp?: string | undefined;
  readonly aiGenerated?: boolean | undefined;
}

interface UserOnlineStatusBody {
  readonly userid: string;
  readonly status: NumberText;
  readonly os?: string | undefined;
  readonly time: number;
  readonly clientIp?: string | undefined;
  readonly sessionId?: string | undefined;
}

interface UserDeactivationResultBody {
  readonly userId: string;
  readonly operateId: string;
  readonly type: NumberText;
  readonly code: string;
  readonly time: NumberText;
}

interface ChatroomStatusBody {
  readonly chatRoomId: string;
  readonly userIds: readonly string[];
  readonly status: number;
  readonly type: number;
  readonly time: number;
}

interface ChatroomAttributesBody {
  readonly chatroomId: string;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly optType: number;
  readonly userId: string;
  readonly status?: number | undefined;
  readonly timestamp: number;
  readonly version: number;
}

interface ModerationResultBody {
  readonly result: number;
  readonly content: JsonText;
  readonly msgUID: string;
  readonly serviceProvider: string;
  readonly resultDetail: JsonText;
}

interface HostedProfileModerationResultBody {
  readonly eventType: number;
  readonly result: boolean;
  readonly time: number;
  readonly optUserId?: string | undefined;
  readonly targetGroupId?: string | undefined;
  readonly targetUserId?: string | undefined;
  readonly contents: readonly {
    readonly key: string;
    readonly content: string;
    readonly result: boolean;
  }[];
}

interface MessageOperationBody {
  readonly eventType: number;
  readonly fromUserId: string;
  readonly optTime: number;
  readonly source: string;
  readonly conversationInfo: {
    readonly conversationType: number;
    readonly targetId: string;
    readonly busChannel?: string | undefined;
  };
  readonly originalMsgInfo?:
    | { readonly messageId?: string | undefined; readonly messageTime?: number | undefined }
    | undefined;
  readonly recallMsgInfo?:
    | {
        readonly isDelete?: number | undefined;
        readonly isAdmin?: number | undefined;
        readonly extra?: string | undefined;
      }
    | undefined;
  readonly deleteMsgInfo?:
    | { readonly deleteType?: number | undefined; readonly msgTimestamp?: number | undefined }
    | undefined;
}

interface UserProfileSyncBody {
  readonly userId: string;
  readonly type: number;
  readonly time: number;
  readonly userProfile?: JsonText | undefined;
  readonly userExtProfile?: JsonText | undefined;
}

interface FriendshipSyncBody {
  readonly eventType: number;
  readonly userId: string;
  readonly toUserId: string;
  readonly time: number;
  readonly source: string;
  readonly extra?: string | undefined;
}

interface GroupProfileSyncBody {
  readonly groupId: string;
  readonly groupName: string;
  readonly time: number;
  readonly optUserId?: string | undefined;
  readonly groupProfile?: Readonly<Record<string, string>> | undefined;
  readonly groupExtProfile?: Readonly<Record<string, string>> | undefined;
  readonly permissions?: Readonly<Record<string, number>> | undefined;
}

interface GroupOperationSyncBody {
  readonly groupId: string;
  readonly eventType: number;
  readonly time: number;
  readonly optUserId?: string | undefined;
  readonly userIds?: readonly string[] | undefined;
}

interface BotEventBody {
  readonly type: string;
  readonly timestamp: number;
  readonly bot: {
    readonly userId: string;
    readonly name: string;
    readonly profileUrl?: string | undefined;
    readonly type?: string | undefined;
    readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  };
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What each event says, as it travels; of the events that travel as a list, one entry of it. The
 * names are the service's own.
 */
export interface ImEmulatorEventBodies {
  readonly 'message-routing': MessageRoutingBody;
  readonly 'pre-messaging': PreMessagingBody;
  readonly 'user-online-status': UserOnlineStatusBody;
  readonly 'user-deactivation-result': UserDeactivationResultBody;
  readonly 'chatroom-status': ChatroomStatusBody;
  readonly 'chatroom-attributes': ChatroomAttributesBody;
  readonly 'moderation-result': ModerationResultBody;
  readonly 'hosted-profile-moderation-result': HostedProfileModerationResultBody;
  readonly 'message-operation': MessageOperationBody;
  readonly 'user-profile-sync': UserProfileSyncBody;
  readonly 'friendship-sync': FriendshipSyncBody;
  readonly 'group-profile-sync': GroupProfileSyncBody;
  readonly 'group-operation-sync': GroupOperationSyncBody;
  readonly 'bot-event': BotEventBody;
}

/** The events that the service posts to an app server. */
export type ImEmulatorEvent = keyof ImEmulatorEventBodies;

/** One entry of an event or, of those that travel as a list, several. */
export type EntriesOf<Event extends ImEmulatorEvent> =
  ImEmulatorEventBodies[Event] | readonly ImEmulatorEventBodies[Event][];

/** Fields of a body, each of which may be left out; `undefined` takes one away. */
type Overrides<Body> = {
  readonly [Name in keyof Body]?:
    | (Body[Name] extends readonly unknown[] | undefined
        ? Body[Name]
        : Body[Name] extends object | undefined
          ? Overrides<NonNullable<Body[Name]>>
          : Body[Name])
    | undefined;
} & Readonly<Record<string, unknown>>;

/** Fields to put into the example of an event; fields that the documentation lacks are sent as well. */
export type ImEmulatorOverrides<Event extends ImEmulatorEvent> = Overrides<
  ImEmulatorEventBodies[Event]
>;
