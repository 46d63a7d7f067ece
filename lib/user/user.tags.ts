import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { GetTagsDto, SetTagsForUsersDto, SetUserTagsDto } from './dto/tags.dto.js';
import { userOperations } from './user.operations.js';
import type { GetTagsResult } from './user.results.js';

/** Tags of users, which pushes to an audience go by. Use it as `users.tags`. */
export class UserTags {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Replaces all tags of a user.
   *
   * `POST /user/tag/set.json`, JSON, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/tag/set-user-tag
   */
  async set(input: ImInput<SetUserTagsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.tags.set, input, options);
  }

  /**
   * Gives many users the same tags, in place of all that they had.
   *
   * `POST /user/tag/batch/set.json`, JSON, 1000 users a call, 10 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/tag/batch-set-user-tag
   */
  async setForUsers(input: ImInput<SetTagsForUsersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.tags.setForUsers, input, options);
  }

  /**
   * Reads the tags of users.
   *
   * `POST /user/tags/get.json`, form, 50 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/user/tag/get-user-tag
   */
  get(input: ImInput<GetTagsDto>, options?: ImCallOptions): Promise<GetTagsResult> {
    return this.#client.execute(userOperations.tags.get, input, options);
  }
}
