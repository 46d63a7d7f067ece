import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import { isRecord } from '../is-record.js';
import { parseJsonText } from './json-text.js';
import { ParameterRefusal } from './parameter-refusal.js';
import { compileConstraints, shown } from './value-constraints.js';

/**
 * Reads one value of a parameter: its meaning (a number, a boolean, the parsed JSON, …).
 * @throws ParameterRefusal
 */
export type ValueReader = (value: unknown, label: string) => unknown;

/** How values are written: as text (forms, query, path) or as JSON values. */
export type Wire = 'text' | 'json';

type Decoder = (value: unknown, label: string) => unknown;

const WHOLE_NUMBER = /^-?\d+$/;
/** Parameters that are documented as integers of 64 bits. */
const LONG_KEYS = new Set(['msgRandom']);
const LONGEST_KEY = '-9223372036854775808'.length;
const DECIMAL_NUMBER = /^-?\d+(\.\d+)?$/;

/** Compiles the reader of one value of `parameter`; of each value, when it is a list. */
export function compileValueReader(parameter: CatalogueParameter, wire: Wire): ValueReader {
  if (parameter.list === 'json') return compileJsonList(parameter);
  const read = compileConstrained(parameter, chooseDecoder(parameter, wire));
  const checkCount = parameter.list === undefined ? compileCount(parameter) : undefined;
  if (checkCount === undefined) return read;
  return (value, label) => {
    const decoded = read(value, label);
    checkCount(decoded, label);
    return decoded;
  };
}

function compileConstrained(parameter: CatalogueParameter, decode: Decoder): ValueReader {
  const constraints = compileConstraints(parameter);
  if (constraints.length === 0) return decode;
  return (value, label) => {
    const decoded = decode(value, label);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const constraint of constraints) constraint(decoded, text, label);
    return decoded;
  };
}

/** A list that travels as the JSON text of an array. */
function compileJsonList(parameter: CatalogueParameter): ValueReader {
  const readItem = compileConstrained(parameter, JSON_DECODERS[parameter.type]);
  return (value, label) => {
    const items = jsonText(value, label);
    if (!Array.isArray(items)) {
      throw new ParameterRefusal(`${label} is the JSON text of an array, got ${shown(value)}`);
    }
    checkItemCount(parameter, items.length, label);
    return items.map((entry, index) => readItem(entry, `${label}[${index}]`));
  };
}

function chooseDecoder({ name, type, kind }: CatalogueParameter, wire: Wire): Decoder {
  if (LONG_KEYS.has(name)) return wire === 'json' ? jsonLongKey : textOfLongKey;
  if (kind === 'json') {
    // Of type string it may be any text: the content of an app's own message type is not JSON.
    return type === 'string' ? string_ : jsonTextOfObject;
  }
  return wire === 'json' ? JSON_DECODERS[type] : TEXT_DECODERS[type];
}

const TEXT_DECODERS: Record<CatalogueParameter['type'], Decoder> = {
  string: string_,
  integer: textOfInteger,
  number: textOfNumber,
  boolean: textOfBoolean,
  object: jsonTextOfObject,
};

const JSON_DECODERS: Record<CatalogueParameter['type'], Decoder> = {
  string: string_,
  integer(value, label) {
    if (typeof value === 'number' && Number.isInteger(value))
      return safeInteger(value, value, label);
    throw new ParameterRefusal(`${label} is a whole number, got ${shown(value)}`);
  },
  number(value, label) {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new ParameterRefusal(`${label} is a number, got ${shown(value)}`);
  },
  boolean(value, label) {
    if (typeof value === 'boolean') return value;
    throw new ParameterRefusal(`${label} is true or false, got ${shown(value)}`);
  },
  object(value, label) {
    if (isRecord(value)) return value;
    throw new ParameterRefusal(`${label} is an object, got ${shown(value)}`);
  },
};

function string_(value: unknown, label: string): string {
  if (typeof value === 'string') return value;
  throw new ParameterRefusal(`${label} is text, got ${shown(value)}`);
}

function textOfInteger(value: unknown, label: string): number {
  if (typeof value !== 'string' || !WHOLE_NUMBER.test(value)) {
    throw new ParameterRefusal(`${label} is a whole number, got ${shown(value)}`);
  }
  return safeInteger(Number(value), value, label);
}

function safeInteger(number: number, value: unknown, label: string): number {
  if (Number.isSafeInteger(number)) return number;
  throw new ParameterRefusal(
    `${label} is a whole number of at most 53 bits, as more do not survive JSON, got ${shown(value)}`,
  );
}

/** A key of 64 bits does not fit a double: its text keeps every digit. */
function textOfLongKey(value: unknown, label: string): number | string {
  if (typeof value !== 'string' || !WHOLE_NUMBER.test(value)) return textOfInteger(value, label);
  const fits = value.length <= LONGEST_KEY && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
  if (!fits) {
    throw new ParameterRefusal(`${label} is a whole number of 64 bits, got ${shown(value)}`);
  }
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** In JSON the digits beyond a double are lost before anybody can look at them. */
function jsonLongKey(value: unknown, label: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new ParameterRefusal(`${label} is a whole number, got ${shown(value)}`);
}

function textOfNumber(value: unknown, label: string): number {
  if (typeof value === 'string' && DECIMAL_NUMBER.test(value)) {
    const number = Number(value);
    if (Number.isFinite(number)) return number;
  }
  throw new ParameterRefusal(`${label} is a number, got ${shown(value)}`);
}

function textOfBoolean(value: unknown, label: string): boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new ParameterRefusal(`${label} is true or false, got ${shown(value)}`);
}

function jsonText(value: unknown, label: string): unknown {
  const text = string_(value, label);
  const problem = `${label} is JSON text, got ${shown(text)}, which does not parse`;
  return parseJsonText(text, label, problem);
}

function jsonTextOfObject(value: unknown, label: string): unknown {
  const parsed = jsonText(value, label);
  if (isRecord(parsed)) return parsed;
  throw new ParameterRefusal(`${label} is the JSON text of an object, got ${shown(value)}`);
}

/** Limits on the entries of an object that travels as one value. */
function compileCount(
  parameter: CatalogueParameter,
): ((value: unknown, label: string) => void) | undefined {
  const { minItems, maxItems } = parameter;
  if (minItems === undefined && maxItems === undefined) return undefined;
  return (value, label) => {
    if (isRecord(value)) checkItemCount(parameter, Object.keys(value).length, label);
  };
}

/** Refuses a list with too few or too many entries. */
export function checkItemCount(
  { minItems, maxItems }: CatalogueParameter,
  count: number,
  label: string,
): void {
  if (maxItems !== undefined && count > maxItems) {
    throw new ParameterRefusal(`${label} has ${count} entries, at most ${maxItems} are allowed`);
  }
  if (minItems !== undefined && count < minItems) {
    throw new ParameterRefusal(`${label} has ${count} entries, at least ${minItems} are needed`);
  }
}
