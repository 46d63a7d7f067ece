import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateUserGroupsDto,
  DeleteUserGroupsDto,
  QueryUserGroupsDto,
  AddUsersToUserGroupDto,
  RemoveUsersFromUserGroupDto,
  QueryUserGroupsOfUserDto,
  BindUserGroupsDto,
  UnbindUserGroupsDto,
  QueryUserGroupsOfChannelDto,
  QueryUserGroupChannelsDto,
} from './dto/user-groups.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  QueryUserGroupsResult,
  QueryUserGroupsOfUserResult,
  QueryUserGroupsOfChannelResult,
  QueryUserGroupChannelsResult,
} from './ultra-group.results.js';

/** User groups: roles inside an ultra group, which open private channels to their users. Use it as `ultraGroups.userGroups`. */
export class UltraGroupUserGroups {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Creates user groups; an ultra group has at most 50. Code 24419 after a repetition means that they are there.
   *
   * `POST /ultragroup/usergroup/add.json`, JSON, 10 user-groups a call, 100 requests a second.
   */
  async create(input: ImInput<CreateUserGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.userGroups.create, input, options);
  }

  /**
   * Deletes user groups.
   *
   * `POST /ultragroup/usergroup/del.json`, form, 10 user-groups a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/usergroup/delete-usergroup
   */
  async delete(input: ImInput<DeleteUserGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.userGroups.delete, input, options);
  }

  /**
   * Reads one page of the user groups of an ultra group.
   *
   * `POST /ultragroup/usergroup/query.json`, form, 100 requests a second.
   */
  query(
    input: ImInput<QueryUserGroupsDto>,
    options?: ImCallOptions,
  ): Promise<QueryUserGroupsResult> {
    return this.#client.execute(ultraGroupOperations.userGroups.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryUserGroupsDto>,
    options?: ImPagesOptions<QueryUserGroupsDto>,
  ): ImPages<QueryUserGroupsDto, QueryUserGroupsResult['userGroups'][number]> {
    return this.#client.pages(ultraGroupOperations.userGroups.query, input, options);
  }

  /**
   * Adds users to a user group, which holds at most 100.
   *
   * `POST /ultragroup/usergroup/user/add.json`, form, 100 requests a second.
   */
  async addUsers(input: ImInput<AddUsersToUserGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.userGroups.addUsers, input, options);
  }

  /**
   * Removes users from a user group.
   *
   * `POST /ultragroup/usergroup/user/del.json`, form, 100 requests a second.
   */
  async removeUsers(
    input: ImInput<RemoveUsersFromUserGroupDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.userGroups.removeUsers, input, options);
  }

  /**
   * Reads one page of the user groups that a user is in.
   *
   * `POST /ultragroup/user/usergroup/query.json`, form, 100 requests a second.
   */
  queryOfUser(
    input: ImInput<QueryUserGroupsOfUserDto>,
    options?: ImCallOptions,
  ): Promise<QueryUserGroupsOfUserResult> {
    return this.#client.execute(ultraGroupOperations.userGroups.queryOfUser, input, options);
  }

  /** Reads all pages of `queryOfUser`, one after the other, as the loop asks for them. */
  queryOfUserAll(
    input: ImInput<QueryUserGroupsOfUserDto>,
    options?: ImPagesOptions<QueryUserGroupsOfUserDto>,
  ): ImPages<QueryUserGroupsOfUserDto, string> {
    return this.#client.pages(ultraGroupOperations.userGroups.queryOfUser, input, options);
  }

  /**
   * Lets user groups into a private channel, at most 10 in all.
   *
   * `POST /ultragroup/channel/usergroup/bind.json`, form, 10 user-groups a call, 100 requests a second.
   */
  async bind(input: ImInput<BindUserGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.userGroups.bind, input, options);
  }

  /**
   * Takes user groups off a channel.
   *
   * `POST /ultragroup/channel/usergroup/unbind.json`, form, 10 user-groups a call, 100 requests a second.
   */
  async unbind(input: ImInput<UnbindUserGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.userGroups.unbind, input, options);
  }

  /**
   * Reads one page of the user groups that may enter a channel.
   *
   * `POST /ultragroup/channel/usergroup/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/usergroup/query-channel-bound-usergroup
   */
  queryOfChannel(
    input: ImInput<QueryUserGroupsOfChannelDto>,
    options?: ImCallOptions,
  ): Promise<QueryUserGroupsOfChannelResult> {
    return this.#client.execute(ultraGroupOperations.userGroups.queryOfChannel, input, options);
  }

  /** Reads all pages of `queryOfChannel`, one after the other, as the loop asks for them. */
  queryOfChannelAll(
    input: ImInput<QueryUserGroupsOfChannelDto>,
    options?: ImPagesOptions<QueryUserGroupsOfChannelDto>,
  ): ImPages<QueryUserGroupsOfChannelDto, string> {
    return this.#client.pages(ultraGroupOperations.userGroups.queryOfChannel, input, options);
  }

  /**
   * Reads one page of the channels that a user group may enter.
   *
   * `POST /ultragroup/usergroup/channel/query.json`, form, 100 requests a second.
   */
  queryChannels(
    input: ImInput<QueryUserGroupChannelsDto>,
    options?: ImCallOptions,
  ): Promise<QueryUserGroupChannelsResult> {
    return this.#client.execute(ultraGroupOperations.userGroups.queryChannels, input, options);
  }

  /** Reads all pages of `queryChannels`, one after the other, as the loop asks for them. */
  queryChannelsAll(
    input: ImInput<QueryUserGroupChannelsDto>,
    options?: ImPagesOptions<QueryUserGroupChannelsDto>,
  ): ImPages<QueryUserGroupChannelsDto, string> {
    return this.#client.pages(ultraGroupOperations.userGroups.queryChannels, input, options);
  }
}
