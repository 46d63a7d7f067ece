import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import { isInSeconds, SECONDS_FORM } from '../instant-unit.js';
import { isRecord } from '../is-record.js';
import { parseJsonText } from './json-text.js';
import type { Leniency } from './leniency.js';
import { ParameterRefusal } from './parameter-refusal.js';
import { compileConstraints, shown } from './value-constraints.js';

/**
 * Reads one value of a parameter: its meaning (a number, a boolean, the parsed JSON, …).
 * @throws ParameterRefusal
 */
export type ValueReader = (value: unknown, label: string, leniency: Leniency) => unknown;

/** How values are written: as text (forms, query, path) or as JSON values. */
export type Wire = 'text' | 'json';

type Decoder = ValueReader;

const WHOLE_NUMBER = /^-?\d+$/;
/** Parameters that are documented as integers of 64 bits. */
const LONG_KEYS = new Set(['msgRandom']);
const LONGEST_KEY = '-9223372036854775808'.length;
const DECIMAL_NUMBER = /^-?\d+(\.\d+)?$/;
const MILLISECONDS_PER_SECOND = 1_000;
const NUMBER_AS_TEXT = 'text instead of a number';

/** Compiles the reader of one value of `parameter`; of each value, when it is a list. */
export function compileValueReader(parameter: CatalogueParameter, wire: Wire): ValueReader {
  if (parameter.list === 'json') return compileJsonList(parameter);
  const read = compileConstrained(parameter, chooseDecoder(parameter, wire));
  const checkCount = parameter.list === undefined ? compileCount(parameter) : undefined;
  if (checkCount === undefined) return read;
  return (value, label, leniency) => {
    const decoded = read(value, label, leniency);
    checkCount(decoded, label);
    return decoded;
  };
}

function compileConstrained(parameter: CatalogueParameter, decode: Decoder): ValueReader {
  const constraints = compileConstraints(parameter);
  if (constraints.length === 0) return decode;
  return (value, label, leniency) => {
    const decoded = decode(value, label, leniency);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const constraint of constraints) constraint(decoded, text, label);
    return decoded;
  };
}

/** A list that travels as the JSON text of an array. */
function compileJsonList(parameter: CatalogueParameter): ValueReader {
  const readItem = compileConstrained(parameter, JSON_DECODERS[parameter.type]);
  return (value, label, leniency) => {
    const items = jsonText(value, label);
    if (!Array.isArray(items)) {
      throw new ParameterRefusal(`${label} is the JSON text of an array, got ${shown(value)}`);
    }
    checkItemCount(parameter, items.length, label);
    return items.map((entry, index) => readItem(entry, `${label}[${index}]`, leniency));
  };
}

function chooseDecoder({ name, type, kind }: CatalogueParameter, wire: Wire): Decoder {
  if (LONG_KEYS.has(name)) return wire === 'json' ? jsonLongKey : textOfLongKey;
  if (kind === 'json') {
    // Of type string it may be any text: the content of an app's own message type is not JSON.
    return type === 'string' ? string_ : jsonTextOfObject;
  }
  const decode = (wire === 'json' ? JSON_DECODERS : TEXT_DECODERS)[type];
  if (kind === 'flag') return flagDecoder(type, wire, decode);
  return kind === 'instant' ? instantDecoder(decode) : decode;
}

const YES: ReadonlySet<unknown> = new Set([true, 'true', 'True', 1, '1']);
const NO: ReadonlySet<unknown> = new Set([false, 'false', 'False', 0, '0']);

/** A yes or no: the documented form, or one of those in which SDKs in other languages write it. */
function flagDecoder(type: CatalogueParameter['type'], wire: Wire, decode: Decoder): Decoder {
  const [yes, no] = type === 'integer' ? [1, 0] : [true, false];
  const written = (meaning: number | boolean) => (wire === 'json' ? meaning : String(meaning));
  const [documentedYes, documentedNo] = [written(yes), written(no)];
  return (value, label, leniency) => {
    if (value === documentedYes) return yes;
    if (value === documentedNo) return no;
    if (!YES.has(value) && !NO.has(value)) return decode(value, label, leniency);
    const meaning = YES.has(value) ? yes : no;
    const received = wire === 'json' ? JSON.stringify(value) : String(value);
    leniency.allow(label, `${received} instead of ${String(meaning)}`);
    return meaning;
  };
}

/** A point in time; one that can only be meant in seconds counts as such. */
function instantDecoder(decode: Decoder): Decoder {
  return (value, label, leniency) => {
    const time = decode(value, label, leniency);
    if (typeof time !== 'number' || !isInSeconds(time)) return time;
    leniency.allow(label, SECONDS_FORM);
    return time * MILLISECONDS_PER_SECOND;
  };
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
  integer(value, label, leniency) {
    if (typeof value === 'number' && Number.isInteger(value))
      return safeInteger(value, value, label);
    if (isTextOf(WHOLE_NUMBER, value)) {
      leniency.allow(label, NUMBER_AS_TEXT);
      return textOfInteger(value, label);
    }
    throw new ParameterRefusal(`${label} is a whole number, got ${shown(value)}`);
  },
  number(value, label, leniency) {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (isTextOf(DECIMAL_NUMBER, value)) {
      leniency.allow(label, NUMBER_AS_TEXT);
      return textOfNumber(value, label);
    }
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

function isTextOf(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

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

/** As a JSON number it loses the digits beyond a double before anybody can look at them. */
function jsonLongKey(value: unknown, label: string, leniency: Leniency): number | string {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (isTextOf(WHOLE_NUMBER, value)) {
    leniency.allow(label, NUMBER_AS_TEXT);
    return textOfLongKey(value, label);
  }
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
