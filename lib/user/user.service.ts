import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  DeactivateUsersDto,
  QueryDeactivatedUsersDto,
  ReactivateLegacyDto,
  ReactivateUsersDto,
} from './dto/deactivation.dto.js';
import type { BlockUsersDto, QueryBlockedUsersDto, UnblockUsersDto } from './dto/block.dto.js';
import type {
  CheckOnlineDto,
  DeleteTestUsersDto,
  ExpireTokensDto,
  GetUserDto,
  QueryGroupsOfUserDto,
  QueryTestUsersDto,
  RegisterUserDto,
  UpdateUserDto,
} from './dto/user.dto.js';
import type {
  QueryMutedInPrivateChatsDto,
  SetMutedInPrivateChatsDto,
} from './dto/muted-in-private-chats.dto.js';
import { userOperations } from './user.operations.js';
import type {
  CheckOnlineResult,
  DeactivateUsersResult,
  GetUserResult,
  QueryBlockedUsersResult,
  QueryDeactivatedUsersResult,
  QueryGroupsOfUserResult,
  QueryMutedInPrivateChatsResult,
  QueryTestUsersResult,
  ReactivateUsersResult,
  RegisterUserResult,
} from './user.results.js';
import { UserBlacklist } from './user.blacklist.js';
import { UserWhitelist } from './user.whitelist.js';
import { UserTags } from './user.tags.js';
import { UserRemarks } from './user.remarks.js';
import { UserPushPeriod } from './user.push-period.js';

