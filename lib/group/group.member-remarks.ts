import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetGroupMemberRemarkDto,
  DeleteGroupMemberRemarkDto,
  GetGroupMemberRemarkDto,
} from './dto/member-remarks.dto.js';
import { groupOperations } from './group.operations.js';
import type { GetGroupMemberRemarkResult } from './group.results.js';

/** What pushes call the members of a group. Use it as `groups.memberRemarks`. */
export class GroupMemberRemarks {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets the name under which pushes show a member's messages in a group. A remark of the receiver's own
   * wins over it.
   *
   * `POST /group/remarks/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/remark/set-remark-for-group-push
   */
  async set(input: ImInput<SetGroupMemberRemarkDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.memberRemarks.set, input, options);
  }

  /**
   * Removes a member's push name in a group.
   *
   * `POST /group/remarks/del.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/remark/delete-remark-for-group-push
   */
  async delete(input: ImInput<DeleteGroupMemberRemarkDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.memberRemarks.delete, input, options);
  }

  /**
   * Reads a member's push name in a group.
   *
   * `POST /group/remarks/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/remark/get-remark-for-group-push
   */
  get(
    input: ImInput<GetGroupMemberRemarkDto>,
    options?: ImCallOptions,
  ): Promise<GetGroupMemberRemarkResult> {
    return this.#client.execute(groupOperations.memberRemarks.get, input, options);
  }
}
