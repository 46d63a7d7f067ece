import { operation, pagedOperation } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import {
  AddFriendDto,
  CheckFriendsDto,
  QueryFriendsDto,
  RemoveAllFriendsDto,
  RemoveFriendsDto,
  SetFriendProfileDto,
} from './dto/friend.dto.js';
import { GetFriendPermissionDto, SetFriendPermissionDto } from './dto/friend-permission.dto.js';
import type {
  CheckFriendsResult,
  GetFriendPermissionResult,
  QueryFriendsResult,
} from './friend.results.js';

/** The operations of `ImFriendService`. */
export const friendOperations = {
  add: operation<ImResult>()({
    name: 'friend.add',
    path: '/friend/add.json',
    encoding: 'form',
    input: AddFriendDto,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/add-friend',
  }),
  remove: operation<ImResult>()({
    name: 'friend.remove',
    path: '/friend/delete.json',
    encoding: 'form',
    input: RemoveFriendsDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'targetIds', max: 100 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/del-friend',
  }),
  removeAll: operation<ImResult>()({
    name: 'friend.removeAll',
    path: '/friend/clean.json',
    encoding: 'form',
    input: RemoveAllFriendsDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/clean-friend',
  }),
  setProfile: operation<ImResult>()({
    name: 'friend.setProfile',
    path: '/friend/profile/set.json',
    encoding: 'form',
    input: SetFriendProfileDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/set-friend-profile',
  }),
  query: pagedOperation<QueryFriendsResult>()({
    name: 'friend.query',
    path: '/friend/get.json',
    encoding: 'form',
    input: QueryFriendsDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    convert: { 'friendList[].friendExtProfile': 'json' },
    paging: {
      by: 'token',
      items: ({ friendList }) => friendList,
      token: ({ pageToken }) => pageToken,
    },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/get-friend',
  }),
  check: operation<CheckFriendsResult>()({
    name: 'friend.check',
    path: '/friend/check.json',
    encoding: 'form',
    input: CheckFriendsDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'targetIds', max: 100 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/check-friend',
  }),
  setPermission: operation<ImResult>()({
    name: 'friend.setPermission',
    path: '/friend/permission/set.json',
    encoding: 'form',
    input: SetFriendPermissionDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'userIds', max: 100 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/set-friend-add-level',
  }),
  getPermission: operation<GetFriendPermissionResult>()({
    name: 'friend.getPermission',
    path: '/friend/permission/get.json',
    encoding: 'form',
    input: GetFriendPermissionDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'userIds', max: 100 },
    convert: { 'permissionSettings[].type': 'integer' },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/friend-profile/get-friend-add-level',
  }),
} as const;
