import type { ImClient } from '../client/im.client.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { QueryBlacklistDto } from './dto/query-blacklist.dto.js';
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
   * Reads one page of a user's blacklist, the newest entry first.
   *
   * `POST /user/blacklist/query.json`, form, 1000 users a page, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/blacklist/query-blacklist
   */
  query(input: ImInput<QueryBlacklistDto>, options?: ImCallOptions): Promise<QueryBlacklistResult> {
    return this.#client.execute(userOperations.blacklist.query, input, options);
  }

  /**
   * Reads a whole blacklist, page by page.
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
