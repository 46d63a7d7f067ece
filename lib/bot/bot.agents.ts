import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateAgentDto,
  UpdateAgentDto,
  GetAgentDto,
  QueryAgentsDto,
  DeleteAgentDto,
  GenerateAnswerDto,
} from './dto/agents.dto.js';
import { botOperations } from './bot.operations.js';
import type {
  Agent,
  GetAgentResult,
  QueryAgentsResult,
  GenerateAnswerResult,
} from './bot.results.js';

/** AI agents: what they think with, and their answers. Use it as `bots.agents`. */
export class BotAgents {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Creates an agent. An app has 100 at most. A call whose outcome is unknown is not repeated.
   *
   * `POST /v3/agent/create.json`, JSON.
   * @see https://docs.rongcloud.cn/platform-chat-api/agent/create-a-agent
   */
  async create(input: ImInput<CreateAgentDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.agents.create, input, options);
  }

  /**
   * Changes an agent; what is absent stays. The model itself stays too, its options can be changed.
   *
   * `POST /v3/agent/update.json`, JSON.
   * @see https://docs.rongcloud.cn/platform-chat-api/agent/update-a-agent
   */
  async update(input: ImInput<UpdateAgentDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.agents.update, input, options);
  }

  /**
   * Reads an agent.
   *
   * `POST /v3/agent/get.json`, JSON.
   * @see https://docs.rongcloud.cn/platform-chat-api/agent/get-agent
   */
  get(input: ImInput<GetAgentDto>, options?: ImCallOptions): Promise<GetAgentResult> {
    return this.#client.execute(botOperations.agents.get, input, options);
  }

  /**
   * Reads one page of the agents of the app.
   *
   * `POST /v3/agent/query.json`, JSON.
   * @see https://docs.rongcloud.cn/platform-chat-api/agent/list-agents
   */
  query(input: ImInput<QueryAgentsDto>, options?: ImCallOptions): Promise<QueryAgentsResult> {
    return this.#client.execute(botOperations.agents.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryAgentsDto>,
    options?: ImPagesOptions<QueryAgentsDto>,
  ): ImPages<QueryAgentsDto, Agent> {
    return this.#client.pages(botOperations.agents.query, input, options);
  }

  /**
   * Deletes an agent. No page documents it; one of the vendor's SDKs has it.
   *
   * `POST /v3/agent/delete.json`, JSON.
   */
  async delete(input: ImInput<DeleteAgentDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(botOperations.agents.delete, input, options);
  }

  /**
   * Asks an agent, and waits for the whole answer. A model takes its time: give the call more than the
   * usual five seconds. A call whose outcome is unknown is not repeated.
   *
   * `POST /v3/chat/generate.json`, JSON.
   * @throws ImAmbiguousOutcomeError when no answer came in time; it may have been made all the same.
   * @see https://docs.rongcloud.cn/platform-chat-api/agent/call-agent
   * @example
   * ```ts
   * const { answer } = await bots.agents.generateAnswer(
   *   { agentId: 'care', query: 'Where is my parcel?' },
   *   { timeoutMs: 60_000, deadlineMs: 60_000 },
   * );
   * ```
   */
  generateAnswer(
    input: ImInput<GenerateAnswerDto>,
    options?: ImCallOptions,
  ): Promise<GenerateAnswerResult> {
    return this.#client.execute(botOperations.agents.generateAnswer, input, options);
  }
}
