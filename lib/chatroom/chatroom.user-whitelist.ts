import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToChatroomUserWhitelistDto,
  RemoveFromChatroomUserWhitelistDto,
  QueryChatroomUserWhitelistDto,
} from './dto/user-whitelist.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type { QueryChatroomUserWhitelistResult } from './chatroom.results.js';

/**
 * Users who are not put out of a chatroom while they are offline, and whose messages are not
 * dropped. Use it as `chatrooms.userWhitelist`.
 */
export class ChatroomUserWhitelist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Puts users on the list of a chatroom. It holds 5 users.
   *
   * `POST /chatroom/user/whitelist/add.json`, form, 5 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.cn/platform-chat-api/chatroom/whitelist/add-to-user-whitelist
   */
  async add(input: ImInput<AddToChatroomUserWhitelistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.userWhitelist.add, input, options);
  }

  /**
   * Takes users off the list.
   *
   * `POST /chatroom/user/whitelist/remove.json`, form, 5 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/whitelist/remove-from-user-whitelist
   */
  async remove(
    input: ImInput<RemoveFromChatroomUserWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.userWhitelist.remove, input, options);
  }

  /**
   * Reads the whole list.
   *
   * `POST /chatroom/user/whitelist/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/whitelist/query-user-whitelist
   */
  query(
    input: ImInput<QueryChatroomUserWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<QueryChatroomUserWhitelistResult> {
    return this.#client.execute(chatroomOperations.userWhitelist.query, input, options);
  }
}
