import { PARAMETER_TOO_LONG, ParameterRefusal } from '../parameters/parameter-refusal.js';
import { shown } from '../parameters/value-constraints.js';

/** How many values the expansion of a message holds. */
export const MAX_EXPANSION_VALUES = 300;

const KEY = /^[A-Za-z0-9+=\-_]+$/;
const LONGEST_KEY = 32;
const LONGEST_VALUE = 4_096;

/**
 * Reads the values of an expansion, and refuses those that a message cannot hold.
 * @throws ParameterRefusal
 */
export function checkExpansion(
  parameter: string,
  values: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const checked = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) {
    const label = `${parameter}.${key}`;
    if (typeof value !== 'string') {
      throw new ParameterRefusal(`${label} is text, got ${shown(value)}`);
    }
    if (!KEY.test(key)) {
      throw new ParameterRefusal(
        `${parameter} has the key ${shown(key)}; keys are of letters, digits and + = - _`,
      );
    }
    checkLength(`The key ${label}`, key, LONGEST_KEY);
    checkLength(label, value, LONGEST_VALUE);
    checked.set(key, value);
  }
  return checked;
}

/**
 * The text in which a message carries its first values.
 * @throws ParameterRefusal
 */
export function firstExpansion(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(checkExpansion('extraContent', values)));
}

function checkLength(label: string, text: string, most: number): void {
  const { length } = Array.from(text);
  if (length <= most) return;
  const message = `${label} has ${length} characters, at most ${most} are allowed`;
  throw new ParameterRefusal(message, PARAMETER_TOO_LONG);
}
