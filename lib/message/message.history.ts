import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  DeleteMessageHistoryDto,
  DeleteMessageLogDto,
  GetMessageLogDto,
  QueryMessageHistoryDto,
  QueryUltraGroupHistoryDto,
} from './dto/history.dto.js';
import { messageOperations } from './message.operations.js';
import type {
  GetMessageLogResult,
  QueryMessageHistoryResult,
  QueryUltraGroupHistoryResult,
  HistoryMessage,
  UltraGroupHistoryMessage,
} from './message.results.js';

/** The cloud history, and the logs of all messages. Have each enabled for the app first. Use it as `messages.history`. */
export class MessageHistory {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Returns the download address of one hour's message log of the whole app.
   *
   * `POST /message/history.json`, form.
   * @see https://docs.rongcloud.io/platform-chat-api/message/get-message-history-log
   */
  getLog(input: ImInput<GetMessageLogDto>, options?: ImCallOptions): Promise<GetMessageLogResult> {
    return this.#client.execute(messageOperations.history.getLog, input, options);
  }

  /**
   * Deletes one hour's message log.
   *
   * `POST /message/history/delete.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/delete-message-history-log
   */
  async deleteLog(input: ImInput<DeleteMessageLogDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(messageOperations.history.deleteLog, input, options);
  }

  /**
   * Deletes the cloud history of a conversation up to a time; what was delivered stays on the clients.
   *
   * `POST /conversation/message/history/clean.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/delete
   */
  async delete(input: ImInput<DeleteMessageHistoryDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(messageOperations.history.delete, input, options);
  }

  /**
   * Lists one-to-one history, newest first.
   *
   * `POST /v3/message/private/query.json`, JSON, 10 requests a second.
   */
  queryPrivate(
    input: ImInput<QueryMessageHistoryDto>,
    options?: ImCallOptions,
  ): Promise<QueryMessageHistoryResult> {
    return this.#client.execute(messageOperations.history.queryPrivate, input, options);
  }

  /** Reads all pages of `queryPrivate`, one after the other, as the loop asks for them. */
  queryPrivateAll(
    input: ImInput<QueryMessageHistoryDto>,
    options?: ImPagesOptions<QueryMessageHistoryDto>,
  ): ImPages<QueryMessageHistoryDto, HistoryMessage> {
    return this.#client.pages(messageOperations.history.queryPrivate, input, options);
  }

  /**
   * Lists group history, newest first.
   *
   * `POST /v3/message/group/query.json`, JSON, 10 requests a second.
   */
  queryGroup(
    input: ImInput<QueryMessageHistoryDto>,
    options?: ImCallOptions,
  ): Promise<QueryMessageHistoryResult> {
    return this.#client.execute(messageOperations.history.queryGroup, input, options);
  }

  /** Reads all pages of `queryGroup`, one after the other, as the loop asks for them. */
  queryGroupAll(
    input: ImInput<QueryMessageHistoryDto>,
    options?: ImPagesOptions<QueryMessageHistoryDto>,
  ): ImPages<QueryMessageHistoryDto, HistoryMessage> {
    return this.#client.pages(messageOperations.history.queryGroup, input, options);
  }

  /**
   * Lists chatroom history, newest first.
   *
   * `POST /v3/message/chatroom/query.json`, JSON, 10 requests a second.
   */
  queryChatroom(
    input: ImInput<QueryMessageHistoryDto>,
    options?: ImCallOptions,
  ): Promise<QueryMessageHistoryResult> {
    return this.#client.execute(messageOperations.history.queryChatroom, input, options);
  }

  /** Reads all pages of `queryChatroom`, one after the other, as the loop asks for them. */
  queryChatroomAll(
    input: ImInput<QueryMessageHistoryDto>,
    options?: ImPagesOptions<QueryMessageHistoryDto>,
  ): ImPages<QueryMessageHistoryDto, HistoryMessage> {
    return this.#client.pages(messageOperations.history.queryChatroom, input, options);
  }

  /**
   * Lists ultra-group history, newest first.
   *
   * `POST /v3/message/ultragroup/query.json`, JSON, 10 requests a second.
   */
  queryUltraGroup(
    input: ImInput<QueryUltraGroupHistoryDto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupHistoryResult> {
    return this.#client.execute(messageOperations.history.queryUltraGroup, input, options);
  }

  /** Reads all pages of `queryUltraGroup`, one after the other, as the loop asks for them. */
  queryUltraGroupAll(
    input: ImInput<QueryUltraGroupHistoryDto>,
    options?: ImPagesOptions<QueryUltraGroupHistoryDto>,
  ): ImPages<QueryUltraGroupHistoryDto, UltraGroupHistoryMessage> {
    return this.#client.pages(messageOperations.history.queryUltraGroup, input, options);
  }
}
