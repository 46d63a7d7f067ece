import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  DeletePushPeriodDto,
  GetPushPeriodDto,
  SetPushPeriodDto,
} from './dto/push-period.dto.js';
import { userOperations } from './user.operations.js';
import type { GetPushPeriodResult } from './user.results.js';

/** The daily period in which a user gets no pushes. Use it as `users.pushPeriod`. */
export class UserPushPeriod {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets the period; a user has one, and a new one replaces it.
   *
   * `POST /user/blockPushPeriod/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/set-push-disabled-period
   */
  async set(input: ImInput<SetPushPeriodDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.pushPeriod.set, input, options);
  }

  /**
   * Reads the period.
   *
   * `POST /user/blockPushPeriod/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/get-push-disabled-period
   */
  get(input: ImInput<GetPushPeriodDto>, options?: ImCallOptions): Promise<GetPushPeriodResult> {
    return this.#client.execute(userOperations.pushPeriod.get, input, options);
  }

  /**
   * Deletes the period.
   *
   * `POST /user/blockPushPeriod/delete.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/delete-push-disabled-period
   */
  async delete(input: ImInput<DeletePushPeriodDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.pushPeriod.delete, input, options);
  }
}
