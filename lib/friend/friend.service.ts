import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddFriendDto,
  CheckFriendsDto,
  QueryFriendsDto,
  RemoveAllFriendsDto,
  RemoveFriendsDto,
  SetFriendProfileDto,
} from './dto/friend.dto.js';
import type {
  GetFriendPermissionDto,
  SetFriendPermissionDto,
} from './dto/friend-permission.dto.js';
import { friendOperations } from './friend.operations.js';
import type {
  CheckFriendsResult,
  Friend,
  GetFriendPermissionResult,
  QueryFriendsResult,
} from './friend.results.js';

/**
 * Friends: who is whose friend, what a user keeps about a friend, who may ask. Switch profile hosting
 * on in the console first.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImFriendService {
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Asks a user to become a friend, or makes both friends at once. What happens when they are
   * friends already is not documented; a call whose outcome is unknown is not repeated.
   *
   * `POST /friend/add.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/add-friend
   */
  async add(input: ImInput<AddFriendDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(friendOperations.add, input, options);
  }

  /**
   * Ends friendships of a user.
   *
   * `POST /friend/delete.json`, form, 100 users a call, 100 users a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/del-friend
   */
  async remove(input: ImInput<RemoveFriendsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(friendOperations.remove, input, options);
  }

  /**
   * Ends all friendships of a user.
   *
   * `POST /friend/clean.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/clean-friend
   */
  async removeAll(input: ImInput<RemoveAllFriendsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(friendOperations.removeAll, input, options);
  }

  /**
   * Sets what a user keeps about a friend: a name and fields of your own.
   *
   * `POST /friend/profile/set.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/set-friend-profile
   */
  async setProfile(input: ImInput<SetFriendProfileDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(friendOperations.setProfile, input, options);
  }

  /**
   * Reads one page of the friends of a user.
   *
   * `POST /friend/get.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/get-friend
   */
  query(input: ImInput<QueryFriendsDto>, options?: ImCallOptions): Promise<QueryFriendsResult> {
    return this.#client.execute(friendOperations.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryFriendsDto>,
    options?: ImPagesOptions<QueryFriendsDto>,
  ): ImPages<QueryFriendsDto, Friend> {
    return this.#client.pages(friendOperations.query, input, options);
  }

  /**
   * Reads whether users are friends of a user.
   *
   * `POST /friend/check.json`, form, 100 users a call, 100 users a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/check-friend
   */
  check(input: ImInput<CheckFriendsDto>, options?: ImCallOptions): Promise<CheckFriendsResult> {
    return this.#client.execute(friendOperations.check, input, options);
  }

  /**
   * Sets who may add users as a friend.
   *
   * `POST /friend/permission/set.json`, form, 100 users a call, 100 users a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/set-friend-add-level
   */
  async setPermission(
    input: ImInput<SetFriendPermissionDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(friendOperations.setPermission, input, options);
  }

  /**
   * Reads who may add users as a friend.
   *
   * `POST /friend/permission/get.json`, form, 100 users a call, 100 users a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/friend-profile/get-friend-add-level
   */
  getPermission(
    input: ImInput<GetFriendPermissionDto>,
    options?: ImCallOptions,
  ): Promise<GetFriendPermissionResult> {
    return this.#client.execute(friendOperations.getPermission, input, options);
  }
}
