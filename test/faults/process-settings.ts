import type { ImEmulatorModuleOptions } from '../../lib/emulator/emulator-app.types.js';

/** What the processes of a fault test are told when they are started. */
export interface ProcessSettings {
  readonly app: ImEmulatorModuleOptions;
  readonly redisPort: number;
  /** The file where workers write down what they have handled. */
  readonly handledPath: string;
}

const VARIABLE = 'FAULT_TEST_SETTINGS';

/** Settings as the environment of a process. */
export function toEnvironment(settings: ProcessSettings): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(settings) };
}

/** The settings of this process. */
export function ownSettings(): ProcessSettings {
  return JSON.parse(process.env[VARIABLE] ?? '') as ProcessSettings;
}

/** Events that a worker handles at once, and parts that the stream is divided into. */
export const CONCURRENCY = 16;
export const PARTITIONS = 8;

/** Events that a worker may have handled without Redis knowing, by the documentation of the stream. */
export const IN_HAND = 2 * CONCURRENCY * PARTITIONS;
