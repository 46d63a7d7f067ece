import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { BroadcastDto, BroadcastOnlineDto } from './dto/broadcasts.dto.js';
import type {
  RecallBroadcastDto,
  RecallMessageDto,
  UpdateGroupMessageDto,
  UpdatePrivateMessageDto,
} from './dto/changes.dto.js';
import type {
  BroadcastToChatroomsDto,
  SendChatroomMessageDto,
  SendDiscussionMessageDto,
  SendGroupMessageDto,
  SendGroupStatusMessageDto,
  SendPrivateMessageDto,
  SendPrivateStatusMessageDto,
  SendSystemMessageDto,
  SendUltraGroupMessageDto,
} from './dto/sends.dto.js';
import type { SendPrivateTemplateDto, SendSystemTemplateDto } from './dto/templates.dto.js';
import { MessageExpansion } from './message.expansion.js';
import { MessageHistory } from './message.history.js';
import { messageOperations } from './message.operations.js';
import type {
  BroadcastOnlineResult,
  BroadcastResult,
  SendChatroomMessageResult,
  SendGroupMessageResult,
  SendGroupStatusMessageResult,
  SendPrivateMessageResult,
  SendPrivateStatusMessageResult,
  SendPrivateTemplateResult,
  SendSystemMessageResult,
  SendSystemTemplateResult,
  SendUltraGroupMessageResult,
} from './message.results.js';
import { MessageStream } from './message.stream.js';

/**
 * Messages. Contents come from builders such as `textMessage`, spread into the input.
 *
 * Every method throws the errors of `ImClient.execute`. A message is not sent again by itself once it
 * may have left this machine, unless the app has `dedupeSends`: `ImAmbiguousOutcomeError` says so.
 */
