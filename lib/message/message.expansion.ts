import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  DeleteMessageExpansionDto,
  QueryMessageExpansionDto,
  SetMessageExpansionDto,
} from './dto/expansion.dto.js';
import { messageOperations } from './message.operations.js';
import type { QueryMessageExpansionResult, MessageExpansionValue } from './message.results.js';

/** Key-values attached to messages of one-to-one conversations and groups. Use it as `messages.expansion`. */
export class MessageExpansion {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Attaches key-values to a message that was sent as expandable: 20 a second for groups.
   *
   * `POST /message/expansion/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/set-expansion
   */
  async set(input: ImInput<SetMessageExpansionDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(messageOperations.expansion.set, input, options);
  }

  /**
   * Takes key-values off a message.
   *
   * `POST /message/expansion/delete.json`, form.
   */
  async delete(input: ImInput<DeleteMessageExpansionDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(messageOperations.expansion.delete, input, options);
  }

  /**
   * Reads one page of the key-values of a message.
   *
   * `POST /message/expansion/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/get-expansion
   */
  query(
    input: ImInput<QueryMessageExpansionDto>,
    options?: ImCallOptions,
  ): Promise<QueryMessageExpansionResult> {
    return this.#client.execute(messageOperations.expansion.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryMessageExpansionDto>,
    options?: ImPagesOptions<QueryMessageExpansionDto>,
  ): ImPages<QueryMessageExpansionDto, [key: string, value: MessageExpansionValue]> {
    return this.#client.pages(messageOperations.expansion.query, input, options);
  }
}
