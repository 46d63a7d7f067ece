export { ImBotService } from './bot.service.js';
export type { BotAgents } from './bot.agents.js';
export type { BotIntegrations } from './bot.integrations.js';
export { botOperations } from './bot.operations.js';
export * from './dto/agents.dto.js';
export * from './dto/bot.dto.js';
export * from './dto/integrations.dto.js';
export * from './dto/proxy-chat.dto.js';
export type * from './bot.results.js';
