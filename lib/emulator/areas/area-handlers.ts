import { messageHandlers } from './message.area.js';
import type { OperationHandler } from './operation-handler.js';
import { profileHandlers } from './profile.area.js';
import { userBlacklistHandlers } from './user-blacklist.area.js';
import { userBlockHandlers } from './user-block.area.js';
import { userDeactivationHandlers } from './user-deactivation.area.js';
import { userTagHandlers } from './user-tag.area.js';
import { userHandlers } from './user.area.js';

/** Handlers of all operations that the emulator keeps state for, by method and path. */
export const operationHandlers: ReadonlyMap<string, OperationHandler> = new Map(
  Object.entries({
    ...userHandlers,
    ...userBlockHandlers,
    ...userBlacklistHandlers,
    ...userTagHandlers,
    ...userDeactivationHandlers,
    ...profileHandlers,
    ...messageHandlers,
  }),
);
