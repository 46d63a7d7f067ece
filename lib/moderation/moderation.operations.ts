import { operation } from '../client/operation.js';
import { NoInputDto } from '../client/input/no-input.js';
import type { ImResult } from '../client/result.js';
import {
  AddSensitiveWordDto,
  AddSensitiveWordsDto,
  QuerySensitiveWordsDto,
  RemoveSensitiveWordDto,
  RemoveSensitiveWordsDto,
} from './dto/sensitive-words.dto.js';
import { AddFilteredWordDto, RemoveFilteredWordDto } from './dto/word-filter.dto.js';
import type {
  AddSensitiveWordsResult,
  QueryFilteredWordsResult,
  QuerySensitiveWordsResult,
} from './moderation.results.js';

/** The operations of `ImModerationService`. */
export const moderationOperations = {
  sensitiveWords: {
    add: operation<ImResult>()({
      name: 'moderation.sensitiveWords.add',
      path: '/sensitiveword/add.json',
      encoding: 'form',
      input: AddSensitiveWordDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/moderation/add-sensitive-word',
    }),
    addMany: operation<AddSensitiveWordsResult>()({
      name: 'moderation.sensitiveWords.addMany',
      path: '/sensitiveword/batch/add.json',
      encoding: 'json',
      input: AddSensitiveWordsDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'words', max: 50 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/moderation/batch-add-sensitive-word',
    }),
    remove: operation<ImResult>()({
      name: 'moderation.sensitiveWords.remove',
      path: '/sensitiveword/delete.json',
      encoding: 'form',
      input: RemoveSensitiveWordDto,
      idempotent: true,
    }),
    removeMany: operation<ImResult>()({
      name: 'moderation.sensitiveWords.removeMany',
      path: '/sensitiveword/batch/delete.json',
      encoding: 'form',
      input: RemoveSensitiveWordsDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'words', max: 50 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/moderation/batch-remove-sensitive-word',
    }),
    query: operation<QuerySensitiveWordsResult>()({
      name: 'moderation.sensitiveWords.query',
      path: '/sensitiveword/list.json',
      encoding: 'form',
      input: QuerySensitiveWordsDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      convert: { 'words[].type': 'integer' },
      docs: 'https://docs.rongcloud.io/platform-chat-api/moderation/query-sensitive-word',
    }),
  },
  wordFilter: {
    add: operation<ImResult>()({
      name: 'moderation.wordFilter.add',
      path: '/wordfilter/add.json',
      encoding: 'form',
      input: AddFilteredWordDto,
      idempotent: true,
    }),
    remove: operation<ImResult>()({
      name: 'moderation.wordFilter.remove',
      path: '/wordfilter/delete.json',
      encoding: 'form',
      input: RemoveFilteredWordDto,
      idempotent: true,
    }),
    query: operation<QueryFilteredWordsResult>()({
      name: 'moderation.wordFilter.query',
      path: '/wordfilter/list.json',
      encoding: 'form',
      input: NoInputDto,
      idempotent: true,
    }),
  },
} as const;
