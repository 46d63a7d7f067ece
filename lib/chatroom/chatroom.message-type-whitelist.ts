import type { ImClient } from '../client/im.client.js';
import type { NoInputDto } from '../client/input/no-input.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToMessageTypeWhitelistDto,
  RemoveFromMessageTypeWhitelistDto,
} from './dto/message-type-whitelist.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type { QueryMessageTypeWhitelistResult } from './chatroom.results.js';

/**
 * Message types that are not dropped when a chatroom has too much to deliver, in all rooms. Use
 * it as `chatrooms.messageTypeWhitelist`.
 */
export class ChatroomMessageTypeWhitelist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Puts message types on the list. It holds 20 types.
   *
   * `POST /chatroom/whitelist/add.json`, form, 20 types a call, 100 requests a second.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/whitelist/add-to-message-type-whitelist
   */
  async add(input: ImInput<AddToMessageTypeWhitelistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.messageTypeWhitelist.add, input, options);
  }

  /**
   * Takes message types off the list.
   *
   * `POST /chatroom/whitelist/delete.json`, form, 20 types a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/chatroom/whitelist/remove-from-message-type-whitelist
   */
  async remove(
    input: ImInput<RemoveFromMessageTypeWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.messageTypeWhitelist.remove, input, options);
  }

  /**
   * Reads the whole list.
   *
   * `POST /chatroom/whitelist/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/whitelist/query-message-type-whitelist
   */
  query(
    input: ImInput<NoInputDto> = {},
    options?: ImCallOptions,
  ): Promise<QueryMessageTypeWhitelistResult> {
    return this.#client.execute(chatroomOperations.messageTypeWhitelist.query, input, options);
  }
}
