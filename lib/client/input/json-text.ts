// JSON.stringify writes a lone surrogate, and nothing else, as one of these escapes (a backslash of
// the text itself is doubled, which costs a needless second pass and no more).
const LONE_SURROGATE = /\\ud[89a-f][0-9a-f]{2}/;

/** JSON text of a value, lone surrogates replaced by U+FFFD. */
export function toJsonText(value: object): string {
  const text = JSON.stringify(value);
  return LONE_SURROGATE.test(text) ? JSON.stringify(value, wellFormed) : text;
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