@Injectable()
export class ImMessageService {
  /** Stream messages, chunk by chunk. */
  readonly stream: MessageStream;
  /** Key-values attached to messages. */
  readonly expansion: MessageExpansion;
  /** The cloud history and the logs of all messages. */
  readonly history: MessageHistory;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.stream = new MessageStream(client);
    this.expansion = new MessageExpansion(client);
    this.history = new MessageHistory(client);
  }

  /**
   * Sends a message to users, one to one.
   *
   * `POST /message/private/publish.json`, form, 1000 recipients a call, 6000 recipients a minute.
   * Longer lists: `client.inParts(messageOperations.sendPrivate, …)`.
   * @throws ImAmbiguousOutcomeError when the message may have been sent or not.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-private
   * @example
   * ```ts
   * await messages.sendPrivate({
   *   fromUserId: 'ada',
   *   toUserId: ['bob'],
   *   ...textMessage({ content: 'Hello' }),
   * });
   * ```
   */
  sendPrivate(
    input: ImInput<SendPrivateMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendPrivateMessageResult> {
    return this.#client.execute(messageOperations.sendPrivate, input, options);
  }

  /**
   * Sends each user a message of their own, made from a template and the values of each.
   *
   * `POST /message/private/publish_template.json`, JSON, 1000 recipients a call.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-private-template
   */
  sendPrivateTemplate(
    input: ImInput<SendPrivateTemplateDto>,
    options?: ImCallOptions,
  ): Promise<SendPrivateTemplateResult> {
    return this.#client.execute(messageOperations.sendPrivateTemplate, input, options);
  }

  /**
   * Sends a one-to-one message that only online recipients get and that is never stored or counted
   * on the server.
   *
   * `POST /statusmessage/private/publish.json`, form, 1000 recipients a call, 6000 messages a minute.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-status-private
   */
  sendPrivateStatus(
    input: ImInput<SendPrivateStatusMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendPrivateStatusMessageResult> {
    return this.#client.execute(messageOperations.sendPrivateStatus, input, options);
  }

  /**
   * Sends a message to groups, or to some members of one.
   *
   * `POST /message/group/publish.json`, form, 3 groups a call, 20 messages a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-group
   */
  sendGroup(
    input: ImInput<SendGroupMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendGroupMessageResult> {
    return this.#client.execute(messageOperations.sendGroup, input, options);
  }

  /**
   * Sends a message that only members get who are online; it is neither stored nor counted.
   *
   * `POST /statusmessage/group/publish.json`, form, 3 groups a call, 20 messages a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-status-group
   */
  sendGroupStatus(
    input: ImInput<SendGroupStatusMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendGroupStatusMessageResult> {
    return this.#client.execute(messageOperations.sendGroupStatus, input, options);
  }

  /**
   * Sends a message to chatrooms.
   *
   * `POST /message/chatroom/publish.json`, form, 100 messages a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-chatroom
   */
  sendChatroom(
    input: ImInput<SendChatroomMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendChatroomMessageResult> {
    return this.#client.execute(messageOperations.sendChatroom, input, options);
  }

  /**
   * Sends a message to every chatroom. Only users who are in one at that moment get it; it is not stored.
   *
   * `POST /message/chatroom/broadcast.json`, form, 1 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-chatroom-broadcast
   */
  async broadcastToChatrooms(
    input: ImInput<BroadcastToChatroomsDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(messageOperations.broadcastToChatrooms, input, options);
  }

  /**
   * Sends a message to ultra groups, or to some members of one: 20 a second in one channel.
   *
   * `POST /message/ultragroup/publish.json`, JSON, 3 groups a call, 100 messages a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/message/send-ultragroup
   */
  sendUltraGroup(
    input: ImInput<SendUltraGroupMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendUltraGroupMessageResult> {
    return this.#client.execute(messageOperations.sendUltraGroup, input, options);
  }

  /**
   * Sends a system message to users; they cannot answer it.
   *
   * `POST /message/system/publish.json`, form, 100 recipients a call, 100 messages a second.
   * @see https://docs.rongcloud.io/platform-chat-api/system/send-private
   */
  sendSystem(
    input: ImInput<SendSystemMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendSystemMessageResult> {
    return this.#client.execute(messageOperations.sendSystem, input, options);
  }

  /**
   * Sends each user a system message of their own, made from a template and the values of each.
   *
   * `POST /message/system/publish_template.json`, JSON, 100 recipients a call.
   * @see https://docs.rongcloud.io/platform-chat-api/system/send-private-template
   */
  sendSystemTemplate(
    input: ImInput<SendSystemTemplateDto>,
    options?: ImCallOptions,
  ): Promise<SendSystemTemplateResult> {
    return this.#client.execute(messageOperations.sendSystemTemplate, input, options);
  }

  /**
   * Sends a system message to every user: 3 times a day at most.
   *
   * `POST /message/broadcast.json`, form, 2 requests a hour.
   * @see https://docs.rongcloud.cn/v4-platform/views/im/server/system/broadcast.html?match=server
   */
  broadcast(input: ImInput<BroadcastDto>, options?: ImCallOptions): Promise<BroadcastResult> {
    return this.#client.execute(messageOperations.broadcast, input, options);
  }

  /**
   * Sends a system message to all users who are online or come online within 10 minutes. It cannot be recalled.
   *
   * `POST /message/online/broadcast.json`, form, 60 requests a minute.
   * @see https://docs.rongcloud.io/platform-chat-api/system/send-message-broadcast-online
   */
  broadcastOnline(
    input: ImInput<BroadcastOnlineDto>,
    options?: ImCallOptions,
  ): Promise<BroadcastOnlineResult> {
    return this.#client.execute(messageOperations.broadcastOnline, input, options);
  }

  /**
   * Recalls a message that was broadcast or sent with a push: 3 times a day at most.
   *
   * `POST /message/broadcast/recall.json`, form, 2 requests a hour.
   * @see https://docs.rongcloud.io/platform-chat-api/system/recall-message-broadcast-to-all
   */
  async recallBroadcast(
    input: ImInput<RecallBroadcastDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(messageOperations.recallBroadcast, input, options);
  }

  /**
   * Recalls a message.
   *
   * `POST /message/recall.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/message/msgrecall
   */
  async recall(input: ImInput<RecallMessageDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(messageOperations.recall, input, options);
  }

  /**
   * Replaces the content of a one-to-one message. One of the vendor's SDKs alone knows it.
   *
   * `POST /message/private/modify.json`, form.
   */
  async updatePrivate(
    input: ImInput<UpdatePrivateMessageDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(messageOperations.updatePrivate, input, options);
  }

  /**
   * Replaces the content of a group message. One of the vendor's SDKs alone knows it.
   *
   * `POST /message/group/modify.json`, form.
   */
  async updateGroup(input: ImInput<UpdateGroupMessageDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(messageOperations.updateGroup, input, options);
  }

  /**
   * Sends a message to discussions, which the vendor no longer documents.
   *
   * `POST /message/discussion/publish.json`, form.
   */
  async sendDiscussion(
    input: ImInput<SendDiscussionMessageDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(messageOperations.sendDiscussion, input, options);
  }
}
