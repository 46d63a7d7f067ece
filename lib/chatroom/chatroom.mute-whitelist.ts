import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToChatroomMuteWhitelistDto,
  RemoveFromChatroomMuteWhitelistDto,
  QueryChatroomMuteWhitelistDto,
} from './dto/mute-whitelist.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type { QueryChatroomMuteWhitelistResult } from './chatroom.results.js';

/** Who may write in a chatroom although all are muted. Use it as `chatrooms.muteWhitelist`. */
export class ChatroomMuteWhitelist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Lets users write although all are muted, and although they are muted in this room, but not
   * when they are muted in all rooms. A list holds 20 users and ends with its room.
   *
   * `POST /chatroom/user/ban/whitelist/add.json`, form, 20 users a call, 100 requests a
   * second.
   * @see https://docs.rongcloud.cn/platform-chat-api/chatroom/mute/add-to-chatroom-ban-whitelist
   */
  async add(input: ImInput<AddToChatroomMuteWhitelistDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.muteWhitelist.add, input, options);
  }

  /**
   * Takes users off the list.
   *
   * `POST /chatroom/user/ban/whitelist/rollback.json`, form, 20 users a call, 100 requests a
   * second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/remove-from-chatroom-ban-whitelist
   */
  async remove(
    input: ImInput<RemoveFromChatroomMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.muteWhitelist.remove, input, options);
  }

  /**
   * Reads the whole list.
   *
   * `POST /chatroom/user/ban/whitelist/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/query-chatroom-ban-whitelist
   */
  query(
    input: ImInput<QueryChatroomMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<QueryChatroomMuteWhitelistResult> {
    return this.#client.execute(chatroomOperations.muteWhitelist.query, input, options);
  }
}
