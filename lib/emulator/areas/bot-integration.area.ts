import { success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { Bot, BotIntegration } from '../state/bot.store.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** On or off without a word is not documented; the other two are. */
const DEFAULTS = { enabled: true, stream: true, handleResponse: true };

/** What bots are connected to: one integration of a type each. */
export const botIntegrationHandlers: OperationHandlers = {
  'POST /v3/bot/integration/create.json': createIntegration,
  'POST /v3/bot/integration/update.json': updateIntegration,
  'POST /v3/bot/integration/delete.json': deleteIntegration,
};

/** An integration with what holds when nothing is said. */
export function readIntegration(sent: Readonly<Record<string, unknown>>): BotIntegration {
  return { ...DEFAULTS, ...sent, type: String(sent['type']) };
}

/** What happens to a repetition is not documented, nor a code for it: it changes nothing here. */
function createIntegration(context: OperationContext): ApiReply {
  const { parameters } = context;
  const bot = botOf(context);
  if (bot === undefined) return noSuchBot(context);
  const sent = readIntegration(settingsIn(parameters));
  if (bot.integrations.some(({ type }) => type === sent.type)) {
    return ignored(`${bot.userId} has an integration ${sent.type} already`);
  }
  return put(context, bot, [...bot.integrations, sent]);
}

/** What is left out stays. */
function updateIntegration(context: OperationContext): ApiReply {
  const { parameters } = context;
  const bot = botOf(context);
  if (bot === undefined) return noSuchBot(context);
  const type = parameters.text('type');
  if (!bot.integrations.some((one) => one.type === type)) {
    return invalid(context, `${bot.userId} has no integration ${type}`);
  }
  const sent = settingsIn(parameters);
  const changed = (one: BotIntegration) => (one.type === type ? { ...one, ...sent, type } : one);
  return put(context, bot, bot.integrations.map(changed));
}

function deleteIntegration(context: OperationContext): ApiReply {
  const bot = botOf(context);
  const type = context.parameters.text('type');
  const left = bot?.integrations.filter((one) => one.type !== type) ?? [];
  if (bot === undefined || left.length === bot.integrations.length) {
    return ignored(`there is no integration ${type} to delete`);
  }
  return put(context, bot, left);
}

function put(
  { app, now }: OperationContext,
  bot: Bot,
  integrations: readonly BotIntegration[],
): ApiReply {
  app.state.bots.put({ ...bot, integrations, updatedAt: now });
  return success();
}

function botOf({ app, parameters }: OperationContext): Bot | undefined {
  return app.state.bots.find(parameters.text('userId'));
}

function noSuchBot(context: OperationContext): ApiReply {
  return invalid(context, `there is no bot ${context.parameters.text('userId')}`);
}

function settingsIn({ values }: OperationParameters): Readonly<Record<string, unknown>> {
  const { userId: _bot, ...settings } = values;
  return settings;
}
