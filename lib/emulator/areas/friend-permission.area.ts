import { success, type ApiReply } from '../http/api-request.js';
import type { ImEmulatorFriendPermission } from '../state/emulated-user.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** The levels of the operation. */
export const PERMISSION = { anybody: 1, approved: 2, nobody: 3 } as const;

/** Who may add users as a friend. */
export const friendPermissionHandlers: OperationHandlers = {
  'POST /friend/permission/set.json': setPermission,
  'POST /friend/permission/get.json': getPermission,
};

function setPermission({ app, parameters }: OperationContext): ApiReply {
  const permission = readPermission(parameters.number('permissionType'));
  for (const userId of parameters.texts('userIds')) {
    app.state.friends.setPermission(userId, permission);
  }
  return success();
}

/** The catalogue lets no other number through. */
function readPermission(type: number): ImEmulatorFriendPermission {
  if (type === PERMISSION.anybody || type === PERMISSION.nobody) return type;
  return PERMISSION.approved;
}

function getPermission({ app, parameters }: OperationContext): ApiReply {
  const permissionSettings = parameters
    .texts('userIds')
    .map((userId) => ({ userId, type: app.state.friends.permissionOf(userId) }));
  return success({ permissionSettings });
}
