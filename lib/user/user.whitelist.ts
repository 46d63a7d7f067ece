import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToWhitelistDto,
  CheckWhitelistEnabledDto,
  QueryWhitelistDto,
  RemoveFromWhitelistDto,
  SetWhitelistEnabledDto,
} from './dto/whitelist.dto.js';
import { userOperations } from './user.operations.js';
import type { CheckWhitelistEnabledResult, QueryWhitelistResult } from './user.results.js';

/** Whitelists: the only ones a user wants to hear from, while theirs is on. Use it as `users.whitelist`. */
export class UserWhitelist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Turns whitelists on or off. While a user's whitelist is on, their blacklist has no effect.
   *
   * `POST /user/whitesetting/set.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/whitelist/set-whitelist-service
   */
  async setEnabled(input: ImInput<SetWhitelistEnabledDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.whitelist.setEnabled, input, options);
  }

  /**
   * Reads whether whitelists are on.
   *
   * `POST /user/whitesetting/query.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/whitelist/query-whitelist-service
   */
  checkEnabled(
    input: ImInput<CheckWhitelistEnabledDto>,
    options?: ImCallOptions,
  ): Promise<CheckWhitelistEnabledResult> {
    return this.#client.execute(userOperations.whitelist.checkEnabled, input, options);
  }

  /**
   * Puts users on a whitelist. It has an effect only while it is on; it holds 3000 users.
   *
   * `POST /user/whitelist/add.json`, form, 20 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when whitelists are off for the app.
   * @see https://docs.rongcloud.io/platform-chat-api/user/whitelist/add-to-whitelist
   */
  async add(input: ImInput<AddToWhitelistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.whitelist.add, input, options);
  }

  /**
   * Takes users off a whitelist.
   *
   * `POST /user/whitelist/remove.json`, form, 20 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when whitelists are off for the app.
   * @see https://docs.rongcloud.io/platform-chat-api/user/whitelist/remove-from-whitelist
   */
  async remove(input: ImInput<RemoveFromWhitelistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.whitelist.remove, input, options);
  }

  /**
   * Reads one page of a whitelist, the newest entry first.
   *
   * `POST /user/whitelist/query.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when whitelists are off for the app.
   * @see https://docs.rongcloud.io/platform-chat-api/user/whitelist/query-whitelist
   */
  query(input: ImInput<QueryWhitelistDto>, options?: ImCallOptions): Promise<QueryWhitelistResult> {
    return this.#client.execute(userOperations.whitelist.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryWhitelistDto>,
    options?: ImPagesOptions<QueryWhitelistDto>,
  ): ImPages<QueryWhitelistDto, string> {
    return this.#client.pages(userOperations.whitelist.query, input, options);
  }
}
