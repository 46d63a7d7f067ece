import { registerAs } from '@nestjs/config';
import { DATA_CENTERS, type DataCenter } from '../client/data-centers.js';
import { ImConfigError } from '../errors/config.error.js';
import type { ImHostOptions, ImModuleOptions } from '../im.options.js';
import { resolveSettings } from '../im.settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The options of the unnamed app from the environment, for @nestjs/config.
 *
 * | variable | |
 * |---|---|
 * | `IM_APP_KEY`, `IM_APP_SECRET` | from the console; required |
 * | `IM_DATA_CENTER` | `bj`, `sg`, `sg-b`, `na` or `sau`; or instead of it |
 * | `IM_ENDPOINTS` | base addresses, separated by commas, the primary first |
 * | `IM_TIMEOUT_MS`, `IM_DEADLINE_MS` | see `timeoutMs` and `deadlineMs` |
 *
 * @throws ImConfigError that names the variable, while the application starts.
 * @example
 * ```ts
 * imports: [ConfigModule.forRoot(), ImModule.forRootAsync(imConfig.asProvider())]
 * ```
 */
export const imConfig = registerAs('im', () => readEnvironment(process.env));

/** Reads and checks the `IM_…` variables of an environment. */
export function readEnvironment(environment: Environment): ImModuleOptions {
  const options: ImModuleOptions = {
    appKey: required(environment, 'IM_APP_KEY'),
    appSecret: required(environment, 'IM_APP_SECRET'),
    ...hosts(environment),
    timeoutMs: milliseconds(environment, 'IM_TIMEOUT_MS'),
    deadlineMs: milliseconds(environment, 'IM_DEADLINE_MS'),
  };
  resolveSettings(options);
  return options;
}

function hosts(environment: Environment): ImHostOptions {
  const dataCenter = environment['IM_DATA_CENTER']?.trim();
  const endpoints = environment['IM_ENDPOINTS']?.trim();
  if (dataCenter && endpoints) {
    throw new ImConfigError('Set IM_DATA_CENTER or IM_ENDPOINTS, not both.');
  }
  if (endpoints) return { endpoints: endpoints.split(',').map((endpoint) => endpoint.trim()) };
  if (dataCenter && isDataCenter(dataCenter)) return { dataCenter };
  throw new ImConfigError(
    `Set IM_DATA_CENTER to the data centre of the app (${Object.keys(DATA_CENTERS).join(', ')}), ` +
      `or IM_ENDPOINTS to its addresses.`,
  );
}

function isDataCenter(name: string): name is DataCenter {
  return Object.hasOwn(DATA_CENTERS, name);
}

function required(environment: Environment, name: string): string {
  const value = environment[name]?.trim();
  if (!value) {
    throw new ImConfigError(`Set ${name} in the environment: copy it from the vendor's console.`);
  }
  return value;
}

function milliseconds(environment: Environment, name: string): number | undefined {
  const value = environment[name]?.trim();
  if (!value) return undefined;
  if (!/^[1-9]\d*$/.test(value)) {
    throw new ImConfigError(`${name} must be a whole number of milliseconds of at least 1.`);
  }
  return Number(value);
}
