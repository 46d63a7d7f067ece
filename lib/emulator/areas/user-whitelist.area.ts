import { success, type ApiReply } from '../http/api-request.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';
import { userListHandlers } from './user-list.handlers.js';

// Code 1010 (whitelist off) is read as a switch of the whole app, which the emulator has on. So the
// list of a user can be filled and read before it is put into effect; it has none until then.
const { add, remove, query } = userListHandlers({
  of: ({ whitelists }) => whitelists,
  member: 'whiteUserId',
});

/** From whom alone users take one-to-one messages. */
export const userWhitelistHandlers: OperationHandlers = {
  'POST /user/whitesetting/set.json': setEnabled,
  'POST /user/whitesetting/query.json': getEnabled,
  'POST /user/whitelist/add.json': add,
  'POST /user/whitelist/remove.json': remove,
  'POST /user/whitelist/query.json': query,
};

function setEnabled({ app, parameters }: OperationContext): ApiReply {
  const enabled = parameters.flag('whiteSetting');
  for (const userId of parameters.texts('userId')) {
    if (enabled) app.state.whitelistUsers.add(userId);
    else app.state.whitelistUsers.delete(userId);
  }
  return success();
}

function getEnabled({ app, parameters }: OperationContext): ApiReply {
  const users = parameters.texts('userId').map((userId) => ({
    userId,
    whiteSetting: app.state.whitelistUsers.has(userId) ? '1' : '0',
  }));
  return success({ users });
}
