import { refusal, success, type ApiReply } from '../http/api-request.js';
import {
  invalid,
  localTime,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const USER_LIMIT_REACHED = 2007;
/** The code tables name 400 for a user id that does not exist. */
const UNKNOWN_USER = 400;

/** Registration, tokens and the registered name. */
export const userHandlers: OperationHandlers = {
  'POST /user/getToken.json': register,
  'POST /user/token/expire.json': expireTokens,
  'POST /user/info.json': getUser,
  'POST /user/refresh.json': updateUser,
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

function unknownUser({ parameters, path }: OperationContext): ApiReply {
  return refusal(400, UNKNOWN_USER, `No user with the id ${parameters.text('userId')}`, path);
}
