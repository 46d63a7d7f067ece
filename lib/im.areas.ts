import { botOperations } from './bot/bot.operations.js';
import { ImBotService } from './bot/bot.service.js';
import { chatroomOperations } from './chatroom/chatroom.operations.js';
import { ImChatroomService } from './chatroom/chatroom.service.js';
import { conversationOperations } from './conversation/conversation.operations.js';
import { ImConversationService } from './conversation/conversation.service.js';
import { friendOperations } from './friend/friend.operations.js';
import { ImFriendService } from './friend/friend.service.js';
import { groupOperations } from './group/group.operations.js';
import { ImGroupService } from './group/group.service.js';
import { hostedGroupOperations } from './hosted-group/hosted-group.operations.js';
import { ImHostedGroupService } from './hosted-group/hosted-group.service.js';
import { messageOperations } from './message/message.operations.js';
import { ImMessageService } from './message/message.service.js';
import { moderationOperations } from './moderation/moderation.operations.js';
import { ImModerationService } from './moderation/moderation.service.js';
import { profileOperations } from './profile/profile.operations.js';
import { ImProfileService } from './profile/profile.service.js';
import { pushOperations } from './push/push.operations.js';
import { ImPushService } from './push/push.service.js';
import { ultraGroupOperations } from './ultra-group/ultra-group.operations.js';
import { ImUltraGroupService } from './ultra-group/ultra-group.service.js';
import { userOperations } from './user/user.operations.js';
import { ImUserService } from './user/user.service.js';

/**
 * The areas of the Server API: the service of each and its operations, by the first word of their names.
 * Providers, tests and reference pages are made from it.
 */
export const API_AREAS = {
  user: { service: ImUserService, operations: userOperations },
  profile: { service: ImProfileService, operations: profileOperations },
  friend: { service: ImFriendService, operations: friendOperations },
  message: { service: ImMessageService, operations: messageOperations },
  push: { service: ImPushService, operations: pushOperations },
  moderation: { service: ImModerationService, operations: moderationOperations },
  conversation: { service: ImConversationService, operations: conversationOperations },
  group: { service: ImGroupService, operations: groupOperations },
  hostedGroup: { service: ImHostedGroupService, operations: hostedGroupOperations },
  chatroom: { service: ImChatroomService, operations: chatroomOperations },
  ultraGroup: { service: ImUltraGroupService, operations: ultraGroupOperations },
  bot: { service: ImBotService, operations: botOperations },
} as const;
