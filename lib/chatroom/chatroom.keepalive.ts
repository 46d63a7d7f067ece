import type { ImClient } from '../client/im.client.js';
import type { NoInputDto } from '../client/input/no-input.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToChatroomKeepaliveDto,
  RemoveFromChatroomKeepaliveDto,
} from './dto/keepalive.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type { QueryChatroomKeepaliveResult } from './chatroom.results.js';

/** Chatrooms that are not destroyed by themselves. Use it as `chatrooms.keepalive`. */
export class ChatroomKeepalive {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Protects a chatroom: from now on only `destroy` ends it. An app has 5 such rooms unless it
   * buys more.
   *
   * `POST /chatroom/keepalive/add.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when the service is off.
   * @throws ImQuotaError when the app has as many such rooms as it may.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/keep-alive/add-to-keep-alive
   */
  async add(input: ImInput<AddToChatroomKeepaliveDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.keepalive.add, input, options);
  }

  /**
   * Ends the protection of a chatroom.
   *
   * `POST /chatroom/keepalive/remove.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/keep-alive/remove-from-keep-alive
   */
  async remove(
    input: ImInput<RemoveFromChatroomKeepaliveDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.keepalive.remove, input, options);
  }

  /**
   * Reads all protected chatrooms.
   *
   * `POST /chatroom/keepalive/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/keep-alive/query-keep-alive
   */
  query(
    input: ImInput<NoInputDto> = {},
    options?: ImCallOptions,
  ): Promise<QueryChatroomKeepaliveResult> {
    return this.#client.execute(chatroomOperations.keepalive.query, input, options);
  }
}
