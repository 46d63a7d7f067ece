export { ImMessageService } from './message.service.js';
export { messageOperations } from './message.operations.js';
export {
  textMessage,
  type ImMentionedInfo,
  type ImMessage,
  type ImMessageUser,
  type TextMessageContent,
} from './content/text.message.js';
export * from './dto/send-private-message.dto.js';
export type * from './message.results.js';
