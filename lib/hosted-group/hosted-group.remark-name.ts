import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetHostedGroupRemarkNameDto,
  DeleteHostedGroupRemarkNameDto,
  GetHostedGroupRemarkNameDto,
} from './dto/remark-name.dto.js';
import { hostedGroupOperations } from './hosted-group.operations.js';
import type { GetHostedGroupRemarkNameResult } from './hosted-group.results.js';

/** What a user calls a hosted group, in pushes too. Use it as `hostedGroups.remarkName`. */
export class HostedGroupRemarkName {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets the name under which one user sees a group.
   *
   * `POST /entrust/group/remarkname/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/update-group-member-remarkname
   */
  async set(input: ImInput<SetHostedGroupRemarkNameDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.remarkName.set, input, options);
  }

  /**
   * Removes a user's own name for a group.
   *
   * `POST /entrust/group/remarkname/delete.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/delete-group-mem-remarkname
   */
  async delete(
    input: ImInput<DeleteHostedGroupRemarkNameDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(hostedGroupOperations.remarkName.delete, input, options);
  }

  /**
   * Reads a user's own name for a group.
   *
   * `POST /entrust/group/remarkname/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/query-group-mem-remarkname
   */
  get(
    input: ImInput<GetHostedGroupRemarkNameDto>,
    options?: ImCallOptions,
  ): Promise<GetHostedGroupRemarkNameResult> {
    return this.#client.execute(hostedGroupOperations.remarkName.get, input, options);
  }
}
