import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetConversationTagsDto,
  DeleteConversationTagsDto,
  QueryConversationTagsDto,
  AddTaggedConversationsDto,
  RemoveTaggedConversationsDto,
  QueryTaggedConversationsDto,
} from './dto/tags.dto.js';
import { conversationOperations } from './conversation.operations.js';
import type {
  QueryConversationTagsResult,
  QueryTaggedConversationsResult,
} from './conversation.results.js';

/** Tags that users give to conversations: 20 a user. Use it as `conversations.tags`. */
export class ConversationTags {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Makes tags of a user, or renames them. That an id which is known gets the new name is not documented.
   *
   * `POST /user/conversation/tag/set.json`, JSON, 20 tags a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/conversation/conversation-tag/user-conversation-tag-set
   */
  async set(input: ImInput<SetConversationTagsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(conversationOperations.tags.set, input, options);
  }

  /**
   * Deletes tags of a user.
   *
   * `POST /user/conversation/tag/del.json`, JSON, 100 requests a second.
   * @see https://docs.nexconn.ai/platform-chat-api/channel/channel-tag/user-conversation-tag-del
   */
  async delete(input: ImInput<DeleteConversationTagsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(conversationOperations.tags.delete, input, options);
  }

  /**
   * Reads the tags of a user.
   *
   * `GET /user/conversation/tag/get.json`, form.
   */
  query(
    input: ImInput<QueryConversationTagsDto>,
    options?: ImCallOptions,
  ): Promise<QueryConversationTagsResult> {
    return this.#client.execute(conversationOperations.tags.query, input, options);
  }

  /**
   * Puts conversations under a tag. It holds 1000; beyond that the oldest is taken out.
   *
   * `POST /tag/conversation/set.json`, JSON, 100 conversations a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/conversation/conversation-tag/conversation-tag-set
   */
  async addConversations(
    input: ImInput<AddTaggedConversationsDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(conversationOperations.tags.addConversations, input, options);
  }

  /**
   * Takes conversations out of a tag.
   *
   * `POST /tag/conversation/del.json`, JSON, 100 conversations a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/conversation/conversation-tag/conversation-tag-del
   */
  async removeConversations(
    input: ImInput<RemoveTaggedConversationsDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(conversationOperations.tags.removeConversations, input, options);
  }

  /**
   * Reads the conversations under a tag.
   *
   * `GET /tag/conversation/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/conversation/conversation-tag/conversation-tag-get
   */
  queryConversations(
    input: ImInput<QueryTaggedConversationsDto>,
    options?: ImCallOptions,
  ): Promise<QueryTaggedConversationsResult> {
    return this.#client.execute(conversationOperations.tags.queryConversations, input, options);
  }
}
