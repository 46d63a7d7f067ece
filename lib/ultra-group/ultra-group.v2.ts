import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
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
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  QueryUltraGroupsOfUserV2Result,
  QueryUltraGroupMembersV2Result,
  QueryMutedUltraGroupMembersV2Result,
  CheckUltraGroupMutedV2Result,
  QueryUltraGroupMuteWhitelistV2Result,
  QueryUltraGroupChannelsV2Result,
} from './ultra-group.v2.results.js';

/**
 * A second form of calls on ultra groups, which only the vendor's Go SDK shows and no page documents. Two of
 * them have no counterpart: the groups of a user, and the members of a group. Use it as `ultraGroups.v2`.
 */
export class UltraGroupV2 {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Creates an ultra group with its first member. Prefer `ultraGroups.create`.
   *
   * `POST /v2/ultragroups`, JSON.
   */
  async create(input: ImInput<CreateUltraGroupV2Dto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.create, input, options);
  }

  /**
   * Dissolves an ultra group. Prefer `ultraGroups.dismiss`.
   *
   * `DELETE /v2/ultragroups/{groupId}`, JSON.
   */
  async dismiss(input: ImInput<DismissUltraGroupV2Dto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.dismiss, input, options);
  }

  /**
   * Changes the name of an ultra group. Prefer `ultraGroups.update`.
   *
   * `PUT /v2/ultragroups/{groupId}`, JSON.
   */
  async update(input: ImInput<UpdateUltraGroupV2Dto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.update, input, options);
  }

  /**
   * Adds one user to an ultra group. Prefer `ultraGroups.join`.
   *
   * `POST /v2/ultragroups/{groupId}/users/{userId}`, JSON.
   */
  async join(input: ImInput<JoinUltraGroupV2Dto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.join, input, options);
  }

  /**
   * Takes one user out of an ultra group. Prefer `ultraGroups.quit`.
   *
   * `DELETE /v2/ultragroups/{groupId}/users/{userId}`, JSON.
   */
  async quit(input: ImInput<QuitUltraGroupV2Dto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.quit, input, options);
  }

  /**
   * Reads one page of the ultra groups of a user, which no other call does.
   *
   * `GET /v2/ultragroups/users/{userId}/groups`, JSON.
   */
  queryGroupsOfUser(
    input: ImInput<QueryUltraGroupsOfUserV2Dto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupsOfUserV2Result> {
    return this.#client.execute(ultraGroupOperations.v2.queryGroupsOfUser, input, options);
  }

  /** Reads all pages of `queryGroupsOfUser`, one after the other, as the loop asks for them. */
  queryGroupsOfUserAll(
    input: ImInput<QueryUltraGroupsOfUserV2Dto>,
    options?: ImPagesOptions<QueryUltraGroupsOfUserV2Dto>,
  ): ImPages<
    QueryUltraGroupsOfUserV2Dto,
    QueryUltraGroupsOfUserV2Result['data']['groups'][number]
  > {
    return this.#client.pages(ultraGroupOperations.v2.queryGroupsOfUser, input, options);
  }

  /**
   * Reads one page of the members of an ultra group, which no other call does.
   *
   * `GET /v2/ultragroups/{groupId}/users`, JSON.
   */
  queryMembers(
    input: ImInput<QueryUltraGroupMembersV2Dto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupMembersV2Result> {
    return this.#client.execute(ultraGroupOperations.v2.queryMembers, input, options);
  }

  /** Reads all pages of `queryMembers`, one after the other, as the loop asks for them. */
  queryMembersAll(
    input: ImInput<QueryUltraGroupMembersV2Dto>,
    options?: ImPagesOptions<QueryUltraGroupMembersV2Dto>,
  ): ImPages<QueryUltraGroupMembersV2Dto, QueryUltraGroupMembersV2Result['data']['users'][number]> {
    return this.#client.pages(ultraGroupOperations.v2.queryMembers, input, options);
  }

  /**
   * Mutes members in a whole ultra group. Prefer `ultraGroups.members.mute`.
   *
   * `POST /v2/ultragroups/{groupId}/muted-users`, JSON.
   */
  async muteMembers(
    input: ImInput<MuteUltraGroupMembersV2Dto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.muteMembers, input, options);
  }

  /**
   * Ends the mute of members. Prefer `ultraGroups.members.unmute`.
   *
   * `DELETE /v2/ultragroups/{groupId}/muted-users`, JSON.
   */
  async unmuteMembers(
    input: ImInput<UnmuteUltraGroupMembersV2Dto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.unmuteMembers, input, options);
  }

  /**
   * Reads the muted members, and when they were muted.
   *
   * `GET /v2/ultragroups/{groupId}/muted-users`, JSON.
   */
  queryMutedMembers(
    input: ImInput<QueryMutedUltraGroupMembersV2Dto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedUltraGroupMembersV2Result> {
    return this.#client.execute(ultraGroupOperations.v2.queryMutedMembers, input, options);
  }

  /**
   * Mutes everybody in an ultra group, or ends that. Prefer `ultraGroups.setMuted`.
   *
   * `PUT /v2/ultragroups/{groupId}/muted-status`, JSON.
   */
  async setMuted(input: ImInput<SetUltraGroupMutedV2Dto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.setMuted, input, options);
  }

  /**
   * Reads whether everybody is muted in an ultra group. Prefer `ultraGroups.checkMuted`.
   *
   * `GET /v2/ultragroups/{groupId}/muted-status`, JSON.
   */
  checkMuted(
    input: ImInput<CheckUltraGroupMutedV2Dto>,
    options?: ImCallOptions,
  ): Promise<CheckUltraGroupMutedV2Result> {
    return this.#client.execute(ultraGroupOperations.v2.checkMuted, input, options);
  }

  /**
   * Lets users write while everybody is muted. Prefer `ultraGroups.muteWhitelist.add`.
   *
   * `POST /v2/ultragroups/{groupId}/allowed-users`, JSON.
   */
  async addToMuteWhitelist(
    input: ImInput<AddToUltraGroupMuteWhitelistV2Dto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.addToMuteWhitelist, input, options);
  }

  /**
   * Takes users off a mute whitelist. Prefer `ultraGroups.muteWhitelist.remove`.
   *
   * `DELETE /v2/ultragroups/{groupId}/allowed-users`, JSON.
   */
  async removeFromMuteWhitelist(
    input: ImInput<RemoveFromUltraGroupMuteWhitelistV2Dto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.removeFromMuteWhitelist, input, options);
  }

  /**
   * Reads a mute whitelist. Prefer `ultraGroups.muteWhitelist.query`.
   *
   * `GET /v2/ultragroups/{groupId}/allowed-users`, JSON.
   */
  queryMuteWhitelist(
    input: ImInput<QueryUltraGroupMuteWhitelistV2Dto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupMuteWhitelistV2Result> {
    return this.#client.execute(ultraGroupOperations.v2.queryMuteWhitelist, input, options);
  }

  /**
   * Creates a channel in an ultra group. Prefer `ultraGroups.channels.create`.
   *
   * `POST /v2/ultragroups/channels`, JSON.
   */
  async createChannel(
    input: ImInput<CreateUltraGroupChannelV2Dto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.createChannel, input, options);
  }

  /**
   * Deletes a channel. Prefer `ultraGroups.channels.delete`.
   *
   * `DELETE /v2/ultragroups/{groupId}/channels/{channelId}`, JSON.
   */
  async deleteChannel(
    input: ImInput<DeleteUltraGroupChannelV2Dto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.v2.deleteChannel, input, options);
  }

  /**
   * Reads one page of the channels of an ultra group. Prefer `ultraGroups.channels.query`.
   *
   * `GET /v2/ultragroups/{groupId}/channels`, JSON.
   */
  queryChannels(
    input: ImInput<QueryUltraGroupChannelsV2Dto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupChannelsV2Result> {
    return this.#client.execute(ultraGroupOperations.v2.queryChannels, input, options);
  }

  /** Reads all pages of `queryChannels`, one after the other, as the loop asks for them. */
  queryChannelsAll(
    input: ImInput<QueryUltraGroupChannelsV2Dto>,
    options?: ImPagesOptions<QueryUltraGroupChannelsV2Dto>,
  ): ImPages<
    QueryUltraGroupChannelsV2Dto,
    QueryUltraGroupChannelsV2Result['data']['channel_list'][number]
  > {
    return this.#client.pages(ultraGroupOperations.v2.queryChannels, input, options);
  }
}
