import { parseJsonText } from './parameters/json-text.js';

/** What JSON text means; undefined for other text, and for what is nested too deep to be written again. */
export function parseJson(text: string): unknown {
  try {
    return parseJsonText(text, 'The text', 'The text is not JSON');
  } catch {
    return undefined;
  }
}
