import {
  ChoiceField,
  FlagField,
  IdField,
  IntegerField,
  MapField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** How a model chooses its words. */
export class AgentModelOptionsDto {
  /** How much chance there is: 0 to 2. */
  @NumberField({ min: 0, max: 2, optional: true })
  temperature?: number | undefined;

  /** Share of the likeliest words to choose from: 0 to 1. */
  @NumberField({ min: 0, max: 1, optional: true })
  topP?: number | undefined;

  /** Longest answer in tokens: 1 to 8192. */
  @IntegerField({ min: 1, max: 8192, optional: true })
  maxTokens?: number | undefined;

  /** How much words are avoided that came often: -2 to 2. */
  @NumberField({ min: -2, max: 2, optional: true })
  frequencyPenalty?: number | undefined;

  /** How much words are avoided that came at all: -2 to 2. */
  @NumberField({ min: -2, max: 2, optional: true })
  presencePenalty?: number | undefined;

  /** Words that end an answer: at most 10, each of at most 50 characters. */
  @TextListField({ maxItems: 10, optional: true })
  stop?: readonly string[] | undefined;
}

/** The model of a new agent. */
export class AgentModelDto {
  /** Vendor of the model, such as `openai`. */
  @TextField({ optional: true })
  provider?: string | undefined;

  /** Name of the model, such as `qwen-turbo`. */
  @TextField()
  name!: string;

  /** How it chooses its words. */
  @ObjectField(AgentModelOptionsDto, { optional: true })
  options?: ImInput<AgentModelOptionsDto> | undefined;
}

/** What an agent is told to do. How a template and instructions go together is not documented. */
export class AgentPromptDto {
  /** Id of a template, at most 64 characters. */
  @TextField({ maxLength: 64, optional: true })
  id?: string | undefined;

  /** Values for the placeholders of the template. */
  @MapField({ optional: true })
  variables?: Readonly<Record<string, string>> | undefined;

  /** Instructions, at most 10000 characters. */
  @TextField({ maxLength: 10000, optional: true })
  instructions?: string | undefined;

  /** What the agent says first; one of the vendor's SDKs has it. */
  @TextField({ optional: true })
  openingStatement?: string | undefined;
}

/** What an agent remembers of a conversation. */
export class AgentMemoryDto {
  /** `sliding_window`, the newest messages, is the only way known. */
  @ChoiceField(['sliding_window'], { optional: true })
  strategy?: 'sliding_window' | undefined;

  /** How many messages. */
  @IntegerField({ optional: true })
  maxMessages?: number | undefined;

  /** How many tokens; one of the vendor's SDKs has it. */
  @IntegerField({ optional: true })
  maxTokens?: number | undefined;
}

/** How a new agent thinks. */
export class AgentConfigDto {
  /** The model. */
  @ObjectField(AgentModelDto)
  model!: ImInput<AgentModelDto>;

  /** What the agent is told to do. */
  @ObjectField(AgentPromptDto, { optional: true })
  prompt?: ImInput<AgentPromptDto> | undefined;

  /** What it remembers. */
  @ObjectField(AgentMemoryDto, { optional: true })
  memory?: ImInput<AgentMemoryDto> | undefined;
}

/** The model of an agent that is changed: its vendor and name stay, whatever is sent. */
export class AgentModelChangeDto {
  /** Vendor of the model; it stays. */
  @TextField({ optional: true })
  provider?: string | undefined;

  /** Name of the model; it stays. */
  @TextField({ optional: true })
  name?: string | undefined;

  /** How it chooses its words; what is absent stays. */
  @ObjectField(AgentModelOptionsDto, { optional: true })
  options?: ImInput<AgentModelOptionsDto> | undefined;
}

/** What changes in how an agent thinks; what is absent stays. */
export class AgentConfigChangeDto {
  /** The model; only its options can be changed. */
  @ObjectField(AgentModelChangeDto, { optional: true })
  model?: ImInput<AgentModelChangeDto> | undefined;

  /** What the agent is told to do. */
  @ObjectField(AgentPromptDto, { optional: true })
  prompt?: ImInput<AgentPromptDto> | undefined;

  /** What it remembers. */
  @ObjectField(AgentMemoryDto, { optional: true })
  memory?: ImInput<AgentMemoryDto> | undefined;
}

/** Input of `bots.agents.create`. */
export class CreateAgentDto {
  /** Id of the agent, 3 to 64 characters. */
  @IdField()
  agentId!: string;

  /** Name, 2 to 128 characters. */
  @TextField({ maxLength: 128 })
  name!: string;

  /** Description, at most 256 characters. */
  @TextField({ maxLength: 256, optional: true })
  description?: string | undefined;

  /** `chat` (default) is the only kind so far. */
  @ChoiceField(['chat'], { optional: true })
  type?: 'chat' | undefined;

  /** Whether it answers; the default is not documented. */
  @ChoiceField(['active', 'inactive', 'draft'], { optional: true })
  status?: 'active' | 'inactive' | 'draft' | undefined;

  /** How it thinks. */
  @ObjectField(AgentConfigDto)
  agentConfig!: ImInput<AgentConfigDto>;
}

/** Input of `bots.agents.update`; what is absent stays. */
export class UpdateAgentDto {
  /** Id of the agent, 3 to 64 characters. */
  @IdField()
  agentId!: string;

  /** New name, 2 to 128 characters. */
  @TextField({ maxLength: 128, optional: true })
  name?: string | undefined;

  /** New description, at most 256 characters. */
  @TextField({ maxLength: 256, optional: true })
  description?: string | undefined;

  /** Whether it answers. */
  @ChoiceField(['active', 'inactive', 'draft'], { optional: true })
  status?: 'active' | 'inactive' | 'draft' | undefined;

  /** What changes in how it thinks. */
  @ObjectField(AgentConfigChangeDto, { optional: true })
  agentConfig?: ImInput<AgentConfigChangeDto> | undefined;
}

/** Input of `bots.agents.get`. */
export class GetAgentDto {
  /** Id of the agent, 3 to 64 characters. */
  @IdField()
  agentId!: string;
}

/** Input of `bots.agents.query`. */
export class QueryAgentsDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Agents on a page: at most 100; default 20. */
  @IntegerField({ min: 1, max: 100, optional: true })
  size?: number | undefined;

  /** Only agents in this state. */
  @ChoiceField(['active', 'inactive', 'draft'], { optional: true })
  status?: 'active' | 'inactive' | 'draft' | undefined;

  /** `chat` is the only kind so far, and must be given. */
  @ChoiceField(['chat'])
  type!: 'chat';
}

