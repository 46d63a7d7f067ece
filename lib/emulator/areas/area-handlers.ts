import { friendPermissionHandlers } from './friend-permission.area.js';
import { friendHandlers } from './friend.area.js';
import { messageHandlers } from './message.area.js';
import type { OperationHandler } from './operation-handler.js';
import { profileHandlers } from './profile.area.js';
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
  }),
);
