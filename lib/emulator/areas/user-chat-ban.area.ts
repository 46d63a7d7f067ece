import { success, type ApiReply } from '../http/api-request.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

const DEFAULT_NUMBER = 100;

/** Users whose devices may not send one-to-one messages; `PERSON` is the only type there is. */
export const userChatBanHandlers: OperationHandlers = {
  'POST /user/chat/fb/set.json': setMuted,
  'POST /user/chat/fb/querylist.json': queryMuted,
};

function setMuted({ app, parameters }: OperationContext): ApiReply {
  const muted = parameters.flag('state');
  for (const userId of parameters.texts('userId')) {
    if (muted) app.state.mutedUsers.add(userId);
    else app.state.mutedUsers.delete(userId);
  }
  return success();
}

/** The order is not documented: oldest ban first. Nor is a lower bound: below 1 there are no users. */
function queryMuted({ app, parameters }: OperationContext): ApiReply {
  const users = [...app.state.mutedUsers];
  const offset = parameters.optionalNumber('offset') ?? 0;
  const number = Math.max(parameters.optionalNumber('num') ?? DEFAULT_NUMBER, 0);
  return success({ total: users.length, users: users.slice(offset, offset + number) });
}
