import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToBlacklistDto,
  QueryBlacklistDto,
  RemoveFromBlacklistDto,
} from './dto/blacklist.dto.js';
import { userOperations } from './user.operations.js';
import type { QueryBlacklistResult } from './user.results.js';

/** Blacklists: whom a user does not want to hear from. Use it as `users.blacklist`. */
export class UserBlacklist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Puts users on a blacklist: their one-to-one messages no longer reach its owner. What a server
   * sends still does, unless it asks with `verifyBlacklist`. A list holds 3000 users.
   *
   * `POST /user/blacklist/add.json`, form, 20 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when blacklists are off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/blacklist/add-to-blacklist
   */
  async add(input: ImInput<AddToBlacklistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.blacklist.add, input, options);
  }

  /**
   * Takes users off a blacklist.
   *
   * `POST /user/blacklist/remove.json`, form, 20 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when blacklists are off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/blacklist/remove-from-blacklist
   */
  async remove(input: ImInput<RemoveFromBlacklistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.blacklist.remove, input, options);
  }

  /**
   * Reads one page of a blacklist, the newest entry first.
   *
   * `POST /user/blacklist/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/blacklist/query-blacklist
   */
  query(input: ImInput<QueryBlacklistDto>, options?: ImCallOptions): Promise<QueryBlacklistResult> {
    return this.#client.execute(userOperations.blacklist.query, input, options);
  }

  /**
   * Reads all pages of `query`, one after the other, as the loop asks for them.
   * @example
   * ```ts
   * for await (const userId of users.blacklist.queryAll({ userId: 'u1' })) …
   * ```
   */
  queryAll(
    input: ImInput<QueryBlacklistDto>,
    options?: ImPagesOptions<QueryBlacklistDto>,
  ): ImPages<QueryBlacklistDto, string> {
    return this.#client.pages(userOperations.blacklist.query, input, options);
  }
}
