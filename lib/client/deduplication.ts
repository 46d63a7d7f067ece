import { randomBytes } from 'node:crypto';
import type { ImOperation } from './operation.js';
import { fieldsOf } from './input/field.js';

const FIELD = 'msgRandom';

/** How long the service remembers a `msgRandom`, in milliseconds. */
export const DEDUPLICATION_MS = 60_000;

/** Whether the service can tell a repetition of the operation: one that does harm, and carries a `msgRandom`. */
export function isDeduplicable({
  idempotent,
  input,
}: Pick<ImOperation<object, unknown>, 'idempotent' | 'input'>): boolean {
  return !idempotent && fieldsOf(input).has(FIELD);
}

/**
 * Numbers the sends of an app. The numbers follow each other from a random one on, so that a process
 * never takes one twice, and several processes practically never the same.
 */
export class MsgRandoms {
  #last = Number(randomBytes(8).readBigUInt64LE() % BigInt(Number.MAX_SAFE_INTEGER));

  /**
   * The input with a number of its own; undefined when the service cannot tell a repetition, or when
   * the caller gave a number, whose minute may have begun long ago.
   */
  numbered<Input extends object>(
    operation: ImOperation<Input, unknown>,
    input: object,
  ): object | undefined {
    if (!isDeduplicable(operation) || Reflect.get(input, FIELD) !== undefined) return undefined;
    this.#last = (this.#last % Number.MAX_SAFE_INTEGER) + 1;
    return { ...input, [FIELD]: this.#last };
  }
}
