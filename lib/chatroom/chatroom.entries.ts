import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetChatroomEntryDto,
  SetChatroomEntriesDto,
  DeleteChatroomEntryDto,
  DeleteChatroomEntriesDto,
  QueryChatroomEntriesDto,
} from './dto/entries.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type { QueryChatroomEntriesResult } from './chatroom.results.js';

/**
 * Entries of a chatroom, which the vendor calls attributes or KV: texts by key that all members
 * see. Use it as `chatrooms.entries`.
 */
export class ChatroomEntries {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets an entry. A room holds 100. `setMany` takes from the same quota.
   *
   * `POST /chatroom/entry/set.json`, form, 100 entries a second.
   * @throws ImServiceDisabledError when chatroom attributes are off.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/kv-attribute/set-kv-entry
   */
  async set(input: ImInput<SetChatroomEntryDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.entries.set, input, options);
  }

  /**
   * Sets entries of one owner, whoever owned them before. `set` takes from the same quota.
   *
   * `POST /chatroom/entry/batch/set.json`, form, 20 entries a call, 100 entries a second.
   * @throws ImServiceDisabledError when chatroom attributes are off.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/kv-attribute/set-kv-entry-batch
   */
  async setMany(input: ImInput<SetChatroomEntriesDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.entries.setMany, input, options);
  }

  /**
   * Deletes an entry. `deleteMany` takes from the same quota.
   *
   * `POST /chatroom/entry/remove.json`, form, 100 entries a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/kv-attribute/remove-kv-entry
   */
  async delete(input: ImInput<DeleteChatroomEntryDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.entries.delete, input, options);
  }

  /**
   * Deletes entries, whoever owns them. The page grants 100 requests a second; this is the
   * stricter figure of the other pages, a quota that `delete` takes from too.
   *
   * `POST /chatroom/entry/batch/remove.json`, form, 20 entries a call, 100 entries a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/kv-attribute/remove-kv-entry-batch
   */
  async deleteMany(
    input: ImInput<DeleteChatroomEntriesDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.entries.deleteMany, input, options);
  }

  /**
   * Reads all entries, or those that are named.
   *
   * `POST /chatroom/entry/query.json`, form, 100 entries a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/chatroom/kv-attribute/query-kv-entry
   */
  query(
    input: ImInput<QueryChatroomEntriesDto>,
    options?: ImCallOptions,
  ): Promise<QueryChatroomEntriesResult> {
    return this.#client.execute(chatroomOperations.entries.query, input, options);
  }
}
