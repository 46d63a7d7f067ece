import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetConversationNotificationInput,
  GetConversationNotificationDto,
  SetConversationTypeNotificationDto,
  GetConversationTypeNotificationDto,
} from './dto/notification.dto.js';
import { conversationOperations } from './conversation.operations.js';
import type {
  GetConversationNotificationResult,
  GetConversationTypeNotificationResult,
} from './conversation.results.js';

/** What users are notified of, a conversation or a type of them. Use it as `conversations.notification`. */
export class ConversationNotification {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets what a user is notified of in a conversation. It counts more than what is set for the type.
   *
   * `POST /conversation/notification/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/set-do-not-disturb-by-id
   */
  async set(input: SetConversationNotificationInput, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(conversationOperations.notification.set, input, options);
  }

  /**
   * Reads what a user is notified of in a conversation.
   *
   * `POST /conversation/notification/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/get-do-not-disturb-by-id
   */
  get(
    input: ImInput<GetConversationNotificationDto>,
    options?: ImCallOptions,
  ): Promise<GetConversationNotificationResult> {
    return this.#client.execute(conversationOperations.notification.get, input, options);
  }

  /**
   * Sets what a user is notified of in all conversations of a type, but for those with a setting of their
   * own.
   *
   * `POST /conversation/type/notification/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/set-do-not-disturb-by-type
   */
  async setForType(
    input: ImInput<SetConversationTypeNotificationDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(conversationOperations.notification.setForType, input, options);
  }

  /**
   * Reads what a user is notified of in conversations of a type.
   *
   * `POST /conversation/type/notification/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/push/get-do-not-disturb-by-type
   */
  getForType(
    input: ImInput<GetConversationTypeNotificationDto>,
    options?: ImCallOptions,
  ): Promise<GetConversationTypeNotificationResult> {
    return this.#client.execute(conversationOperations.notification.getForType, input, options);
  }
}
