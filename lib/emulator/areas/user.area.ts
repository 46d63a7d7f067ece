import { refusal, success, type ApiReply } from '../http/api-request.js';
import {
  invalid,
  localTime,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const DEFAULT_PAGE_SIZE = 20;
const NEWEST_FIRST = 1;
const USER_LIMIT_REACHED = 2007;
/** The code tables name 400 for a user id that does not exist. */
const UNKNOWN_USER = 400;

/** Registration, tokens, the registered name, and who is there. */
export const userHandlers: OperationHandlers = {
  'POST /user/getToken.json': register,
  'POST /user/token/expire.json': expireTokens,
  'POST /user/info.json': getUser,
  'POST /user/refresh.json': updateUser,
  'POST /user/query.json': queryUsers,
  'POST /user/delusers.json': deleteUsers,
  'POST /user/checkOnline.json': checkOnline,
};

function register(context: OperationContext): ApiReply {
  const { app, parameters, now, path } = context;
  const userId = parameters.text('userId');
  const { state, developmentUserLimit } = app;
  if (state.deactivations.has(userId)) {
    return invalid(context, `userId ${userId} is deactivated; reactivate it first`);
  }
  if (!state.users.has(userId) && state.users.size >= developmentUserLimit) {
    const reason = `A development app registers at most ${developmentUserLimit} users`;
    // The return code is documented, the HTTP status with it is not.
    return refusal(403, USER_LIMIT_REACHED, reason, path);
  }
  const name = parameters.text('name');
  const portraitUri = parameters.optionalText('portraitUri');
  const token = state.register({ userId, name, portraitUri }, now);
  return success({ userId, token });
}

function expireTokens({ app, parameters }: OperationContext): ApiReply {
  const before = parameters.number('time');
  for (const userId of parameters.texts('userId')) app.state.tokens.expire(userId, before);
  return success();
}

function getUser(context: OperationContext): ApiReply {
  const user = context.app.state.users.get(context.parameters.text('userId'));
  if (user === undefined) return unknownUser(context);
  return success({
    userName: user.name,
    userPortrait: user.portraitUri,
    createTime: localTime(user.createdAt),
  });
}

function updateUser(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const user = app.state.users.get(parameters.text('userId'));
  if (user === undefined) return unknownUser(context);
  user.name = parameters.optionalText('name') ?? user.name;
  user.portraitUri = parameters.optionalText('portraitUri') ?? user.portraitUri;
  return success();
}

function queryUsers({ app, parameters }: OperationContext): ApiReply {
  const users = [...app.state.users.values()];
  if (parameters.optionalNumber('order') === NEWEST_FIRST) users.reverse();
  const size = parameters.optionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE;
  const page = pageOf(users, parameters.optionalNumber('page') ?? 1, size, size);
  return success({
    total: users.length,
    users: page.map(({ userId, name, portraitUri, createdAt }) => ({
      userId,
      userName: name,
      userPortrait: portraitUri,
      regTime: localTime(createdAt),
    })),
  });
}

/**
 * No page describes it: the data of the users go, as with a deactivation, but their ids can be
 * registered again at once. Ids that nobody has are no error.
 */
function deleteUsers({ app, parameters }: OperationContext): ApiReply {
  for (const userId of parameters.texts('userId')) {
    app.devices.disconnect(userId);
    app.state.forget(userId);
  }
  return success();
}

/** Somebody who is not registered is offline: no code is documented for that. */
function checkOnline({ app, parameters }: OperationContext): ApiReply {
  return success({ status: app.devices.isOnline(parameters.text('userId')) ? '1' : '0' });
}

function unknownUser({ parameters, path }: OperationContext): ApiReply {
  return refusal(400, UNKNOWN_USER, `No user with the id ${parameters.text('userId')}`, path);
}
