import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { BlockUsersDto } from './dto/block-users.dto.js';
import type { DeactivateUsersDto } from './dto/deactivate-users.dto.js';
import type { GetUserDto } from './dto/get-user.dto.js';
import type { RegisterUserDto } from './dto/register-user.dto.js';
import { UserBlacklist } from './user.blacklist.js';
import { userOperations } from './user.operations.js';
import type { DeactivateUsersResult, GetUserResult, RegisterUserResult } from './user.results.js';
import { UserTags } from './user.tags.js';

/**
 * Users: registration and tokens, bans, deactivation, blacklists, tags.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImUserService {
  /** Whom a user does not want to hear from. */
  readonly blacklist: UserBlacklist;
  /** Tags for push notifications. */
  readonly tags: UserTags;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.blacklist = new UserBlacklist(client);
    this.tags = new UserTags(client);
  }

  /**
   * Registers a user and returns a token for its client. Called again it issues another token, and a
   * new name or avatar replaces the stored one; older tokens stay valid.
   *
   * `POST /user/getToken.json`, form, 200 requests a second. A development app has 100 users.
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
   * Keeps users from connecting for a while and disconnects them at once.
   *
   * `POST /user/block.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/block
   */
  async block(input: ImInput<BlockUsersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.block, input, options);
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
}
