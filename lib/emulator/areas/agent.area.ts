import { success, type ApiReply } from '../http/api-request.js';
import { mergeAgentConfig, MAX_AGENTS, type Agent } from '../state/agent.store.js';
import {
  ignored,
  invalid,
  pageOf,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

const DEFAULT_SIZE = 20;
const CHAT = 'chat';
/** Which state an agent begins in when none is given is not documented. */
const ACTIVE = 'active';

/** Agents. Whoever reads, changes or asks one that does not exist has a parameter that makes no sense. */
export const agentHandlers: OperationHandlers = {
  'POST /v3/agent/create.json': createAgent,
  'POST /v3/agent/update.json': updateAgent,
  'POST /v3/agent/get.json': getAgent,
  'POST /v3/agent/query.json': queryAgents,
  'POST /v3/agent/delete.json': deleteAgent,
  'POST /v3/chat/generate.json': generateAnswer,
};

/** What happens to a repetition is not documented, nor a code for it: it changes nothing here. */
function createAgent(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const { agents } = app.state;
  const agentId = parameters.text('agentId');
  if (agents.find(agentId) !== undefined) return ignored(`there is an agent ${agentId} already`);
  if (agents.isFull) return invalid(context, `an app has ${MAX_AGENTS} agents at most`);
  agents.put({
    agentId,
    name: parameters.text('name'),
    description: parameters.optionalText('description') ?? '',
    type: parameters.optionalText('type') ?? CHAT,
    status: parameters.optionalText('status') ?? ACTIVE,
    agentConfig: parameters.object('agentConfig') ?? {},
    createdAt: now,
    updatedAt: now,
  });
  return success();
}

function updateAgent(context: OperationContext): ApiReply {
  const { app, parameters, now } = context;
  const agent = agentOf(context);
  if (agent === undefined) return noSuchAgent(context);
  const { name, description, status, agentConfig } = agent;
  app.state.agents.put({
    ...agent,
    name: parameters.optionalText('name') ?? name,
    description: parameters.optionalText('description') ?? description,
    status: parameters.optionalText('status') ?? status,
    agentConfig: mergeAgentConfig(agentConfig, parameters.object('agentConfig') ?? {}),
    updatedAt: now,
  });
  return success();
}

function getAgent(context: OperationContext): ApiReply {
  const agent = agentOf(context);
  return agent === undefined ? noSuchAgent(context) : success({ ...agent });
}

function queryAgents({ app, parameters }: OperationContext): ApiReply {
  const status = parameters.optionalText('status');
  const type = parameters.text('type');
  const all = app.state.agents
    .list()
    .filter((agent) => agent.type === type && (status === undefined || agent.status === status));
  const page = parameters.optionalNumber('page') ?? 1;
  const size = parameters.optionalNumber('size') ?? DEFAULT_SIZE;
  return success({
    total: all.length,
    agents: pageOf(all, page, size, size),
    totalPages: Math.ceil(all.length / size),
    hasNext: page * size < all.length,
  });
}

function deleteAgent(context: OperationContext): ApiReply {
  const agent = agentOf(context);
  if (agent === undefined) return ignored(noAgent(context));
  context.app.state.agents.delete(agent.agentId);
  return success();
}

/**
 * There is no model here: the answer repeats the question, always in the same way. Asked for a stream it
 * comes whole, as the form of the events is not documented.
 */
function generateAnswer(context: OperationContext): ApiReply {
  const { app, parameters, now: timestamp } = context;
  const agent = agentOf(context);
  if (agent === undefined) return noSuchAgent(context);
  if (agent.status !== ACTIVE) return invalid(context, `agent ${agent.agentId} is not active`);
  const run = app.state.agents.nextRun();
  const known = parameters.flag('memory') ? parameters.optionalText('conversationId') : undefined;
  const reply = success({
    runId: `run-${run}`,
    conversationId: known ?? `conv-${run}`,
    agentId: agent.agentId,
    timestamp,
    answer: `${agent.name}: ${parameters.text('query')}`,
    finishReason: 'stop',
    metadata: { usage: {} },
  });
  if (!parameters.flag('stream')) return reply;
  return { ...reply, reason: 'the emulator does not stream answers' };
}

function agentOf({ app, parameters }: OperationContext): Agent | undefined {
  return app.state.agents.find(parameters.text('agentId'));
}

function noSuchAgent(context: OperationContext): ApiReply {
  return invalid(context, noAgent(context));
}

function noAgent({ parameters }: OperationContext): string {
  return `there is no agent ${parameters.text('agentId')}`;
}
