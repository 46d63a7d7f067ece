export { ImMessageService } from './message.service.js';
export type { MessageExpansion } from './message.expansion.js';
export type { MessageHistory } from './message.history.js';
export type { MessageStream } from './message.stream.js';
export { messageOperations } from './message.operations.js';
export {
  textMessage,
  type ImMentionedInfo,
  type ImMessage,
  type ImMessageUser,
  type TextMessageContent,
} from './content/text.message.js';
export * from './dto/broadcasts.dto.js';
export * from './dto/changes.dto.js';
export * from './dto/expansion.dto.js';
export * from './dto/history.dto.js';
export * from './dto/sends.dto.js';
export * from './dto/stream.dto.js';
export * from './dto/templates.dto.js';
export type * from './message.results.js';
