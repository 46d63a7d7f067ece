import type { ImEventName } from '../../../lib/callback/events/event.map.js';

/** Fields without which an event is malformed, by their usual names on the wire. */
interface RequiredFields {
  /** Text that is not empty. */
  readonly texts: readonly string[];
  /** Whole numbers, also as decimal text. */
  readonly integers: readonly string[];
}

export const REQUIRED_FIELDS: Readonly<Record<ImEventName, RequiredFields>> = {
  'message-routing': {
    texts: ['fromUserId', 'toUserId', 'objectName', 'msgUID'],
    integers: ['msgTimestamp'],
  },
  'pre-messaging': {
    texts: ['fromUserId', 'targetId', 'msgType', 'messageId'],
    integers: ['msgTimeStamp'],
  },
  'user-online-status': { texts: ['userid'], integers: ['time'] },
  'user-deactivation-result': { texts: ['userId', 'operateId'], integers: ['type', 'time'] },
  'chatroom-status': { texts: ['chatRoomId'], integers: ['status', 'type', 'time'] },
  'chatroom-attributes': { texts: ['chatroomId'], integers: ['optType', 'timestamp', 'version'] },
  'moderation-result': { texts: ['content', 'msgUID', 'serviceProvider'], integers: ['result'] },
  'hosted-profile-moderation-result': { texts: [], integers: ['eventType', 'time'] },
  'message-operation': { texts: ['fromUserId'], integers: ['eventType', 'optTime'] },
  'user-profile-sync': { texts: ['userId'], integers: ['time'] },
  'friendship-sync': { texts: ['userId', 'toUserId'], integers: ['eventType', 'time'] },
  'group-profile-sync': { texts: ['groupId'], integers: ['time'] },
  'group-operation-sync': { texts: ['groupId'], integers: ['eventType', 'time'] },
  'bot-event': { texts: ['type'], integers: ['timestamp'] },
};

/** Values that a field of an event must not have, whether it is required or not. */
export const BROKEN_FIELDS: readonly (readonly [ImEventName, string, unknown])[] = [
  ['message-routing', 'channelType', ''],
  ['message-routing', 'sensitiveType', 'many'],
  ['message-routing', 'aiGenerated', 'perhaps'],
  ['message-routing', 'busChannel', ['a', 'b']],
  ['pre-messaging', 'channelType', ''],
  ['pre-messaging', 'disablePush', '2'],
  ['pre-messaging', 'content', ['{}', '{}']],
  ['user-online-status', 'status', {}],
  ['user-online-status', 'os', ['iOS']],
  ['user-online-status', 'sessionId', 5],
  ['user-deactivation-result', 'code', ''],
  ['chatroom-status', 'userIds', [1]],
  ['chatroom-status', 'userIds', { 0: 'alice' }],
  ['chatroom-attributes', 'value', {}],
  ['chatroom-attributes', 'userId', null],
  ['moderation-result', 'content', '{'],
  ['moderation-result', 'content', '{}'],
  ['moderation-result', 'content', '[]'],
  ['moderation-result', 'content', '"text"'],
  ['moderation-result', 'content', '{"fromUserId":"a","targetId":"b","conversationType":{}}'],
  ['hosted-profile-moderation-result', 'contents', {}],
  ['hosted-profile-moderation-result', 'contents', [null]],
  ['hosted-profile-moderation-result', 'contents', [{ key: 'name', content: 'x' }]],
  ['hosted-profile-moderation-result', 'result', 'yes'],
  ['message-operation', 'conversationInfo', []],
  ['message-operation', 'conversationInfo', { conversationType: 3 }],
  ['message-operation', 'conversationInfo', { conversationType: 3, targetId: 7 }],
  ['message-operation', 'recallMsgInfo', { isAdmin: 'perhaps' }],
  ['message-operation', 'originalMsgInfo', 'none'],
  ['user-profile-sync', 'userProfile', '[1]'],
  ['user-profile-sync', 'userProfile', '{"gender":"male"}'],
  ['user-profile-sync', 'userExtProfile', '{"ext_a":{}}'],
  ['friendship-sync', 'source', {}],
  ['friendship-sync', 'extra', [1]],
  ['group-profile-sync', 'groupName', 5],
  ['group-profile-sync', 'permissions', { joinPerm: 'all' }],
  ['group-profile-sync', 'groupProfile', 'none'],
  ['group-operation-sync', 'userIds', [{}]],
  ['group-operation-sync', 'optUserId', [5]],
  ['bot-event', 'bot', 'bot-1'],
  ['bot-event', 'bot', { userId: '', name: 'Helper' }],
  ['bot-event', 'bot', { userId: 'bot-1', name: 'Helper', metadata: [1] }],
  ['bot-event', 'data', []],
  ['bot-event', 'data', { objectName: {} }],
  ['bot-event', 'data', { channelType: [] }],
];
