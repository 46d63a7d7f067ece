export { ImConversationService } from './conversation.service.js';
export type { ConversationNotification } from './conversation.notification.js';
export type { ConversationTags } from './conversation.tags.js';
export { conversationOperations } from './conversation.operations.js';
export * from './dto/conversation.dto.js';
export * from './dto/notification.dto.js';
export * from './dto/tags.dto.js';
export type * from './conversation.results.js';
