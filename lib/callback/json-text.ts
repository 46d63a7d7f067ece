/**
 * Whether JSON text may hold a prototype, also one that is written with escapes; if not, nobody needs to
 * search it. Several times as fast as a regular expression.
 */
export function mayHoldPrototype(json: string): boolean {
  return json.includes('__proto__') || json.includes('constructor') || json.includes('\\u00');
}

/** Whether a field would change a prototype when somebody copies its object. */
export function isPrototype(key: string, value: unknown): boolean {
  if (key === '__proto__') return true;
  return (
    key === 'constructor' &&
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'prototype')
  );
}

/**
 * What JSON text inside a body says; undefined where it is no JSON. Prototypes are left out and not
 * refused: text of users is in there, and a refused verdict would deliver their message.
 */
export function parseJsonText(json: string): unknown {
  try {
    return mayHoldPrototype(json) ? JSON.parse(json, withoutPrototype) : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function withoutPrototype(key: string, value: unknown): unknown {
  return isPrototype(key, value) ? undefined : value;
}
