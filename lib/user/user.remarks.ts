import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type { DeleteRemarkDto, QueryRemarksDto, SetRemarksDto } from './dto/remarks.dto.js';
import { userOperations } from './user.operations.js';
import type { QueryRemarksResult } from './user.results.js';

/** What users call each other in the pushes they get. Use it as `users.remarks`. */
export class UserRemarks {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets what a user calls others.
   *
   * `POST /user/remarks/set.json`, form, 100 remarks a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/remark/set-remark-for-push
   */
  async set(input: ImInput<SetRemarksDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.remarks.set, input, options);
  }

  /**
   * Deletes what a user calls another one.
   *
   * `POST /user/remarks/del.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/remark/delete-remark-for-push
   */
  async delete(input: ImInput<DeleteRemarkDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(userOperations.remarks.delete, input, options);
  }

  /**
   * Reads one page of what a user calls others.
   *
   * `POST /user/remarks/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/remark/get-remark-for-push
   */
  query(input: ImInput<QueryRemarksDto>, options?: ImCallOptions): Promise<QueryRemarksResult> {
    return this.#client.execute(userOperations.remarks.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryRemarksDto>,
    options?: ImPagesOptions<QueryRemarksDto>,
  ): ImPages<QueryRemarksDto, QueryRemarksResult['users'][number]> {
    return this.#client.pages(userOperations.remarks.query, input, options);
  }
}
