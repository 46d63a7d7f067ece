import { isRecord } from '../is-record.js';

/** Most agents of an app. */
export const MAX_AGENTS = 100;

type Settings = Readonly<Record<string, unknown>>;

/** An agent, as the operations return it. */
export interface Agent {
  readonly agentId: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly status: string;
  readonly agentConfig: Settings;
  /** In Unix milliseconds, as is the other time. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The agents of an app. */
export class AgentStore {
  private readonly agents = new Map<string, Agent>();
  private runs = 0;

  get isFull(): boolean {
    return this.agents.size >= MAX_AGENTS;
  }

  find(agentId: string): Agent | undefined {
    return this.agents.get(agentId);
  }

  /** All agents, the oldest first. */
  list(): readonly Agent[] {
    return [...this.agents.values()];
  }

  /** Adds an agent, or replaces it in its place. */
  put(agent: Agent): void {
    this.agents.set(agent.agentId, agent);
  }

  delete(agentId: string): void {
    this.agents.delete(agentId);
  }

  /** The number of a further answer. */
  nextRun(): number {
    this.runs += 1;
    return this.runs;
  }
}

/**
 * What becomes of a configuration when some of it is sent: what is left out stays, and so does the
 * model, of which only the options can be changed.
 */
export function mergeAgentConfig(known: Settings, sent: Settings): Settings {
  const model = recordIn(known, 'model');
  const options = {
    ...recordIn(model, 'options'),
    ...recordIn(recordIn(sent, 'model'), 'options'),
  };
  const merged: Record<string, unknown> = { ...known };
  if (Object.keys(options).length > 0) merged['model'] = { ...model, options };
  for (const part of ['prompt', 'memory']) {
    const change = { ...recordIn(known, part), ...recordIn(sent, part) };
    if (Object.keys(change).length > 0) merged[part] = change;
  }
  return merged;
}

function recordIn(settings: Settings, name: string): Settings {
  const value = settings[name];
  return isRecord(value) ? value : {};
}
