import { operation, pagedOperation } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import { BlockUsersDto } from './dto/block-users.dto.js';
import { DeactivateUsersDto } from './dto/deactivate-users.dto.js';
import { GetUserDto } from './dto/get-user.dto.js';
import { QueryBlacklistDto } from './dto/query-blacklist.dto.js';
import { RegisterUserDto } from './dto/register-user.dto.js';
import { SetUserTagsDto } from './dto/set-user-tags.dto.js';
import type {
  DeactivateUsersResult,
  GetUserResult,
  QueryBlacklistResult,
  RegisterUserResult,
} from './user.results.js';

/** The operations of `ImUserService`. */
export const userOperations = {
  register: operation<RegisterUserResult>()({
    name: 'user.register',
    path: '/user/getToken.json',
    encoding: 'form',
    input: RegisterUserDto,
    idempotent: true,
    rateLimit: { limit: 200, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/register',
  }),
  get: operation<GetUserResult>()({
    name: 'user.get',
    path: '/user/info.json',
    encoding: 'form',
    input: GetUserDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/get',
  }),
  block: operation<ImResult>()({
    name: 'user.block',
    path: '/user/block.json',
    encoding: 'form',
    input: BlockUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    targets: { field: 'userId', max: 20 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/block',
  }),
  deactivate: operation<DeactivateUsersResult>()({
    name: 'user.deactivate',
    path: '/user/deactivate.json',
    encoding: 'form',
    input: DeactivateUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'userId', max: 100 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/deactivation/deactivate',
  }),
  blacklist: {
    query: pagedOperation<QueryBlacklistResult>()({
      name: 'user.blacklist.query',
      path: '/user/blacklist/query.json',
      encoding: 'form',
      input: QueryBlacklistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      paging: {
        items: ({ users }) => users,
        next: ({ next }) => (next ? { pageToken: next } : undefined),
      },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/blacklist/query-blacklist',
    }),
  },
  tags: {
    set: operation<ImResult>()({
      name: 'user.tags.set',
      path: '/user/tag/set.json',
      encoding: 'json',
      input: SetUserTagsDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/tag/set-user-tag',
    }),
  },
} as const;
