import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type { QueryProxyChatsDto, StartProxyChatDto } from './dto/proxy-chat.dto.js';
import type {
  TranslateTextDto,
  CreateBotDto,
  UpdateBotDto,
  DeleteBotDto,
  GetBotsDto,
  QueryBotsDto,
} from './dto/bot.dto.js';
import { botOperations } from './bot.operations.js';
import type {
  Bot,
  ProxyChat,
  QueryProxyChatsResult,
  TranslateTextResult,
  GetBotsResult,
  QueryBotsResult,
} from './bot.results.js';
import { BotIntegrations } from './bot.integrations.js';
import { BotAgents } from './bot.agents.js';

/**
 * Bots and what they are connected to, AI agents, chats in which a bot speaks for a user, translation.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImBotService {
  /** What bots are connected to. */
  readonly integrations: BotIntegrations;
  /** AI agents that answer questions. */
  readonly agents: BotAgents;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.integrations = new BotIntegrations(client);
    this.agents = new BotAgents(client);
  }

  /**
   * Has a bot speak for a user in chats with other users. No call that ends it is documented.
   *
   * `POST /v3/user/proxychat/start`, JSON, 50 users a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/proxychat/start-user-proxychat
   */
  async startProxyChat(input: ImInput<StartProxyChatDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.startProxyChat, input, options);
  }

  /**
   * Reads one page of the chats in which bots speak for users.
   *
   * `POST /v3/user/proxychat/query.json`, JSON, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/proxychat/list-user-proxychats
   */
  queryProxyChats(
    input: ImInput<QueryProxyChatsDto>,
    options?: ImCallOptions,
  ): Promise<QueryProxyChatsResult> {
    return this.#client.execute(botOperations.queryProxyChats, input, options);
  }

  /** Reads all pages of `queryProxyChats`, one after the other, as the loop asks for them. */
  queryProxyChatsAll(
    input: ImInput<QueryProxyChatsDto>,
    options?: ImPagesOptions<QueryProxyChatsDto>,
  ): ImPages<QueryProxyChatsDto, ProxyChat> {
    return this.#client.pages(botOperations.queryProxyChats, input, options);
  }

  /**
   * Translates a text. Switch translation on in the console first.
   *
   * `POST /v3/translate.json`, JSON, 10 requests a second.
   * @throws ImServiceDisabledError when translation is off.
   * @see https://docs.rongcloud.cn/platform-chat-api/builtin-translation
   */
  translate(
    input: ImInput<TranslateTextDto>,
    options?: ImCallOptions,
  ): Promise<TranslateTextResult> {
    return this.#client.execute(botOperations.translate, input, options);
  }

  /**
   * Creates a bot. An app has 10 at most. A call whose outcome is unknown is not repeated.
   *
   * `POST /v3/bot/create.json`, JSON, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/bot/create-a-bot
   */
  async create(input: ImInput<CreateBotDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.create, input, options);
  }

  /**
   * Changes a bot; what is absent stays. No page documents it; one of the vendor's SDKs has it.
   *
   * `POST /v3/bot/update.json`, JSON.
   */
  async update(input: ImInput<UpdateBotDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.update, input, options);
  }

  /**
   * Deletes a bot. No page documents it; one of the vendor's SDKs has it.
   *
   * `POST /v3/bot/delete.json`, JSON.
   */
  async delete(input: ImInput<DeleteBotDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.delete, input, options);
  }

  /**
   * Reads bots by their ids.
   *
   * `POST /v3/bot/get.json`, JSON, 20 bots a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/bot/get-bot
   */
  get(input: ImInput<GetBotsDto>, options?: ImCallOptions): Promise<GetBotsResult> {
    return this.#client.execute(botOperations.get, input, options);
  }

  /**
   * Reads one page of the bots of the app.
   *
   * `POST /v3/bot/query.json`, JSON, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/bot/list-bots
   */
  query(input: ImInput<QueryBotsDto>, options?: ImCallOptions): Promise<QueryBotsResult> {
    return this.#client.execute(botOperations.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryBotsDto>,
    options?: ImPagesOptions<QueryBotsDto>,
  ): ImPages<QueryBotsDto, Bot> {
    return this.#client.pages(botOperations.query, input, options);
  }
}