/** Input of `bots.agents.delete`. */
export class DeleteAgentDto {
  /** Id of the agent, 3 to 64 characters. */
  @IdField()
  agentId!: string;
}

/** Input of `bots.agents.generateAnswer`. */
export class GenerateAnswerDto {
  /** Id of the agent, 3 to 64 characters. */
  @IdField()
  agentId!: string;

  /** The question, at most 10000 characters. */
  @TextField({ maxLength: 10000 })
  query!: string;

  /** Conversation to go on with, of letters, digits, `_` and `-`; needs `memory`. Absent begins a new one. */
  @IdField({ optional: true })
  conversationId?: string | undefined;

  /** True looks at what was said before; false ignores `conversationId`. */
  @FlagField('boolean', { optional: true })
  memory?: boolean | undefined;

  /** Answers that come as a stream of events are not offered yet: they come whole. */
  @FlagField('boolean', { optional: true })
  stream?: false | undefined;

  /** Values for placeholders in question or template: at most 16, each key 1 to 32 characters, each value at most 128. */
  @MapField({
    entries: { maxEntries: 16, keys: /./s, maxKeyLength: 32, maxValueLength: 128 },
    optional: true,
  })
  variables?: Readonly<Record<string, string>> | undefined;

  /** Who asks. */
  @TextField({ optional: true })
  user?: string | undefined;
}
