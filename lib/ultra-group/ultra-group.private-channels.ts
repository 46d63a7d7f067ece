import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddUsersToPrivateChannelDto,
  RemoveUsersFromPrivateChannelDto,
  QueryPrivateChannelUsersDto,
  QueryPrivateChannelsOfUserDto,
} from './dto/private-channels.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  QueryPrivateChannelUsersResult,
  QueryPrivateChannelsOfUserResult,
} from './ultra-group.results.js';

/** Private channels: which members may enter them. Use it as `ultraGroups.privateChannels`. */
export class UltraGroupPrivateChannels {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Lets members into a private channel; if one is not in the group, none is let in (code 24406).
   *
   * `POST /ultragroup/channel/private/users/add.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/private-channel/add-to-private-channel-users
   */
  async addUsers(
    input: ImInput<AddUsersToPrivateChannelDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.privateChannels.addUsers, input, options);
  }

  /**
   * Removes users from a private channel.
   *
   * `POST /ultragroup/channel/private/users/del.json`, form, 20 users a call, 100 requests a second.
   */
  async removeUsers(
    input: ImInput<RemoveUsersFromPrivateChannelDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.privateChannels.removeUsers, input, options);
  }

  /**
   * Reads one page of the users of a private channel.
   *
   * `POST /ultragroup/channel/private/users/get.json`, form, 100 requests a second.
   */
  queryUsers(
    input: ImInput<QueryPrivateChannelUsersDto>,
    options?: ImCallOptions,
  ): Promise<QueryPrivateChannelUsersResult> {
    return this.#client.execute(ultraGroupOperations.privateChannels.queryUsers, input, options);
  }

  /** Reads all pages of `queryUsers`, one after the other, as the loop asks for them. */
  queryUsersAll(
    input: ImInput<QueryPrivateChannelUsersDto>,
    options?: ImPagesOptions<QueryPrivateChannelUsersDto>,
  ): ImPages<QueryPrivateChannelUsersDto, string> {
    return this.#client.pages(ultraGroupOperations.privateChannels.queryUsers, input, options);
  }

  /**
   * Reads one page of the private channels that a user may enter; public ones that kept their earlier users may be among them.
   *
   * `POST /ultragroup/user/channel/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/private-channel/query-channel-by-user
   */
  queryOfUser(
    input: ImInput<QueryPrivateChannelsOfUserDto>,
    options?: ImCallOptions,
  ): Promise<QueryPrivateChannelsOfUserResult> {
    return this.#client.execute(ultraGroupOperations.privateChannels.queryOfUser, input, options);
  }

  /** Reads all pages of `queryOfUser`, one after the other, as the loop asks for them. */
  queryOfUserAll(
    input: ImInput<QueryPrivateChannelsOfUserDto>,
    options?: ImPagesOptions<QueryPrivateChannelsOfUserDto>,
  ): ImPages<QueryPrivateChannelsOfUserDto, string> {
    return this.#client.pages(ultraGroupOperations.privateChannels.queryOfUser, input, options);
  }
}
