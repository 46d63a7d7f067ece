import { success, type ApiReply } from '../http/api-request.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';

const DEFAULT_SIZE = 1_000;

/** Who may not send one-to-one messages to whom. */
export const userBlacklistHandlers: OperationHandlers = {
  'POST /user/blacklist/add.json': addToBlacklist,
  'POST /user/blacklist/remove.json': removeFromBlacklist,
  'POST /user/blacklist/query.json': queryBlacklist,
};

function addToBlacklist({ app, parameters }: OperationContext): ApiReply {
  app.state.blacklists.add(parameters.text('userId'), parameters.texts('blackUserId'));
  return success();
}

function removeFromBlacklist({ app, parameters }: OperationContext): ApiReply {
  app.state.blacklists.remove(parameters.text('userId'), parameters.texts('blackUserId'));
  return success();
}

function queryBlacklist(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  // An empty token asks for the first page, as an absent one does.
  const pageToken = parameters.optionalText('pageToken') ?? '';
  const page = app.state.blacklists.page(parameters.text('userId'), size, pageToken);
  if (page === undefined) return invalid(context, 'pageToken is none that `next` has given');
  return success({ ...page });
}
