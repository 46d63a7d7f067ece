import { success, type ApiReply } from '../http/api-request.js';
import {
  invalid,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const DEFAULT_SIZE = 50;

/** Chats in which a bot speaks for a user. No operation that ends one is documented. */
export const proxyChatHandlers: OperationHandlers = {
  'POST /v3/user/proxychat/start': startProxyChat,
  'POST /v3/user/proxychat/query.json': queryProxyChats,
};

/** What a chat that runs already leads to is not documented: the new bot and values replace the old. */
function startProxyChat(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const userId = parameters.text('userId');
  const botUserId = parameters.text('botUserId');
  if (!app.state.bots.isProxy(botUserId)) {
    return invalid(context, `botUserId ${botUserId} is no bot of the type rc_agentchat`);
  }
  const metadata = parameters.object('metadata') ?? {};
  for (const targetId of parameters.texts('targetIds')) {
    app.state.bots.startChat({ userId, targetId, botUserId, metadata }, now);
  }
  return success();
}

function queryProxyChats({ app, parameters }: OperationContext): ApiReply {
  const all = app.state.bots.chatsOf(parameters.optionalText('userId'));
  const page = parameters.optionalNumber('page') ?? 1;
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  return success({
    message: 'success',
    proxyChats: pageOf(all, page, size, size),
    total: all.length,
    hasNext: page * size < all.length,
  });
}
