import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetConversationTopDto,
  GetConversationAttributesDto,
} from './dto/conversation.dto.js';
import { conversationOperations } from './conversation.operations.js';
import type { GetConversationAttributesResult } from './conversation.results.js';
import { ConversationNotification } from './conversation.notification.js';
import { ConversationTags } from './conversation.tags.js';

/**
 * Settings of users for their conversations: place on top, notifications, tags.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImConversationService {
  /** What users are notified of. */
  readonly notification: ConversationNotification;
  /** Tags, by which clients group conversations. */
  readonly tags: ConversationTags;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.notification = new ConversationNotification(client);
    this.tags = new ConversationTags(client);
  }

  /**
   * Puts a conversation on top of a user's list, or takes it away from there. Clients of version 4.0.0 or
   * later follow.
   *
   * `POST /conversation/top/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/conversation/top
   */
  async setTop(input: ImInput<SetConversationTopDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(conversationOperations.setTop, input, options);
  }

  /**
   * Reads what a user has set for a conversation: place on top, notifications, tags.
   *
   * `GET /conversation/attribute/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/conversation/conversation-attr-get
   */
  getAttributes(
    input: ImInput<GetConversationAttributesDto>,
    options?: ImCallOptions,
  ): Promise<GetConversationAttributesResult> {
    return this.#client.execute(conversationOperations.getAttributes, input, options);
  }
}
