import { operation, pagedOperation } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import { ActivateUserDto } from './dto/activate-user.dto.js';
import { AddToBlacklistDto } from './dto/add-to-blacklist.dto.js';
import { AddToWhitelistDto } from './dto/add-to-whitelist.dto.js';
import { BlockUsersDto } from './dto/block-users.dto.js';
import { CheckOnlineDto } from './dto/check-online.dto.js';
import { DeactivateUsersDto } from './dto/deactivate-users.dto.js';
import { DeletePushPeriodDto } from './dto/delete-push-period.dto.js';
import { DeleteRemarkDto } from './dto/delete-remark.dto.js';
import { DeleteUsersDto } from './dto/delete-users.dto.js';
import { ExpireTokensDto } from './dto/expire-tokens.dto.js';
import { GetPushPeriodDto } from './dto/get-push-period.dto.js';
import { GetTagsDto } from './dto/get-tags.dto.js';
import { GetUserDto } from './dto/get-user.dto.js';
import { GetWhitelistEnabledDto } from './dto/get-whitelist-enabled.dto.js';
import { QueryBlacklistDto } from './dto/query-blacklist.dto.js';
import { QueryBlockedUsersDto } from './dto/query-blocked-users.dto.js';
import { QueryDeactivatedUsersDto } from './dto/query-deactivated-users.dto.js';
import { QueryGroupsOfUserDto } from './dto/query-groups-of-user.dto.js';
import { QueryMutedUsersDto } from './dto/query-muted-users.dto.js';
import { QueryRemarksDto } from './dto/query-remarks.dto.js';
import { QueryUsersDto } from './dto/query-users.dto.js';
import { QueryWhitelistDto } from './dto/query-whitelist.dto.js';
import { ReactivateUsersDto } from './dto/reactivate-users.dto.js';
import { RegisterUserDto } from './dto/register-user.dto.js';
import { RemoveFromBlacklistDto } from './dto/remove-from-blacklist.dto.js';
import { RemoveFromWhitelistDto } from './dto/remove-from-whitelist.dto.js';
import { SetMutedUsersDto } from './dto/set-muted-users.dto.js';
import { SetPushPeriodDto } from './dto/set-push-period.dto.js';
import { SetRemarksDto } from './dto/set-remarks.dto.js';
import { SetTagsOfManyDto } from './dto/set-tags-of-many.dto.js';
import { SetUserTagsDto } from './dto/set-user-tags.dto.js';
import { SetWhitelistEnabledDto } from './dto/set-whitelist-enabled.dto.js';
import { UnblockUsersDto } from './dto/unblock-users.dto.js';
import { UpdateUserDto } from './dto/update-user.dto.js';
import type {
  CheckOnlineResult,
  DeactivateUsersResult,
  GetPushPeriodResult,
  GetTagsResult,
  GetUserResult,
  GetWhitelistEnabledResult,
  QueryBlacklistResult,
  QueryBlockedUsersResult,
  QueryDeactivatedUsersResult,
  QueryGroupsOfUserResult,
  QueryMutedUsersResult,
  QueryRemarksResult,
  QueryUsersResult,
  QueryWhitelistResult,
  ReactivateUsersResult,
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
  expireTokens: operation<ImResult>()({
    name: 'user.expireTokens',
    path: '/user/token/expire.json',
    encoding: 'form',
    input: ExpireTokensDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    targets: { field: 'userId', max: 20 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/expire',
  }),
  update: operation<ImResult>()({
    name: 'user.update',
    path: '/user/refresh.json',
    encoding: 'form',
    input: UpdateUserDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/modify',
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
  query: pagedOperation<QueryUsersResult>()({
    name: 'user.query',
    path: '/user/query.json',
    encoding: 'form',
    input: QueryUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    paging: {
      by: 'number',
      items: ({ users }) => users,
      page: 'page',
      size: 'pageSize',
      defaultSize: 20,
    },
    docs: 'https://docs.rongcloud.cn/platform-chat-api/user/query-users',
  }),
  delete: operation<ImResult>()({
    name: 'user.delete',
    path: '/user/delusers.json',
    encoding: 'form',
    input: DeleteUsersDto,
    idempotent: true,
    targets: { field: 'userId', max: 100 },
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
  queryDeactivated: pagedOperation<QueryDeactivatedUsersResult>()({
    name: 'user.queryDeactivated',
    path: '/user/deactivate/query.json',
    encoding: 'form',
    input: QueryDeactivatedUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    paging: {
      by: 'number',
      items: ({ users }) => users,
      page: 'pageNo',
      size: 'pageSize',
      defaultSize: 50,
    },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/deactivation/query-deactivated-list',
  }),
  reactivate: operation<ReactivateUsersResult>()({
    name: 'user.reactivate',
    path: '/user/reactivate.json',
    encoding: 'form',
    input: ReactivateUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'userId', max: 100 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/deactivation/reactivate',
  }),
  activate: operation<ImResult>()({
    name: 'user.activate',
    path: '/user/activate.json',
    encoding: 'form',
    input: ActivateUserDto,
    idempotent: true,
  }),
  checkOnline: operation<CheckOnlineResult>()({
    name: 'user.checkOnline',
    path: '/user/checkOnline.json',
    encoding: 'form',
    input: CheckOnlineDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    convert: { status: 'flag' },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/check-online-status-by-user',
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
  unblock: operation<ImResult>()({
    name: 'user.unblock',
    path: '/user/unblock.json',
    encoding: 'form',
    input: UnblockUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    targets: { field: 'userId', max: 20 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/unblock',
  }),
  queryBlocked: pagedOperation<QueryBlockedUsersResult>()({
    name: 'user.queryBlocked',
    path: '/user/block/query.json',
    encoding: 'form',
    input: QueryBlockedUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    paging: {
      by: 'number',
      items: ({ users }) => users,
      page: 'page',
      size: 'size',
      defaultSize: 50,
    },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/query-blocked-list',
  }),
  setMuted: operation<ImResult>()({
    name: 'user.setMuted',
    path: '/user/chat/fb/set.json',
    encoding: 'form',
    input: SetMutedUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    targets: { field: 'userId', max: 1000 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/one-to-one/ban',
  }),
  queryMuted: pagedOperation<QueryMutedUsersResult>()({
    name: 'user.queryMuted',
    path: '/user/chat/fb/querylist.json',
    encoding: 'form',
    input: QueryMutedUsersDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    paging: { by: 'offset', items: ({ users }) => users, total: ({ total }) => total },
    docs: 'https://docs.rongcloud.io/platform-chat-api/one-to-one/query-banned-list',
  }),
  queryGroups: pagedOperation<QueryGroupsOfUserResult>()({
    name: 'user.queryGroups',
    path: '/user/group/query.json',
    encoding: 'form',
    input: QueryGroupsOfUserDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    paging: {
      by: 'number',
      items: ({ groups }) => groups,
      page: 'page',
      size: 'size',
      defaultSize: 50,
    },
    docs: 'https://docs.rongcloud.io/platform-chat-api/group/query-group-by-user',
  }),
  blacklist: {
    add: operation<ImResult>()({
      name: 'user.blacklist.add',
      path: '/user/blacklist/add.json',
      encoding: 'form',
      input: AddToBlacklistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'blackUserId', max: 20 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/blacklist/add-to-blacklist',
    }),
    remove: operation<ImResult>()({
      name: 'user.blacklist.remove',
      path: '/user/blacklist/remove.json',
      encoding: 'form',
      input: RemoveFromBlacklistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'blackUserId', max: 20 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/blacklist/remove-from-blacklist',
    }),
    query: pagedOperation<QueryBlacklistResult>()({
      name: 'user.blacklist.query',
      path: '/user/blacklist/query.json',
      encoding: 'form',
      input: QueryBlacklistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      paging: { by: 'token', items: ({ users }) => users, token: ({ next }) => next },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/blacklist/query-blacklist',
    }),
  },
  whitelist: {
    setEnabled: operation<ImResult>()({
      name: 'user.whitelist.setEnabled',
      path: '/user/whitesetting/set.json',
      encoding: 'form',
      input: SetWhitelistEnabledDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'userId', max: 20 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/whitelist/set-whitelist-service',
    }),
    getEnabled: operation<GetWhitelistEnabledResult>()({
      name: 'user.whitelist.getEnabled',
      path: '/user/whitesetting/query.json',
      encoding: 'form',
      input: GetWhitelistEnabledDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'userId', max: 20 },
      convert: { 'users[].whiteSetting': 'flag' },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/whitelist/query-whitelist-service',
    }),
    add: operation<ImResult>()({
      name: 'user.whitelist.add',
      path: '/user/whitelist/add.json',
      encoding: 'form',
      input: AddToWhitelistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'whiteUserId', max: 20 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/whitelist/add-to-whitelist',
    }),
    remove: operation<ImResult>()({
      name: 'user.whitelist.remove',
      path: '/user/whitelist/remove.json',
      encoding: 'form',
      input: RemoveFromWhitelistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'whiteUserId', max: 20 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/whitelist/remove-from-whitelist',
    }),
    query: pagedOperation<QueryWhitelistResult>()({
      name: 'user.whitelist.query',
      path: '/user/whitelist/query.json',
      encoding: 'form',
      input: QueryWhitelistDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      paging: { by: 'token', items: ({ users }) => users, token: ({ next }) => next },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/whitelist/query-whitelist',
    }),
  },
  pushPeriod: {
    set: operation<ImResult>()({
      name: 'user.pushPeriod.set',
      path: '/user/blockPushPeriod/set.json',
      encoding: 'form',
      input: SetPushPeriodDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/push/set-push-disabled-period',
    }),
    get: operation<GetPushPeriodResult>()({
      name: 'user.pushPeriod.get',
      path: '/user/blockPushPeriod/get.json',
      encoding: 'form',
      input: GetPushPeriodDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/push/get-push-disabled-period',
    }),
    delete: operation<ImResult>()({
      name: 'user.pushPeriod.delete',
      path: '/user/blockPushPeriod/delete.json',
      encoding: 'form',
      input: DeletePushPeriodDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/push/delete-push-disabled-period',
    }),
  },
  remarks: {
    set: operation<ImResult>()({
      name: 'user.remarks.set',
      path: '/user/remarks/set.json',
      encoding: 'form',
      input: SetRemarksDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'remarks', max: 100 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/push/remark/set-remark-for-push',
    }),
    delete: operation<ImResult>()({
      name: 'user.remarks.delete',
      path: '/user/remarks/del.json',
      encoding: 'form',
      input: DeleteRemarkDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/push/remark/delete-remark-for-push',
    }),
    query: pagedOperation<QueryRemarksResult>()({
      name: 'user.remarks.query',
      path: '/user/remarks/get.json',
      encoding: 'form',
      input: QueryRemarksDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      paging: {
        by: 'number',
        items: ({ users }) => users,
        page: 'page',
        size: 'size',
        defaultSize: 50,
      },
      docs: 'https://docs.rongcloud.io/platform-chat-api/push/remark/get-remark-for-push',
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
    setMany: operation<ImResult>()({
      name: 'user.tags.setMany',
      path: '/user/tag/batch/set.json',
      encoding: 'json',
      input: SetTagsOfManyDto,
      idempotent: true,
      rateLimit: { limit: 10, perSeconds: 1 },
      targets: { field: 'userIds', max: 1000 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/tag/batch-set-user-tag',
    }),
    get: operation<GetTagsResult>()({
      name: 'user.tags.get',
      path: '/user/tags/get.json',
      encoding: 'form',
      input: GetTagsDto,
      idempotent: true,
      rateLimit: { limit: 100, perSeconds: 1 },
      targets: { field: 'userIds', max: 50 },
      docs: 'https://docs.rongcloud.io/platform-chat-api/user/tag/get-user-tag',
    }),
  },
} as const;
