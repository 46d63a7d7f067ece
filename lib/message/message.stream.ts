import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import type { ImCallOptions } from '../im.options.js';
import type { GetStreamDto, SendGroupChunkDto, SendPrivateChunkDto } from './dto/stream.dto.js';
import { messageOperations } from './message.operations.js';
import type { SendChunkResult } from './message.results.js';

/** Stream messages: text that arrives chunk by chunk. Use it as `messages.stream`. */
export class MessageStream {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sends a chunk of a stream message to a user. A stream ends without a chunk for 30 s, or after 30 minutes.
   *
   * `POST /v3/message/private/publish_stream.json`, JSON, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/message/send-private-stream
   */
  sendPrivateChunk(
    input: ImInput<SendPrivateChunkDto>,
    options?: ImCallOptions,
  ): Promise<SendChunkResult> {
    return this.#client.execute(messageOperations.stream.sendPrivateChunk, input, options);
  }

  /**
   * Sends a chunk of a stream message to a group. A stream ends without a chunk for 30 s, or after 30 minutes.
   *
   * `POST /v3/message/group/publish_stream.json`, JSON, 100 requests a second.
   */
  sendGroupChunk(
    input: ImInput<SendGroupChunkDto>,
    options?: ImCallOptions,
  ): Promise<SendChunkResult> {
    return this.#client.execute(messageOperations.stream.sendGroupChunk, input, options);
  }

  /**
   * Reads a stream message. Experimental: the vendor's pages name the address and no more.
   *
   * `POST /v3/message/get_stream.json`, JSON.
   */
  get(input: ImInput<GetStreamDto>, options?: ImCallOptions): Promise<ImResult> {
    return this.#client.execute(messageOperations.stream.get, input, options);
  }
}
