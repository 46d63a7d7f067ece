import { agentHandlers } from './agent.area.js';
import { botIntegrationHandlers } from './bot-integration.area.js';
import { botHandlers } from './bot.area.js';
import { conversationTagHandlers } from './conversation-tag.area.js';
import { conversationHandlers } from './conversation.area.js';
import { chatroomEntryHandlers } from './chatroom-entry.area.js';
import { chatroomListHandlers } from './chatroom-list.area.js';
import { chatroomMemberHandlers } from './chatroom-member.area.js';
import { chatroomMuteHandlers } from './chatroom-mute.area.js';
import { chatroomHandlers } from './chatroom.area.js';
import { friendPermissionHandlers } from './friend-permission.area.js';
import { friendHandlers } from './friend.area.js';
import { groupMuteHandlers } from './group-mute.area.js';
import { groupRemarkHandlers } from './group-remark.area.js';
import { groupHandlers } from './group.area.js';
import { hostedGroupFollowHandlers } from './hosted-group-follow.area.js';
import { hostedGroupMemberHandlers } from './hosted-group-member.area.js';
import { hostedGroupRemarkNameHandlers } from './hosted-group-remark-name.area.js';
import { hostedGroupRoleHandlers } from './hosted-group-role.area.js';
import { hostedGroupHandlers } from './hosted-group.area.js';
import { messageBroadcastHandlers } from './message-broadcast.area.js';
import { messageExpansionHandlers } from './message-expansion.area.js';
import { messageHistoryHandlers } from './message-history.area.js';
import { messageLogHandlers } from './message-log.area.js';
import { messageRecallHandlers } from './message-recall.area.js';
import { messageStreamHandlers } from './message-stream.area.js';
import { messageTemplateHandlers } from './message-template.area.js';
import { messageUpdateHandlers } from './message-update.area.js';
import { messageHandlers } from './message.area.js';
import type { OperationHandler } from './operation-handler.js';
import { profileHandlers } from './profile.area.js';
import { proxyChatHandlers } from './proxy-chat.area.js';
import { pushHandlers } from './push.area.js';
import { sensitiveWordHandlers } from './sensitive-word.area.js';
import { translationHandlers } from './translation.area.js';
import { ultraGroupChannelHandlers } from './ultra-group-channel.area.js';
import { ultraGroupMessageHandlers } from './ultra-group-message.area.js';
import { ultraGroupMuteHandlers } from './ultra-group-mute.area.js';
import { ultraGroupUserGroupHandlers } from './ultra-group-user-group.area.js';
import { ultraGroupV2Handlers } from './ultra-group-v2.area.js';
import { ultraGroupHandlers } from './ultra-group.area.js';
import { userBlacklistHandlers } from './user-blacklist.area.js';
import { userBlockHandlers } from './user-block.area.js';
import { userChatBanHandlers } from './user-chat-ban.area.js';
import { userDeactivationHandlers } from './user-deactivation.area.js';
import { userGroupHandlers } from './user-group.area.js';
import { userPushPeriodHandlers } from './user-push-period.area.js';
import { userRemarksHandlers } from './user-remarks.area.js';
import { userTagHandlers } from './user-tag.area.js';
import { userWhitelistHandlers } from './user-whitelist.area.js';
import { userHandlers } from './user.area.js';

/** Handlers of all operations that the emulator keeps state for, by method and path. */
export const operationHandlers: ReadonlyMap<string, OperationHandler> = new Map(
  Object.entries({
    ...userHandlers,
    ...userBlockHandlers,
    ...userBlacklistHandlers,
    ...userWhitelistHandlers,
    ...userChatBanHandlers,
    ...userPushPeriodHandlers,
    ...userRemarksHandlers,
    ...userTagHandlers,
    ...userGroupHandlers,
    ...userDeactivationHandlers,
    ...profileHandlers,
    ...friendHandlers,
    ...friendPermissionHandlers,
    ...messageHandlers,
    ...messageTemplateHandlers,
    ...messageBroadcastHandlers,
    ...messageRecallHandlers,
    ...messageUpdateHandlers,
    ...messageExpansionHandlers,
    ...messageHistoryHandlers,
    ...messageStreamHandlers,
    ...messageLogHandlers,
    ...pushHandlers,
    ...groupHandlers,
    ...groupMuteHandlers,
    ...groupRemarkHandlers,
    ...hostedGroupHandlers,
    ...hostedGroupMemberHandlers,
    ...hostedGroupRoleHandlers,
    ...hostedGroupFollowHandlers,
    ...hostedGroupRemarkNameHandlers,
    ...chatroomHandlers,
    ...chatroomMemberHandlers,
    ...chatroomMuteHandlers,
    ...chatroomEntryHandlers,
    ...chatroomListHandlers,
    ...ultraGroupHandlers,
    ...ultraGroupChannelHandlers,
    ...ultraGroupUserGroupHandlers,
    ...ultraGroupMuteHandlers,
    ...ultraGroupMessageHandlers,
    ...ultraGroupV2Handlers,
    ...sensitiveWordHandlers,
    ...conversationHandlers,
    ...conversationTagHandlers,
    ...botHandlers,
    ...botIntegrationHandlers,
    ...agentHandlers,
    ...proxyChatHandlers,
    ...translationHandlers,
  }),
);
