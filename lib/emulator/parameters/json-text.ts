import { ParameterRefusal } from './parameter-refusal.js';

/** Deepest nesting that is read: writing a value as JSON again takes stack for each level. */
const DEEPEST_NESTING = 1_000;
const LEVEL_CHARACTERS = '[]'.length;

/**
 * Parses JSON text; `problem` is what is said of text that does not parse.
 * @throws ParameterRefusal
 */
export function parseJsonText(text: string, label: string, problem: string): unknown {
  if (text.length > DEEPEST_NESTING * LEVEL_CHARACTERS && isTooDeep(text)) {
    throw new ParameterRefusal(`${label} is nested deeper than ${DEEPEST_NESTING} levels`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ParameterRefusal(problem);
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEEPEST_NESTING) return true;
    } else if (character === ']' || character === '}') {
      depth -= 1;
    }
  }
  return false;
}
