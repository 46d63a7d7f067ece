export { ImModerationService } from './moderation.service.js';
export type { ModerationSensitiveWords } from './moderation.sensitive-words.js';
export type { ModerationWordFilter } from './moderation.word-filter.js';
export { moderationOperations } from './moderation.operations.js';
export * from './dto/sensitive-words.dto.js';
export * from './dto/word-filter.dto.js';
export type * from './moderation.results.js';
