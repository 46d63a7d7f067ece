import type { ImResult } from '../client/result.js';

/** A bot. */
export interface Bot {
  readonly userId: string;
  readonly name: string;
  /** Your own category. */
  readonly type: string;
  /** Address of the avatar. */
  readonly profileUrl: string;
  /** Values of your own. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** What the bot is connected to; `bots.query` brings it when asked. */
  readonly integrations?: readonly BotIntegration[];
  /** In Unix milliseconds, as is the other time; one of the vendor's SDKs knows both. */
  readonly createdAt?: number;
  readonly updatedAt?: number;
}

/** What a bot is connected to. */
export interface BotIntegration {
  /** Whether it is on. */
  readonly enabled: boolean;
  /** Its kind, such as `webhook`, `dify_chat` or `dify_completion`. */
  readonly type: string;
  /** Where messages and events go. */
  readonly callbackUrl: string;
  /** Message types that are passed on. */
  readonly objectNames?: readonly string[];
  /** Events that are passed on. */
  readonly events?: readonly string[];
  /** Whether answers are streamed. */
  readonly stream: boolean;
  /** Whether the service posts what the other side answers. */
  readonly handleResponse: boolean;
  /** What the other side asks for. Keep it out of logs. */
  readonly auth?: { readonly apiKey?: string };
}

/** That a bot speaks for a user to one other user. */
export interface ProxyChat {
  /** The user who is spoken for. */
  readonly userId: string;
  /** The other user. */
  readonly targetId: string;
  readonly botUserId: string;
  /** Values of your own. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** In Unix milliseconds, as is the other time. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Result of `bots.queryProxyChats`. */
export interface QueryProxyChatsResult extends ImResult {
  /** A word such as `success`. */
  readonly message?: string;
  readonly proxyChats: readonly ProxyChat[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether another page follows. */
  readonly hasNext: boolean;
}

/** Result of `bots.translate`. */
export interface TranslateTextResult extends ImResult {
  /** The text in the other language. */
  readonly translated: string;
}

/** Result of `bots.get`. */
export interface GetBotsResult extends ImResult {
  readonly bots: readonly Bot[];
}

/** Result of `bots.query`. */
export interface QueryBotsResult extends ImResult {
  /** How many there are in all. */
  readonly total: number;
  /** Whether another page follows. */
  readonly hasNext: boolean;
  readonly bots: readonly Bot[];
}

/** An agent. */
export interface Agent {
  readonly agentId: string;
  readonly name: string;
  readonly description: string;
  /** `chat` is the only kind so far. */
  readonly type: 'chat';
  readonly status: 'active' | 'inactive' | 'draft';
  readonly agentConfig: AgentConfig;
  /** In Unix milliseconds, as is the other time. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** How an agent thinks; what was not set may be absent. */
export interface AgentConfig {
  readonly model: {
    /** Vendor of the model. */
    readonly provider?: string;
    readonly name: string;
    readonly options?: {
      readonly temperature?: number;
      readonly topP?: number;
      readonly maxTokens?: number;
      readonly frequencyPenalty?: number;
      readonly presencePenalty?: number;
      readonly stop?: readonly string[];
    };
  };
  readonly prompt?: {
    /** Id of a template. */
    readonly id?: string;
    readonly variables?: Readonly<Record<string, string>>;
    readonly instructions?: string;
    readonly openingStatement?: string;
  };
  readonly memory?: {
    readonly strategy?: 'sliding_window';
    readonly maxMessages?: number;
    readonly maxTokens?: number;
  };
}

/** Result of `bots.agents.get`. */
export interface GetAgentResult extends ImResult, Agent {}

/** Result of `bots.agents.query`. */
export interface QueryAgentsResult extends ImResult {
  /** How many there are in all. */
  readonly total: number;
  readonly agents: readonly Agent[];
  /** One of the vendor's SDKs knows it, and the other one. */
  readonly totalPages?: number;
  readonly hasNext?: boolean;
}

/** Result of `bots.agents.generateAnswer`. */
export interface GenerateAnswerResult extends ImResult {
  /** Id of this answer. */
  readonly runId: string;
  /** To go on with: `conversationId` of the next question. */
  readonly conversationId: string;
  readonly agentId: string;
  /** In Unix milliseconds. */
  readonly timestamp: number;
  readonly answer: string;
  /** `stop` when the answer is complete; the other words were not seen. */
  readonly finishReason: string;
  readonly metadata?: {
    /** Tokens that were used; one of the vendor's SDKs knows it. */
    readonly usage?: Readonly<Record<string, unknown>>;
  };
}
