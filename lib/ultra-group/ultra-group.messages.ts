import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  UpdateUltraGroupMessageDto,
  GetUltraGroupMessagesDto,
  QueryUltraGroupMessagesDto,
  QueryUltraGroupMessagesAroundDto,
} from './dto/messages.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  GetUltraGroupMessagesResult,
  QueryUltraGroupMessagesResult,
  QueryUltraGroupMessagesAroundResult,
  UltraGroupMessage,
} from './ultra-group.results.js';

/** Messages of ultra groups: read them, change them. Use it as `ultraGroups.messages`. */
export class UltraGroupMessages {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Replaces the content of a message; its type stays.
   *
   * `POST /ultragroup/msg/modify.json`, form, 100 requests a minute.
   */
  async update(input: ImInput<UpdateUltraGroupMessageDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.messages.update, input, options);
  }

  /**
   * Reads messages by their ids.
   *
   * `POST /ultragroup/msg/get.json`, form, 5 requests a second.
   */
  get(
    input: ImInput<GetUltraGroupMessagesDto>,
    options?: ImCallOptions,
  ): Promise<GetUltraGroupMessagesResult> {
    return this.#client.execute(ultraGroupOperations.messages.get, input, options);
  }

  /**
   * Reads one page of the messages of a channel, the oldest first. They are kept 7 days unless the app has more.
   *
   * `POST /ultragroup/hismsg/query.json`, form, 100 requests a minute.
   */
  query(
    input: ImInput<QueryUltraGroupMessagesDto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupMessagesResult> {
    return this.#client.execute(ultraGroupOperations.messages.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryUltraGroupMessagesDto>,
    options?: ImPagesOptions<QueryUltraGroupMessagesDto>,
  ): ImPages<QueryUltraGroupMessagesDto, UltraGroupMessage> {
    return this.#client.pages(ultraGroupOperations.messages.query, input, options);
  }

  /**
   * Reads the messages around one.
   *
   * `POST /ultragroup/hismsg/msgid/query.json`, form.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/query-history-by-message-uid
   */
  queryAround(
    input: ImInput<QueryUltraGroupMessagesAroundDto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupMessagesAroundResult> {
    return this.#client.execute(ultraGroupOperations.messages.queryAround, input, options);
  }
}
