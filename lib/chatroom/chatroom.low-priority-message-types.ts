import type { ImClient } from '../client/im.client.js';
import type { NoInputDto } from '../client/input/no-input.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddLowPriorityMessageTypesDto,
  RemoveLowPriorityMessageTypesDto,
} from './dto/low-priority-message-types.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type { QueryLowPriorityMessageTypesResult } from './chatroom.results.js';

/**
 * Message types that are dropped first when a chatroom has too much to deliver, in all rooms.
 * Use it as `chatrooms.lowPriorityMessageTypes`.
 */
export class ChatroomLowPriorityMessageTypes {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Puts message types on the list. It holds 20 types.
   *
   * `POST /chatroom/message/priority/add.json`, form, 5 types a call, 100 requests a second.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/message-priority/add-low-priority-message-type
   */
  async add(input: ImInput<AddLowPriorityMessageTypesDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.lowPriorityMessageTypes.add, input, options);
  }

  /**
   * Takes message types off the list.
   *
   * `POST /chatroom/message/priority/remove.json`, form, 5 types a call, 100 requests a
   * second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/message-priority/remove-low-priority-message-type
   */
  async remove(
    input: ImInput<RemoveLowPriorityMessageTypesDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.lowPriorityMessageTypes.remove, input, options);
  }

  /**
   * Reads the whole list.
   *
   * `POST /chatroom/message/priority/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/message-priority/query-low-priority-message-type
   */
  query(
    input: ImInput<NoInputDto> = {},
    options?: ImCallOptions,
  ): Promise<QueryLowPriorityMessageTypesResult> {
    return this.#client.execute(chatroomOperations.lowPriorityMessageTypes.query, input, options);
  }
}
