import { operation, pagedOperation } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import {
  DeleteProfilesDto,
  GetProfilesDto,
  QueryProfilesDto,
  SetProfileDto,
} from './dto/profile.dto.js';
import type { GetProfilesResult, QueryProfilesResult } from './profile.results.js';
import { PROFILE_HOSTING } from './profile-hosting.js';

/** The operations of `ImProfileService`. */
export const profileOperations = {
  set: operation<ImResult>()({
    name: 'profile.set',
    path: '/user/profile/set.json',
    encoding: 'form',
    input: SetProfileDto,
    consoleSwitch: PROFILE_HOSTING,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/user-profiles/set-user-profiles',
  }),
  delete: operation<ImResult>()({
    name: 'profile.delete',
    path: '/user/profile/clean.json',
    encoding: 'form',
    input: DeleteProfilesDto,
    consoleSwitch: PROFILE_HOSTING,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    targets: { field: 'userId', max: 20 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/user-profiles/clean-user-profiles',
  }),
  get: operation<GetProfilesResult>()({
    name: 'profile.get',
    path: '/user/profile/batch/query.json',
    encoding: 'form',
    input: GetProfilesDto,
    consoleSwitch: PROFILE_HOSTING,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    targets: { field: 'userId', max: 100 },
    convert: {
      'userList[].version': 'integer',
      'userList[].userProfile': 'json',
      'userList[].userExtProfile': 'json',
    },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/user-profiles/query-user-profiles-by-batch',
  }),
  query: pagedOperation<QueryProfilesResult>()({
    name: 'profile.query',
    path: '/user/profile/query.json',
    encoding: 'form',
    input: QueryProfilesDto,
    consoleSwitch: PROFILE_HOSTING,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    convert: {
      'userList[].version': 'integer',
      'userList[].userProfile': 'json',
      'userList[].userExtProfile': 'json',
    },
    paging: {
      by: 'number',
      items: ({ userList }) => userList,
      page: 'page',
      size: 'size',
      defaultSize: 20,
    },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/user-profiles/query-paginated-user-list',
  }),
} as const;
