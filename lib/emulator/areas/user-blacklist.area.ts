import type { OperationHandlers } from './operation-handler.js';
import { userListHandlers } from './user-list.handlers.js';

const { add, remove, query } = userListHandlers({
  of: ({ blacklists }) => blacklists,
  member: 'blackUserId',
});

/** Who may not send one-to-one messages to whom. */
export const userBlacklistHandlers: OperationHandlers = {
  'POST /user/blacklist/add.json': add,
  'POST /user/blacklist/remove.json': remove,
  'POST /user/blacklist/query.json': query,
};
