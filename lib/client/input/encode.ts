import { fieldsOf, type ImFieldRules } from './field.js';
import { toJsonText } from './json-text.js';

const NEEDS_NO_ESCAPE = /^[\w.~*!'()-]*$/;

/** Encodes an input that has been checked as `application/x-www-form-urlencoded`. */
export function encodeForm(input: new () => object, value: object): string {
  let body = '';
  for (const { name, rules } of fieldsOf(input).values()) {
    const given: unknown = Reflect.get(value, name);
    if (given === undefined) continue;
    const key = (body === '' ? '' : '&') + name + '=';
    if ('list' in rules && Array.isArray(given)) {
      body +=
        rules.list.style === 'comma' ? key + escape(given.join(',')) : repeat(key, name, given);
    } else {
      body += key + escape(String(wireValue(rules, given)));
    }
  }
  return body;
}

/** Encodes an input that has been checked as `application/json`. */
export function encodeJson(input: new () => object, value: object): string {
  const body: Record<string, unknown> = {};
  for (const { name, rules } of fieldsOf(input).values()) {
    const given: unknown = Reflect.get(value, name);
    if (given !== undefined) body[name] = wireValue(rules, given);
  }
  return toJsonText(body);
}

function repeat(firstKey: string, name: string, values: readonly unknown[]): string {
  const nextKey = `&${name}=`;
  let text = '';
  for (let index = 0; index < values.length; index += 1) {
    text += (index === 0 ? firstKey : nextKey) + escape(String(values[index]));
  }
  return text;
}

/** What travels for a value: flags, instants and JSON are converted, the rest goes as it is. */
function wireValue(rules: ImFieldRules, value: unknown): unknown {
  switch (rules.type) {
    case 'flag':
      return rules.wire === 'number' ? Number(value) : value;
    case 'instant':
      return Number(value);
    case 'json':
    case 'json-fields':
      return typeof value === 'object' && value !== null ? toJsonText(value) : value;
    default:
      return value;
  }
}

function escape(text: string): string {
  if (NEEDS_NO_ESCAPE.test(text)) return text;
  return encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed());
}
