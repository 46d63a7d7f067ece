import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToGroupMuteWhitelistDto,
  RemoveFromGroupMuteWhitelistDto,
  QueryGroupMuteWhitelistDto,
} from './dto/mute-whitelist.dto.js';
import { groupOperations } from './group.operations.js';
import type { QueryGroupMuteWhitelistResult } from './group.results.js';

/** Mute whitelists: who may write in a group that is muted as a whole. Use it as `groups.muteWhitelist`. */
export class GroupMuteWhitelist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Lets users write in a group that is muted as a whole, but for those who are muted themselves.
   *
   * `POST /group/user/ban/whitelist/add.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/add-to-group-ban-whitelist
   */
  async add(input: ImInput<AddToGroupMuteWhitelistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.muteWhitelist.add, input, options);
  }

  /**
   * Takes users off a mute whitelist.
   *
   * `POST /group/user/ban/whitelist/rollback.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/remove-from-group-ban-whitelist
   */
  async remove(
    input: ImInput<RemoveFromGroupMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(groupOperations.muteWhitelist.remove, input, options);
  }

  /**
   * Reads a whole mute whitelist.
   *
   * `POST /group/user/ban/whitelist/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/query-group-ban-whitelist
   */
  query(
    input: ImInput<QueryGroupMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<QueryGroupMuteWhitelistResult> {
    return this.#client.execute(groupOperations.muteWhitelist.query, input, options);
  }
}
