export { ImMessageService } from './message.service.js';
export type { MessageExpansion } from './message.expansion.js';
export type { MessageHistory } from './message.history.js';
export type { MessageStream } from './message.stream.js';
export { messageOperations } from './message.operations.js';
export { MentionedInfo, MessageAudit, MessageUser } from './content/content.fields.js';
export * from './content/conversation.contents.js';
export * from './content/conversation.messages.js';
export { defineMessage } from './content/define-message.js';
export {
  isMessage,
  type ImContentInput,
  type ImMessage,
  type ImMessageBuilder,
  type ImMessageType,
} from './content/message-type.js';
export * from './content/notification.contents.js';
export * from './content/notification.messages.js';
export * from './dto/broadcasts.dto.js';
export * from './dto/changes.dto.js';
export * from './dto/expansion.dto.js';
export * from './dto/history.dto.js';
export * from './dto/push-ext.fields.js';
export * from './dto/sends.dto.js';
export * from './dto/stream.dto.js';
export * from './dto/templates.dto.js';
export type * from './message.results.js';
