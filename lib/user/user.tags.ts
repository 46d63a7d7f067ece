import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { SetUserTagsDto } from './dto/set-user-tags.dto.js';
import { userOperations } from './user.operations.js';

/** Tags of users, which push notifications and broadcasts can address. Use it as `users.tags`. */
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
}
