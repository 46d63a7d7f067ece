import { operation, pagedOperation } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import {
  CreateUltraGroupV2Dto,
  DismissUltraGroupV2Dto,
  UpdateUltraGroupV2Dto,
  JoinUltraGroupV2Dto,
  QuitUltraGroupV2Dto,
  QueryUltraGroupsOfUserV2Dto,
  QueryUltraGroupMembersV2Dto,
  MuteUltraGroupMembersV2Dto,
  UnmuteUltraGroupMembersV2Dto,
  QueryMutedUltraGroupMembersV2Dto,
  SetUltraGroupMutedV2Dto,
  CheckUltraGroupMutedV2Dto,
  AddToUltraGroupMuteWhitelistV2Dto,
  RemoveFromUltraGroupMuteWhitelistV2Dto,
  QueryUltraGroupMuteWhitelistV2Dto,
  CreateUltraGroupChannelV2Dto,
  DeleteUltraGroupChannelV2Dto,
  QueryUltraGroupChannelsV2Dto,
} from './dto/v2.dto.js';
import type {
  QueryUltraGroupsOfUserV2Result,
  QueryUltraGroupMembersV2Result,
  QueryMutedUltraGroupMembersV2Result,
  CheckUltraGroupMutedV2Result,
  QueryUltraGroupMuteWhitelistV2Result,
  QueryUltraGroupChannelsV2Result,
} from './ultra-group.v2.results.js';

const common = { encoding: 'json', successCode: 10_000, idempotent: true } as const;

/** The operations of `ultraGroups.v2`. */
export const ultraGroupV2Operations = {
  create: operation<ImResult>()({
    name: 'ultraGroup.v2.create',
    path: '/v2/ultragroups',
    input: CreateUltraGroupV2Dto,
    ...common,
  }),
  dismiss: operation<ImResult>()({
    name: 'ultraGroup.v2.dismiss',
    http: 'DELETE',
    path: '/v2/ultragroups/{groupId}',
    input: DismissUltraGroupV2Dto,
    ...common,
  }),
  update: operation<ImResult>()({
    name: 'ultraGroup.v2.update',
    http: 'PUT',
    path: '/v2/ultragroups/{groupId}',
    input: UpdateUltraGroupV2Dto,
    ...common,
  }),
  join: operation<ImResult>()({
    name: 'ultraGroup.v2.join',
    path: '/v2/ultragroups/{groupId}/users/{userId}',
    input: JoinUltraGroupV2Dto,
    ...common,
  }),
  quit: operation<ImResult>()({
    name: 'ultraGroup.v2.quit',
    http: 'DELETE',
    path: '/v2/ultragroups/{groupId}/users/{userId}',
    input: QuitUltraGroupV2Dto,
    ...common,
  }),
  queryGroupsOfUser: pagedOperation<QueryUltraGroupsOfUserV2Result>()({
    name: 'ultraGroup.v2.queryGroupsOfUser',
    http: 'GET',
    path: '/v2/ultragroups/users/{userId}/groups',
    input: QueryUltraGroupsOfUserV2Dto,
    ...common,
    paging: {
      by: 'number',
      items: ({ data }) => data.groups,
      page: 'page',
      size: 'size',
      // Not documented: reads on until a page is empty.
      defaultSize: 1,
    },
  }),
  queryMembers: pagedOperation<QueryUltraGroupMembersV2Result>()({
    name: 'ultraGroup.v2.queryMembers',
    http: 'GET',
    path: '/v2/ultragroups/{groupId}/users',
    input: QueryUltraGroupMembersV2Dto,
    ...common,
    paging: {
      by: 'number',
      items: ({ data }) => data.users,
      page: 'page',
      size: 'size',
      // Not documented: reads on until a page is empty.
      defaultSize: 1,
    },
  }),
  muteMembers: operation<ImResult>()({
    name: 'ultraGroup.v2.muteMembers',
    path: '/v2/ultragroups/{groupId}/muted-users',
    input: MuteUltraGroupMembersV2Dto,
    ...common,
  }),
  unmuteMembers: operation<ImResult>()({
    name: 'ultraGroup.v2.unmuteMembers',
    http: 'DELETE',
    path: '/v2/ultragroups/{groupId}/muted-users',
    input: UnmuteUltraGroupMembersV2Dto,
    ...common,
  }),
  queryMutedMembers: operation<QueryMutedUltraGroupMembersV2Result>()({
    name: 'ultraGroup.v2.queryMutedMembers',
    http: 'GET',
    path: '/v2/ultragroups/{groupId}/muted-users',
    input: QueryMutedUltraGroupMembersV2Dto,
    ...common,
  }),
  setMuted: operation<ImResult>()({
    name: 'ultraGroup.v2.setMuted',
    http: 'PUT',
    path: '/v2/ultragroups/{groupId}/muted-status',
    input: SetUltraGroupMutedV2Dto,
    ...common,
  }),
  checkMuted: operation<CheckUltraGroupMutedV2Result>()({
    name: 'ultraGroup.v2.checkMuted',
    http: 'GET',
    path: '/v2/ultragroups/{groupId}/muted-status',
    input: CheckUltraGroupMutedV2Dto,
    ...common,
  }),
  addToMuteWhitelist: operation<ImResult>()({
    name: 'ultraGroup.v2.addToMuteWhitelist',
    path: '/v2/ultragroups/{groupId}/allowed-users',
    input: AddToUltraGroupMuteWhitelistV2Dto,
    ...common,
  }),
  removeFromMuteWhitelist: operation<ImResult>()({
    name: 'ultraGroup.v2.removeFromMuteWhitelist',
    http: 'DELETE',
    path: '/v2/ultragroups/{groupId}/allowed-users',
    input: RemoveFromUltraGroupMuteWhitelistV2Dto,
    ...common,
  }),
  queryMuteWhitelist: operation<QueryUltraGroupMuteWhitelistV2Result>()({
    name: 'ultraGroup.v2.queryMuteWhitelist',
    http: 'GET',
    path: '/v2/ultragroups/{groupId}/allowed-users',
    input: QueryUltraGroupMuteWhitelistV2Dto,
    ...common,
  }),
  createChannel: operation<ImResult>()({
    name: 'ultraGroup.v2.createChannel',
    path: '/v2/ultragroups/channels',
    input: CreateUltraGroupChannelV2Dto,
    ...common,
  }),
  deleteChannel: operation<ImResult>()({
    name: 'ultraGroup.v2.deleteChannel',
    http: 'DELETE',
    path: '/v2/ultragroups/{groupId}/channels/{channelId}',
    input: DeleteUltraGroupChannelV2Dto,
    ...common,
  }),
  queryChannels: pagedOperation<QueryUltraGroupChannelsV2Result>()({
    name: 'ultraGroup.v2.queryChannels',
    http: 'GET',
    path: '/v2/ultragroups/{groupId}/channels',
    input: QueryUltraGroupChannelsV2Dto,
    ...common,
    paging: {
      by: 'number',
      items: ({ data }) => data.channel_list,
      page: 'page',
      size: 'limit',
      // Not documented: reads on until a page is empty.
      defaultSize: 1,
    },
  }),
} as const;
