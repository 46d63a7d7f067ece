import { inspect, types } from 'node:util';
import type { LoggerService } from '@nestjs/common';

/** Logs what failed, with the message and the stack of its error. */
export function logFailure(logger: LoggerService, what: string, thrown: unknown): void {
  const { message, stack } = toError(thrown);
  logger.error(`${what}: ${message}`, stack);
}

/** What was thrown, as an error: anything can be thrown. */
function toError(thrown: unknown): Error {
  if (thrown instanceof Error || types.isNativeError(thrown)) return thrown;
  const text =
    typeof thrown === 'string' ? thrown : inspect(thrown, { depth: 1, customInspect: false });
  return new Error(text);
}