/**
 * Users: registration and tokens, blocks, deactivation, blacklists and whitelists, tags, push settings.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImUserService {
  /** Whom a user does not want to hear from. */
  readonly blacklist: UserBlacklist;
  /** The only ones a user wants to hear from. */
  readonly whitelist: UserWhitelist;
  /** Tags for push notifications. */
  readonly tags: UserTags;
  /** What users call each other in pushes. */
  readonly remarks: UserRemarks;
  /** When a user gets no pushes. */
  readonly pushPeriod: UserPushPeriod;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.blacklist = new UserBlacklist(client);
    this.whitelist = new UserWhitelist(client);
    this.tags = new UserTags(client);
    this.remarks = new UserRemarks(client);
    this.pushPeriod = new UserPushPeriod(client);
  }

  /**
   * Registers a user and returns a token for its client. Called again it issues another token, and
   * a new name or avatar replaces the stored one; older tokens stay valid. A development app has
   * 100 users.
   *
   * `POST /user/getToken.json`, form, 200 requests a second.
   * @throws ImQuotaError when the app has as many users as it may.
   * @see https://docs.rongcloud.io/platform-chat-api/user/register
   * @example
   * ```ts
   * const { token } = await users.register({ userId: 'u1', name: 'Ada' });
   * ```
   */
  register(input: ImInput<RegisterUserDto>, options?: ImCallOptions): Promise<RegisterUserResult> {
    return this.#client.execute(userOperations.register, input, options);
  }

  /**
   * Ends the tokens of users that were issued before an instant. Connections that are open stay;
   * the next connect fails.
   *
   * `POST /user/token/expire.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/expire
   */
  async expireTokens(input: ImInput<ExpireTokensDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.expireTokens, input, options);
  }

  /**
   * Changes the registered name or avatar, which pushes show. The hosted profile is another thing:
   * `profiles.set`.
   *
   * `POST /user/refresh.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/modify
   */
  async update(input: ImInput<UpdateUserDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.update, input, options);
  }

  /**
   * Reads a user's registered name, avatar and registration time.
   *
   * `POST /user/info.json`, form, 100 requests a second.
   * @throws ImNotFoundError when the user is not registered.
   * @see https://docs.rongcloud.io/platform-chat-api/user/get
   */
  get(input: ImInput<GetUserDto>, options?: ImCallOptions): Promise<GetUserResult> {
    return this.#client.execute(userOperations.get, input, options);
  }

  /**
   * Reads one page of the registered users. Development apps only.
   *
   * `POST /user/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/user/query-users
   */
  queryTestUsers(
    input: ImInput<QueryTestUsersDto>,
    options?: ImCallOptions,
  ): Promise<QueryTestUsersResult> {
    return this.#client.execute(userOperations.queryTestUsers, input, options);
  }

  /** Reads all pages of `queryTestUsers`, one after the other, as the loop asks for them. */
  queryTestUsersAll(
    input: ImInput<QueryTestUsersDto>,
    options?: ImPagesOptions<QueryTestUsersDto>,
  ): ImPages<QueryTestUsersDto, QueryTestUsersResult['users'][number]> {
    return this.#client.pages(userOperations.queryTestUsers, input, options);
  }

  /**
   * Deletes users of a development app. No page documents it; the vendor's SDKs have it.
   *
   * `POST /user/delusers.json`, form, 100 users a call.
   */
  async deleteTestUsers(
    input: ImInput<DeleteTestUsersDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(userOperations.deleteTestUsers, input, options);
  }

  /**
   * Deactivates users: disconnects them and deletes their personal data for good. The outcome
   * arrives by callback within about 15 minutes.
   *
   * `POST /user/deactivate.json`, form, 100 users a call, 100 users a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/deactivation/deactivate
   */
  deactivate(
    input: ImInput<DeactivateUsersDto>,
    options?: ImCallOptions,
  ): Promise<DeactivateUsersResult> {
    return this.#client.execute(userOperations.deactivate, input, options);
  }

  /**
   * Reads one page of the deactivated users.
   *
   * `POST /user/deactivate/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/deactivation/query-deactivated-list
   */
  queryDeactivated(
    input: ImInput<QueryDeactivatedUsersDto>,
    options?: ImCallOptions,
  ): Promise<QueryDeactivatedUsersResult> {
    return this.#client.execute(userOperations.queryDeactivated, input, options);
  }

  /** Reads all pages of `queryDeactivated`, one after the other, as the loop asks for them. */
  queryDeactivatedAll(
    input: ImInput<QueryDeactivatedUsersDto>,
    options?: ImPagesOptions<QueryDeactivatedUsersDto>,
  ): ImPages<QueryDeactivatedUsersDto, string> {
    return this.#client.pages(userOperations.queryDeactivated, input, options);
  }

  /**
   * Makes deactivated users usable again, an hour after their deactivation at the earliest. The
   * outcome arrives by callback.
   *
   * `POST /user/reactivate.json`, form, 100 users a call, 100 users a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/deactivation/reactivate
   */
  reactivate(
    input: ImInput<ReactivateUsersDto>,
    options?: ImCallOptions,
  ): Promise<ReactivateUsersResult> {
    return this.#client.execute(userOperations.reactivate, input, options);
  }

  /**
   * Makes one deactivated user usable again. An older call that only one of the vendor's SDKs has;
   * prefer `reactivate`.
   *
   * `POST /user/activate.json`, form.
   */
  async reactivateLegacy(
    input: ImInput<ReactivateLegacyDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(userOperations.reactivateLegacy, input, options);
  }

  /**
   * Reads whether a user is online. To follow many users, receive `user-online-status` callbacks
   * instead.
   *
   * `POST /user/checkOnline.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/check-online-status-by-user
   */
  checkOnline(input: ImInput<CheckOnlineDto>, options?: ImCallOptions): Promise<CheckOnlineResult> {
    return this.#client.execute(userOperations.checkOnline, input, options);
  }

  /**
   * Keeps users from connecting for a while and disconnects them at once.
   *
   * `POST /user/block.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/block
   */
  async block(input: ImInput<BlockUsersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.block, input, options);
  }

  /**
   * Ends blocks.
   *
   * `POST /user/unblock.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/unblock
   */
  async unblock(input: ImInput<UnblockUsersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.unblock, input, options);
  }

  /**
   * Reads the blocked users; without `page` the first 1000.
   *
   * `POST /user/block/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/query-blocked-list
   */
  queryBlocked(
    input: ImInput<QueryBlockedUsersDto>,
    options?: ImCallOptions,
  ): Promise<QueryBlockedUsersResult> {
    return this.#client.execute(userOperations.queryBlocked, input, options);
  }

  /** Reads all pages of `queryBlocked`, one after the other, as the loop asks for them. */
  queryBlockedAll(
    input: ImInput<QueryBlockedUsersDto>,
    options?: ImPagesOptions<QueryBlockedUsersDto>,
  ): ImPages<QueryBlockedUsersDto, QueryBlockedUsersResult['users'][number]> {
    return this.#client.pages(userOperations.queryBlocked, input, options);
  }

  /**
   * Mutes users in all one-to-one conversations, or unmutes them. What a server sends for them
   * still passes.
   *
   * `POST /user/chat/fb/set.json`, form, 1000 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/one-to-one/ban
   */
  async setMutedInPrivateChats(
    input: ImInput<SetMutedInPrivateChatsDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(userOperations.setMutedInPrivateChats, input, options);
  }

  /**
   * Reads the users who are muted in one-to-one conversations, from an offset on.
   *
   * `POST /user/chat/fb/querylist.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/one-to-one/query-banned-list
   */
  queryMutedInPrivateChats(
    input: ImInput<QueryMutedInPrivateChatsDto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedInPrivateChatsResult> {
    return this.#client.execute(userOperations.queryMutedInPrivateChats, input, options);
  }

  /** Reads all pages of `queryMutedInPrivateChats`, one after the other, as the loop asks for them. */
  queryMutedInPrivateChatsAll(
    input: ImInput<QueryMutedInPrivateChatsDto>,
    options?: ImPagesOptions<QueryMutedInPrivateChatsDto>,
  ): ImPages<QueryMutedInPrivateChatsDto, string> {
    return this.#client.pages(userOperations.queryMutedInPrivateChats, input, options);
  }

  /**
   * Reads the groups that a user is in; without `page` the first 5000.
   *
   * `POST /user/group/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/query-group-by-user
   */
  queryGroups(
    input: ImInput<QueryGroupsOfUserDto>,
    options?: ImCallOptions,
  ): Promise<QueryGroupsOfUserResult> {
    return this.#client.execute(userOperations.queryGroups, input, options);
  }

  /** Reads all pages of `queryGroups`, one after the other, as the loop asks for them. */
  queryGroupsAll(
    input: ImInput<QueryGroupsOfUserDto>,
    options?: ImPagesOptions<QueryGroupsOfUserDto>,
  ): ImPages<QueryGroupsOfUserDto, QueryGroupsOfUserResult['groups'][number]> {
    return this.#client.pages(userOperations.queryGroups, input, options);
  }
}
