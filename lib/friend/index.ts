export { ImFriendService } from './friend.service.js';
export { friendOperations } from './friend.operations.js';
export * from './dto/friend-permission.dto.js';
export * from './dto/friend.dto.js';
export type * from './friend.results.js';
