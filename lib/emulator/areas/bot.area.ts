import { success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import { MAX_BOTS, type Bot } from '../state/bot.store.js';
import { readIntegration } from './bot-integration.area.js';
import {
  ignored,
  invalid,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const DEFAULT_PAGE_SIZE = 10;

/** Bots. They need not be registered as users. Of what they are connected to, webhooks alone hear of anything. */
export const botHandlers: OperationHandlers = {
  'POST /v3/bot/create.json': createBot,
  'POST /v3/bot/update.json': updateBot,
  'POST /v3/bot/delete.json': deleteBot,
  'POST /v3/bot/get.json': getBots,
  'POST /v3/bot/query.json': queryBots,
};

/** What happens to a repetition is not documented, nor a code for it: it changes nothing here. */
function createBot(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const { bots } = app.state;
  const userId = parameters.text('userId');
  if (bots.find(userId) !== undefined) return ignored(`there is a bot ${userId} already`);
  if (bots.isFull) return invalid(context, `an app has ${MAX_BOTS} bots at most`);
  bots.put({
    userId,
    name: parameters.text('name'),
    type: parameters.text('type'),
    profileUrl: parameters.text('profileUrl'),
    metadata: parameters.object('metadata') ?? {},
    integrations: parameters.objects('integrations').map(readIntegration),
    createdAt: now,
    updatedAt: now,
  });
  return success();
}

/** What is left out stays; a list of integrations replaces the one before. */
function updateBot(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const userId = parameters.text('userId');
  const bot = app.state.bots.find(userId);
  if (bot === undefined) return invalid(context, `there is no bot ${userId}`);
  app.state.bots.put({
    ...bot,
    name: parameters.optionalText('name') ?? bot.name,
    type: parameters.optionalText('type') ?? bot.type,
    profileUrl: parameters.optionalText('profileUrl') ?? bot.profileUrl,
    metadata: parameters.object('metadata') ?? bot.metadata,
    integrations: readIntegrations(parameters) ?? bot.integrations,
    updatedAt: now,
  });
  return success();
}

function readIntegrations(parameters: OperationParameters): Bot['integrations'] | undefined {
  if (parameters.values['integrations'] === undefined) return undefined;
  return parameters.objects('integrations').map(readIntegration);
}

function deleteBot({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('userId');
  if (app.state.bots.find(userId) === undefined) return ignored(`there is no bot ${userId}`);
  app.state.bots.delete(userId);
  return success();
}

/** Ids without a bot are left out. */
function getBots({ app, parameters }: OperationContext): ApiReply {
  const bots = parameters.texts('userIds').map((userId) => app.state.bots.find(userId));
  return success({ bots: bots.filter((bot) => bot !== undefined) });
}

function queryBots({ app, parameters }: OperationContext): ApiReply {
  const all = app.state.bots.list();
  const page = parameters.optionalNumber('page') ?? 1;
  const size = parameters.optionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE;
  const bots = pageOf(all, page, size, size);
  return success({
    total: all.length,
    hasNext: page * size < all.length,
    bots: parameters.flag('includeIntegration') ? bots : bots.map(withoutIntegrations),
  });
}

function withoutIntegrations({ integrations: _left, ...bot }: Bot): Omit<Bot, 'integrations'> {
  return bot;
}
