export { ImProfileService } from './profile.service.js';
export { profileOperations } from './profile.operations.js';
export * from './dto/profile.dto.js';
export type * from './profile.results.js';
