import { fieldsOf, type FieldsRules, type ImFieldRules, type ListRules } from './field.js';
import { toJsonText } from './json-text.js';

const NEEDS_NO_ESCAPE = /^[\w.~*!'()-]*$/;

/**
 * Encodes an input that has been checked as `application/x-www-form-urlencoded`.
 * @param elsewhere Fields that travel elsewhere, as in the path.
 */
export function encodeForm(
  input: new () => object,
  value: object,
  elsewhere?: ReadonlySet<string>,
): string {
  let body = '';
  for (const { name, rules } of fieldsOf(input).values()) {
    const given: unknown = Reflect.get(value, name);
    if (given === undefined || elsewhere?.has(name)) continue;
    const key = (body === '' ? '' : '&') + name + '=';
    if ('list' in rules && Array.isArray(given)) {
      body += encodeList(rules.list, key, name, given);
    } else if (rules.type === 'indexed') {
      body += encodeIndexed(body === '' ? '' : '&', name, Object.entries(given ?? {}));
    } else {
      body += key + escape(String(wireValue(rules, given)));
    }
  }
  return body;
}

/**
 * Encodes an input that has been checked as `application/json`.
 * @param elsewhere Fields that travel elsewhere, as in the path.
 */
export function encodeJson(
  input: new () => object,
  value: object,
  elsewhere?: ReadonlySet<string>,
): string {
  return toJsonText(toWire(input, value, elsewhere));
}

function encodeList(
  { style }: ListRules,
  key: string,
  name: string,
  values: readonly unknown[],
): string {
  switch (style) {
    case 'comma':
      return key + escape(values.join(','));
    case 'json':
      return key + escape(toJsonText(values));
    case 'repeat':
      return repeat(key, name, values);
  }
}

function repeat(firstKey: string, name: string, values: readonly unknown[]): string {
  const nextKey = `&${name}=`;
  let text = '';
  for (let index = 0; index < values.length; index += 1) {
    text += (index === 0 ? firstKey : nextKey) + escape(String(values[index]));
  }
  return text;
}

function encodeIndexed(
  separator: string,
  name: string,
  entries: readonly [string, unknown][],
): string {
  const pairs = entries.map(
    ([key, text]) => `${escape(`${name}[${key}]`)}=${escape(String(text))}`,
  );
  return pairs.length === 0 ? '' : separator + pairs.join('&');
}

/** An object with fields as it stands in a JSON body. */
function toWire(
  fields: new () => object,
  value: object,
  elsewhere?: ReadonlySet<string>,
): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const { name, rules } of fieldsOf(fields).values()) {
    const given: unknown = Reflect.get(value, name);
    if (given !== undefined && !elsewhere?.has(name)) wire[name] = wireValue(rules, given);
  }
  return wire;
}

/** What travels for a value: flags, instants and objects are converted, the rest goes as it is. */
function wireValue(rules: ImFieldRules, value: unknown): unknown {
  switch (rules.type) {
    case 'flag':
      return rules.wire === 'number' ? Number(value) : value;
    case 'instant':
      return Number(value);
    case 'json':
      return rules.form === 'text' && isObject(value) ? toJsonText(value) : value;
    case 'fields':
      return objectValue(rules, value);
    default:
      return value;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function objectValue({ fields, form }: FieldsRules, value: unknown): unknown {
  if (!isObject(value)) return value;
  if (!Array.isArray(value)) {
    const wire = toWire(fields, value);
    return form === 'text' ? toJsonText(wire) : wire;
  }
  const items = value.map((item: unknown) => (isObject(item) ? toWire(fields, item) : item));
  if (form === 'texts') return items.map((item) => (isObject(item) ? toJsonText(item) : item));
  return form === 'text' ? toJsonText(items) : items;
}

function escape(text: string): string {
  if (NEEDS_NO_ESCAPE.test(text)) return text;
  return encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed());
}
