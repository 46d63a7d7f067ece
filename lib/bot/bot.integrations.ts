import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateBotIntegrationDto,
  UpdateBotIntegrationDto,
  DeleteBotIntegrationDto,
} from './dto/integrations.dto.js';
import { botOperations } from './bot.operations.js';

/**
 * What bots are connected to, one integration of a type each. No page documents these calls; one of the
 * vendor's SDKs has them. Use it as `bots.integrations`.
 */
export class BotIntegrations {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Connects a bot to something more. A call whose outcome is unknown is not repeated.
   *
   * `POST /v3/bot/integration/create.json`, JSON.
   */
  async create(input: ImInput<CreateBotIntegrationDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.integrations.create, input, options);
  }

  /**
   * Changes an integration of a bot, the one with the given `type`.
   *
   * `POST /v3/bot/integration/update.json`, JSON.
   */
  async update(input: ImInput<UpdateBotIntegrationDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.integrations.update, input, options);
  }

  /**
   * Removes an integration from a bot, the one with the given `type`.
   *
   * `POST /v3/bot/integration/delete.json`, JSON.
   */
  async delete(input: ImInput<DeleteBotIntegrationDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.integrations.delete, input, options);
  }
}
