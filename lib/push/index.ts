export { ImPushService } from './push.service.js';
export { pushOperations } from './push.operations.js';
export * from './dto/audience.fields.js';
export * from './dto/notification.fields.js';
export * from './dto/push.dto.js';
export type * from './push.results.js';
